package dev.ukur.delivery.web.identity;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/** Why nobody was let in; what the provider sent is never repeated. */
final class Refused {

    private Refused() {}

    static ProblemException because(String code, String provider) {
        return new ProblemException(Problem.error(code, Location.nowhere()).with("provider", provider));
    }
}
