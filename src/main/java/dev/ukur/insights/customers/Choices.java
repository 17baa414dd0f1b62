package dev.ukur.insights.customers;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Collection;

/** What may be chosen by an option. */
final class Choices {

    private Choices() {}

    /** Refuses what is not among the known, with what is. */
    static void refuseUnknown(String option, String value, Collection<String> known) {
        if (!known.contains(value)) {
            throw new ProblemException(Problem.error("clv-unknown-choice", Location.nowhere())
                    .with("option", option)
                    .with("value", value)
                    .with("known", String.join(", ", known)));
        }
    }
}
