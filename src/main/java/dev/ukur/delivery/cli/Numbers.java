package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.util.Optional;

/** Whole numbers and days as options of a call give them. */
final class Numbers {

    private static final int MOST = 3650;

    private Numbers() {}

    /**
     * A whole number from 1 to 3,650, or the usual one.
     *
     * @throws ProblemException when it is none
     */
    static int whole(Call call, String option, int usual) {
        Optional<String> text = call.arguments().value(option);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.get().strip());
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new ProblemException(Problem.error("bad-whole-number", Location.nowhere())
                .with("option", option)
                .with("value", text.get())
                .with("most", MOST));
    }

    /** The days from the beginning of {@code --from} to the end of {@code --to}; one of them alone is both. */
    static Optional<Period> period(Call call) {
        Optional<String> from = call.arguments().value("--from");
        Optional<String> to = call.arguments().value("--to");
        return from.or(() -> to).map(text -> CallDates.period("--from", text + ".." + to.orElse(text)));
    }
}
