package dev.ukur.insights.why;

import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import java.util.List;

/**
 * One thing looked at.
 *
 * @param name the end of its text's key
 * @param status what came of it
 * @param says the sentence: what was found, that nothing was, or which data are missing
 */
record Check(String name, Status status, Sentence says) {

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

    /** The data it would take are not there. */
    static Check missing(String name) {
        return new Check(name, Status.MISSING, Sentence.of("check-" + name + "-missing"));
    }

    boolean isFound() {
        return status == Status.FOUND;
    }

    List<Term> row() {
        return List.of(
                Term.words("check-" + name),
                Term.words("check-status-" + status.name().toLowerCase(java.util.Locale.ROOT)),
                new Term.Phrase(says));
    }
}
