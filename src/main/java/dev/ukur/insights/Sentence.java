package dev.ukur.insights;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said, apart from any language: the texts of {@code finding.CODE} fill in the facts.
 *
 * @param code kebab-case
 * @param facts by the names that stand in braces in the texts
 */
public record Sentence(String code, Map<String, Term> facts) {

    public Sentence {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A sentence without facts. */
    public static Sentence of(String code) {
        return new Sentence(code, Map.of());
    }

    /** This sentence with one more fact. */
    public Sentence with(String name, Term fact) {
        Map<String, Term> more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new Sentence(code, more);
    }

    /** This sentence with one more word as the data have it. */
    public Sentence with(String name, String text) {
        return with(name, new Term.Text(text));
    }

    /** This sentence with one more number of things. */
    public Sentence with(String name, long count) {
        return with(name, Term.count(count));
    }
}
