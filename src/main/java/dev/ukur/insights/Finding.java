package dev.ukur.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of an analysis. Equal data and questions give equal findings.
 *
 * @param analysis the command's word: {@code why}, {@code impact}
 * @param subject what it is about: a metric, an occasion
 * @param verdict whether the data could tell
 * @param answer in one sentence
 * @param reasons further sentences, the most important first: top causes, advice
 * @param estimate the number the answer turns on, with its interval
 * @param evidence what the answer rests on
 * @param caveats what a reader should know before acting on it
 * @param provenance where it comes from
 */
public record Finding(
        String analysis,
        Term subject,
        Verdict verdict,
        Sentence answer,
        List<Sentence> reasons,
        Optional<Term.Between> estimate,
        List<Evidence> evidence,
        List<Sentence> caveats,
        Provenance provenance) {

    /** Whether the data could tell. */
    public enum Verdict {
        /** They say something beyond chance. */
        CLEAR,
        /** What they show may be chance. */
        NOISE,
        /** The question cannot be answered from them; the answer says why. */
        CANNOT_TELL
    }

    public Finding {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
        caveats = List.copyOf(caveats);
    }

    /** The same, with more that a reader should know before acting on it. */
    public Finding cautioned(List<Sentence> more) {
        List<Sentence> all = new ArrayList<>(caveats);
        all.addAll(more);
        return new Finding(analysis, subject, verdict, answer, reasons, estimate, evidence, all, provenance);
    }

    /** A finding to be written: what analysis, and about what. */
    public static Draft about(String analysis, Term subject) {
        return new Draft(analysis, subject);
    }

    /** A finding while it is written. */
    public static final class Draft {

        private final String analysis;
        private final Term subject;
        private final List<Sentence> reasons = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<Sentence> caveats = new ArrayList<>();
        private Optional<Term.Between> estimate = Optional.empty();

        private Draft(String analysis, Term subject) {
            this.analysis = analysis;
            this.subject = subject;
        }

        /** One more reason. */
        public Draft reason(Sentence sentence) {
            reasons.add(sentence);
            return this;
        }

        /** More reasons. */
        public Draft reasons(List<Sentence> sentences) {
            reasons.addAll(sentences);
            return this;
        }

        /** The number the answer turns on. */
        public Draft estimate(Term.Between number) {
            estimate = Optional.of(number);
            return this;
        }

        /** One more table; one without rows is left out. */
        public Draft evidence(Evidence table) {
            if (!table.rows().isEmpty()) {
                evidence.add(table);
            }
            return this;
        }

        /** One more caveat; the same one is not said twice. */
        public Draft caveat(Sentence sentence) {
            if (!caveats.contains(sentence)) {
                caveats.add(sentence);
            }
            return this;
        }

        /** More caveats. */
        public Draft caveats(List<Sentence> sentences) {
            sentences.forEach(this::caveat);
            return this;
        }

        /** The finding, with its answer. */
        public Finding answer(Verdict verdict, Sentence answer, Provenance provenance) {
            return new Finding(analysis, subject, verdict, answer, reasons, estimate, evidence, caveats, provenance);
        }
    }
}
