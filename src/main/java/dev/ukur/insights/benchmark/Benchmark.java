package dev.ukur.insights.benchmark;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Series;
import dev.ukur.insights.Series.Point;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a metric's last complete period is high or low: against its own earlier periods, and against what others
 * published for the days it speaks of.
 *
 * @param subject name of a goal or metric
 * @param asOf the day looked from; the newest data when empty
 */
public record Benchmark(String subject, Optional<LocalDate> asOf) implements Analysis {

    private static final double HUNDRED = 100;

    @Override
    public Finding find(Desk desk) {
        Subject asked = Subject.of(desk, subject);
        Series series = Series.of(desk, asked, asked.grain());
        Provenance provenance = Provenance.at(desk.now()).and(series.answer());
        Finding.Draft draft = Finding.about("benchmark", asked.term());
        List<Point> known = series.points().stream()
                .filter(point -> asOf.isEmpty() || !point.period().last().isAfter(asOf.get()))
                .toList();
        Rivals rivals = Rivals.of(desk, asked, asOf);
        rivals.tell(draft);
        if (known.isEmpty()) {
            return draft.answer(
                    Verdict.CANNOT_TELL, Sentence.of("benchmark-no-period").with("metric", asked.term()), provenance);
        }
        Point now = known.get(known.size() - 1);
        OwnHistory own = new OwnHistory(
                now, known.subList(0, known.size() - 1), asked.metric().direction());
        draft.evidence(periods(own, asked.metric().unit()));
        return own.speaks() ? spoken(draft, asked, own, provenance) : tooShort(draft, asked, own, provenance);
    }

    private static Finding spoken(Finding.Draft draft, Subject asked, OwnHistory own, Provenance provenance) {
        MetricUnit unit = asked.metric().unit();
        Point now = own.now();
        Sentence answer = Sentence.of(own.differs() ? "benchmark-differs" : "benchmark-usual")
                .with("metric", asked.term())
                .with("period", Term.days(now.period()))
                .with("value", new Term.Amount(now.value(), unit))
                .with("usual", new Term.Amount(own.usual(), unit))
                .with("index", index(now.value(), own.usual()))
                .with("rank", own.rank())
                .with("of", own.before().size() + 1L)
                .with("before", own.before().size());
        now.interval()
                .ifPresent(interval ->
                        draft.estimate(new Term.Between(now.value(), interval.low(), interval.high(), unit)));
        if (own.hasIntervals()) {
            draft.reason(Sentence.of("benchmark-rank-range")
                    .with("best", own.bestRank())
                    .with("worst", own.worstRank())
                    .with("of", own.before().size() + 1L));
        } else {
            draft.caveat(Sentence.of("benchmark-no-interval"));
        }
        return draft.answer(own.differs() ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    private static Finding tooShort(Finding.Draft draft, Subject asked, OwnHistory own, Provenance provenance) {
        Sentence answer = Sentence.of("benchmark-short")
                .with("metric", asked.term())
                .with("period", Term.days(own.now().period()))
                .with("value", new Term.Amount(own.now().value(), asked.metric().unit()))
                .with("before", own.before().size())
                .with("least", OwnHistory.LEAST);
        return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
    }

    private static Evidence periods(OwnHistory own, MetricUnit unit) {
        Evidence table =
                Evidence.of("own_history").time("period").number("value").number("index");
        for (Point point : own.before()) {
            table = table.row(
                    Term.days(point.period()), value(point, unit), own.speaks() ? index(point, own) : Term.UNKNOWN);
        }
        return table.row(
                Term.days(own.now().period()),
                value(own.now(), unit),
                own.speaks() ? index(own.now(), own) : Term.UNKNOWN);
    }

    private static Term index(Point point, OwnHistory own) {
        return index(point.value(), own.usual());
    }

    /** A value as a percentage of another, 100 for equal; unknown against 0. */
    static Term index(double value, double of) {
        return of == 0 ? Term.UNKNOWN : Term.ratio(Math.round(HUNDRED * value / of));
    }

    private static Term value(Point point, MetricUnit unit) {
        return point.interval()
                .<Term>map(ends -> new Term.Between(point.value(), ends.low(), ends.high(), unit))
                .orElse(new Term.Amount(point.value(), unit));
    }
}
