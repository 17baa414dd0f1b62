package dev.ukur.delivery.cli;

import dev.ukur.delivery.ask.WrittenNumbers;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.util.Optional;

/** Whole numbers and days as options of a call give them. */
final class Numbers {

    private Numbers() {}

    /**
     * A whole number from 1 to 3,650, or the usual one.
     *
     * @throws ProblemException when it is none
     */
    static int whole(Call call, String option, int usual) {
        return WrittenNumbers.whole(option, call.arguments().value(option), usual);
    }

    /** The days from the beginning of {@code --from} to the end of {@code --to}; one of them alone is both. */
    static Optional<Period> period(Call call) {
        Optional<String> from = call.arguments().value("--from");
        Optional<String> to = call.arguments().value("--to");
        return from.or(() -> to).map(text -> CallDates.period("--from", text + ".." + to.orElse(text)));
    }
}
