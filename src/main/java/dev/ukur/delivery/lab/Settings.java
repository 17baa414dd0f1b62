package dev.ukur.delivery.lab;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Map;

/**
 * The numbers given with a call, by the names of their options.
 *
 * @param given texts as they were written
 */
public record Settings(Map<String, String> given) {

    public Settings {
        given = Map.copyOf(given);
    }

    /** A positive number, or what is usual. */
    double number(String option, double usual) {
        String text = given.get(option);
        if (text == null) {
            return usual;
        }
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(option, text);
        }
        throw wrong(option, text);
    }

    /** A whole number from 1, or what is usual. */
    int whole(String option, int usual) {
        double number = number(option, usual);
        if (number != Math.rint(number) || number > 100_000) {
            throw wrong(option, given.getOrDefault(option, ""));
        }
        return (int) number;
    }

    /** A positive number that must be given. */
    double needed(String option) {
        if (!given.containsKey(option)) {
            throw new ProblemException(
                    Problem.error("stats-option-needed", Location.nowhere()).with("option", option));
        }
        return number(option, 1);
    }

    private static ProblemException wrong(String option, String value) {
        return new ProblemException(Problem.error("stats-option-wrong", Location.nowhere())
                .with("option", option)
                .with("value", value));
    }
}
