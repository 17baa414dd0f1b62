package dev.ukur.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is wrong with input. It carries facts only; the sentence and its cure stand in the message catalogue
 * under {@code problem.<code>} and {@code problem.<code>.fix}, in both languages, with the facts as named arguments.
 *
 * @param code stable kebab-case code, documented in {@code docs/problems/<code>.md}
 * @param severity how much it matters
 * @param at where it is
 * @param facts named values for the sentence, in a fixed order: text, numbers, dates
 */
public record Problem(String code, Severity severity, Location at, Map<String, Object> facts) {

    public Problem {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** An error at a place, without facts. */
    public static Problem error(String code, Location at) {
        return new Problem(code, Severity.ERROR, at, Map.of());
    }

    /** A warning at a place, without facts. */
    public static Problem warning(String code, Location at) {
        return new Problem(code, Severity.WARNING, at, Map.of());
    }

    /** This problem with one more fact. */
    public Problem with(String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Problem(code, severity, at, more);
    }

    /** Whether the work cannot go on. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
