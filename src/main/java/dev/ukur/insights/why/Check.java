package dev.ukur.insights.why;

import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import java.util.List;
import java.util.Set;

/**
 * One thing looked at.
 *
 * @param name the end of its text's key
 * @param status what came of it
 * @param says the sentence: what was found, that nothing was, or which data are missing
 */
record Check(String name, Status status, Sentence says) {

    static final String OPENS = "opens";

    private static final Set<String> OF_OPENS = Set.of("email_openers", "openers_with_clicks");

    enum Status {
        FOUND,
        CLEAR,
        MISSING
    }

    static Check found(String name, Sentence says) {
        return new Check(name, Status.FOUND, says);
    }

    static Check clear(String name, Sentence says) {
        return new Check(name, Status.CLEAR, says);
    }

    static Check of(String name, boolean found, Sentence says) {
        return found ? found(name, says) : clear(name, says);
    }

    /** The data it would take are not there. */
    static Check missing(String name) {
        return new Check(name, Status.MISSING, Sentence.of("check-" + name + "-missing"));
    }

    boolean isFound() {
        return status == Status.FOUND;
    }

    /** Whether a change of measuring found so touches a number of some measures: machines that open spoil only opens. */
    boolean spoils(Set<String> measures) {
        return !name.equals(OPENS) || measures.stream().anyMatch(OF_OPENS::contains);
    }

    List<Term> row() {
        return List.of(
                Term.words("check-" + name),
                Term.words("check-status-" + status.name().toLowerCase(java.util.Locale.ROOT)),
                new Term.Phrase(says));
    }
}
