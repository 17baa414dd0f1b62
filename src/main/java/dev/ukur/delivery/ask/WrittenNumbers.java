package dev.ukur.delivery.ask;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Optional;

/** Whole numbers as options give them. */
public final class WrittenNumbers {

    private static final int MOST = 3650;

    private WrittenNumbers() {}

    /**
     * A whole number from 1 to 3,650, or the usual one.
     *
     * @param option as the asker wrote it
     * @throws ProblemException with {@code bad-whole-number}
     */
    public static int whole(String option, Optional<String> text, int usual) {
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
}
