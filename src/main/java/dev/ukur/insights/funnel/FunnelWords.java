package dev.ukur.insights.funnel;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.funnel.FunnelSql.Segments;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the counts of a funnel say. */
final class FunnelWords {

    private static final double MICROS = 1e6;
    private static final double DAY = 86_400;
    /** From two days on times are told in days. */
    private static final double LONG = 2 * DAY;

    private static final double ALMOST_ALL = 0.9;
    private static final int LONG_SILENT = 30;
    private static final double FALSE_DISCOVERIES = 0.05;

    private final List<Step> steps;
    private final Window window;
    private final int last;

    FunnelWords(List<Step> steps, Window window) {
        this.steps = steps;
        this.window = window;
        this.last = steps.size() - 1;
    }

    Sentence answer(FunnelCounts counts, Period entries) {
        int worst = worst(counts);
        return Sentence.of("funnel-answer")
                .with("entered", counts.reached(0))
                .with("first", steps.get(0).name())
                .with("period", Term.days(entries))
                .with("reached", counts.reached(last))
                .with("last", steps.get(last).name())
                .with("share", Term.share(new Rate(counts.reached(last), counts.reached(0)).share()))
                .with("window", window())
                .with("from", steps.get(before(worst)).name())
                .with("to", steps.get(worst).name())
                .with("lost", counts.reached(before(worst)) - counts.reached(worst));
    }

    void course(Finding.Draft draft, FunnelCounts counts) {
        draft.estimate(new Rate(counts.reached(last), counts.reached(0)).between());
        Evidence course = Evidence.of("funnel_steps")
                .words("step")
                .number("persons")
                .number("of_before")
                .number("of_first")
                .number("skipped")
                .number("any_order")
                .number("typical_time")
                .number("nine_in_ten");
        Evidence stopped = Evidence.of("funnel_stopped")
                .words("furthest_step")
                .number("persons")
                .number("still_open")
                .number("typical_silence")
                .number("long_silent");
        for (int step = 0; step <= last; step++) {
            course = course.row(
                    steps.get(step).name(),
                    Term.count(counts.reached(step)),
                    step == 0 ? Term.UNKNOWN : new Rate(counts.reached(step), counts.reached(before(step))).term(),
                    new Rate(counts.reached(step), counts.reached(0)).term(),
                    Term.count(counts.skipped(step)),
                    Term.count(counts.did(step)),
                    time(counts, step, 0.5),
                    time(counts, step, ALMOST_ALL));
            if (step < last && counts.stopped(step) > 0) {
                stopped = stopped.row(
                        steps.get(step).name(),
                        Term.count(counts.stopped(step)),
                        Term.count(counts.waiting(step)),
                        Term.amount(counts.typicalSilence(step).map(Integer::doubleValue), MetricUnit.DAYS),
                        Term.count(counts.silentFor(step, LONG_SILENT)));
            }
        }
        draft.evidence(course).evidence(stopped);
        silence(counts).ifPresent(draft::reason);
    }

    /** Of those who had acted before, not of those who only looked in. */
    private Optional<Sentence> silence(FunnelCounts counts) {
        int step = last - 1;
        while (step > 0 && counts.stopped(step) == 0) {
            step--;
        }
        if (counts.stopped(step) == 0) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of("funnel-silent")
                .with("count", counts.stopped(step))
                .with("step", steps.get(step).name())
                .with("next", steps.get(step + 1).name())
                .with("days", Term.amount(counts.typicalSilence(step).map(Integer::doubleValue), MetricUnit.DAYS))
                .with("long", counts.silentFor(step, LONG_SILENT))
                .with("open", counts.waiting(step)));
    }

    /** Each segment beside all others, with as many tests as there are segments. */
    void segments(Finding.Draft draft, FunnelCounts counts, Segments segments) {
        List<Integer> told = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (int segment = 0; segment < segments.members().size(); segment++) {
            if (counts.reached(segment, 0) > 0 && !segments.dimension().isEmpty()) {
                told.add(segment);
                chances.add(rate(counts, segment).pAgainst(others(counts, segment)));
            }
        }
        double[] q = ManyTests.benjaminiHochberg(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        Evidence table = Evidence.of("funnel_segments")
                .words("segment")
                .number("entered")
                .number("completed")
                .number("share_completed")
                .number("others")
                .number("q");
        for (int i = 0; i < told.size(); i++) {
            int segment = told.get(i);
            Rate own = rate(counts, segment);
            Rate others = others(counts, segment);
            Term name = segment == 0
                    ? Term.words("funnel-other-segments")
                    : new Term.Text(segments.members().get(segment));
            table = table.row(
                    name, Term.count(own.of()), Term.count(own.hits()), own.term(), others.term(), Chance.of(q[i]));
            if (q[i] <= FALSE_DISCOVERIES && others.of() > 0 && segment > 0) {
                draft.reason(Sentence.of(own.share() > others.share() ? "funnel-segment-more" : "funnel-segment-less")
                        .with("segment", segments.members().get(segment))
                        .with("share", own.term())
                        .with("others", others.term()));
            }
        }
        draft.evidence(table);
    }

    private Rate rate(FunnelCounts counts, int segment) {
        return new Rate(counts.reached(segment, last), counts.reached(segment, 0));
    }

    private Rate others(FunnelCounts counts, int segment) {
        return new Rate(
                counts.reached(last) - counts.reached(segment, last), counts.reached(0) - counts.reached(segment, 0));
    }

    void caveats(Finding.Draft draft, FunnelCounts counts) {
        draft.caveat(Sentence.of("funnel-window-" + (window.from() == Window.From.FIRST_STEP ? "first" : "step"))
                .with("window", window()));
        long open = 0;
        for (int step = 0; step < last; step++) {
            open += counts.waiting(step);
        }
        if (open > 0) {
            draft.caveat(Sentence.of("funnel-open").with("count", open));
        }
        draft.caveat(Sentence.of("funnel-persons"));
    }

    private Term window() {
        return new Term.Amount(window.length().getSeconds() / DAY, MetricUnit.DAYS);
    }

    /** The step that loses most persons of the step before it. */
    private int worst(FunnelCounts counts) {
        int worst = last;
        for (int step = last; step > 0; step--) {
            boolean worse = counts.reached(before(step)) - counts.reached(step)
                    > counts.reached(before(worst)) - counts.reached(worst);
            worst = worse && !steps.get(step).optional() ? step : worst;
        }
        return worst;
    }

    /** The step that must be done before. */
    private int before(int step) {
        return new FunnelShape(steps.stream().map(Step::optional).toList(), window).firstBefore(step);
    }

    private static Term time(FunnelCounts counts, int step, double share) {
        return counts.gaps(step)
                .quantile(share)
                .map(micros -> micros / MICROS)
                .<Term>map(seconds -> seconds < LONG
                        ? new Term.Amount(seconds, MetricUnit.SECONDS)
                        : new Term.Amount(Math.round(10 * seconds / DAY) / 10.0, MetricUnit.DAYS))
                .orElse(Term.UNKNOWN);
    }
}
