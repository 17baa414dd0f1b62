package dev.ukur.insights.why;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.Dimension;
import dev.ukur.model.MetricUnit;
import java.util.Optional;

/**
 * A driver that moved by more than chance, and where.
 *
 * @param factor the driver
 * @param place the member where it moved, when it is one
 */
record Cause(Factor factor, Optional<Place> place) {

    /** What it did, in a sentence. */
    Sentence sentence(Desk desk, Term metric, MetricUnit unit) {
        Sentence sentence = Sentence.of(place.isPresent() ? "why-cause-place" : "why-cause")
                .with("driver", factor.name())
                .with("before", new Term.Amount(factor.before(), factor.unit()))
                .with("after", new Term.Amount(factor.after(), factor.unit()))
                .with("metric", metric)
                .with("contribution", new Term.Change(factor.contribution(), unit));
        return place.map(where -> sentence.with("dimension", dimension(desk, where.dimension()))
                        .with("member", member(where.piece().member()))
                        .with("there_before", Term.amount(where.piece().before(), factor.unit()))
                        .with("there_after", Term.amount(where.piece().after(), factor.unit())))
                .orElse(sentence);
    }

    /** Its name with its place. */
    Term name(Desk desk) {
        return place.<Term>map(where -> new Term.Phrase(Sentence.of("why-at")
                        .with("driver", factor.name())
                        .with("dimension", dimension(desk, where.dimension()))
                        .with("member", member(where.piece().member()))))
                .orElse(factor.name());
    }

    static Term dimension(Desk desk, String name) {
        return desk.metrics()
                .dimension(name)
                .map(Dimension::label)
                .<Term>map(label -> new Term.Name(name, label))
                .orElse(new Term.Text(name));
    }

    static Term member(String member) {
        return Term.member(member.equals(Asking.NO_MEMBER) ? null : member);
    }
}
