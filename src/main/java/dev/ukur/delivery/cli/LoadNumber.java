package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/** The number of a load, as the user writes it. */
final class LoadNumber {

    private LoadNumber() {}

    static long of(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Problem.error("load-not-a-number", Location.nowhere()).with("value", text));
        }
    }
}
