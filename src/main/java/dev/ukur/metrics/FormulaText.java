package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/**
 * A formula as written, and where.
 *
 * @param text the formula
 * @param at the place of the definition that holds it; nowhere for a filter of a question
 */
record FormulaText(String text, Location at) {

    static final int LONGEST = 4_000;

    /** A refusal that names the position and what stands there. */
    ProblemException refuse(String code, int position, String found) {
        return new ProblemException(Problem.error(code, at)
                .with("formula", text.length() > LONGEST ? text.substring(0, 80) : text)
                .with("position", position)
                .with("found", found));
    }
}
