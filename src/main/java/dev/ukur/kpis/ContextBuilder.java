package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Arriving;
import dev.ukur.kpis.Scorecard.Band;
import dev.ukur.kpis.Scorecard.BandName;
import dev.ukur.kpis.Scorecard.Context;
import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.Sum;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Target;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the numbers of a KPI are read beside. */
final class ContextBuilder {

    private final Goal goal;
    private final Measurement what;
    private final Outlook outlook;
    private final Problems problems;

    ContextBuilder(Goal goal, Measurement what, Outlook outlook, Problems problems) {
        this.goal = goal;
        this.what = what;
        this.outlook = outlook;
        this.problems = problems;
    }

    /**
     * What is known already.
     *
     * @param level of the target
     */
    record Known(History history, Optional<Days> days, Value baseline, Optional<Double> level) {}

    Context context(Known known, Optional<Target> target, Guardrails guardrails) {
        Optional<History.Entry> last = known.history().last();
        List<Guard> guards =
                last.map(entry -> guardrails.of(goal, what, entry.period())).orElse(List.of());
        Optional<TargetSpan> span = target.filter(next -> last.isPresent()).map(next -> new TargetSpan(what, next));
        Optional<TargetSpan> ahead = span.filter(next -> directed() && !outlook.isOver(next.days()));
        return new Context(
                ahead.flatMap(next -> pace(known, next)),
                span.filter(next -> known.level().isPresent()).flatMap(this::sum),
                ahead.flatMap(next -> path(known, next)),
                ahead.map(next -> bands(known, next)).orElse(List.of()),
                guards,
                last.filter(known.history()::isMature).flatMap(entry -> yearAgo(known, entry)),
                last.flatMap(this::arriving),
                UsualChange.reach(known.history().mature().unbroken()));
    }

    /** The ends take the interval of the number and that of what has arrived together. */
    private Optional<Arriving> arriving(History.Entry last) {
        double most = what.metric().unit() == MetricUnit.SHARE ? 1 : Double.MAX_VALUE;
        Value now = last.value();
        return last.arriving()
                .map(part -> new Arriving(
                        part.arrived(),
                        part.low(),
                        part.high(),
                        new Value(
                                now.value().map(value -> Math.min(most, part.whole(value))),
                                now.low().map(low -> Math.min(most, low / part.high())),
                                now.high()
                                        .filter(any -> part.low() > 0)
                                        .map(high -> Math.min(most, high / part.low())))));
    }

    private boolean directed() {
        return what.metric().direction() != Direction.NEUTRAL;
    }

    private PaceMaker maker(Known known, TargetSpan span) {
        Outlook.Known past = new Outlook.Known(known.history(), known.days());
        return new PaceMaker(span, Shape.of(what, past, span.target().path()));
    }

    /** Where periods are the sums of their days. */
    private Optional<Pace> pace(Known known, TargetSpan span) {
        Optional<SoFar> soFar = outlook.soFar(span.days())
                .filter(so -> known.days().isPresent() || span.isSum())
                .filter(so -> so.until().isBefore(span.days().last()));
        return known.level()
                .flatMap(level ->
                        soFar.map(so -> maker(known, span).pace(level, so, outlook.expectation(span.days()))));
    }

    private Optional<Sum> sum(TargetSpan span) {
        return Optional.of(span.days())
                .filter(days -> span.isSum())
                .flatMap(days -> outlook.soFar(days).map(so -> new Sum(days, so.until(), so.sum())));
    }

    private Optional<Double> path(Known known, TargetSpan span) {
        Period last = known.history().last().orElseThrow().period();
        if (span.isSum()) {
            return known.level().flatMap(level -> maker(known, span).share(last, level));
        }
        return goal.kpi()
                .baseline()
                .flatMap(days -> known.baseline()
                        .value()
                        .flatMap(from -> known.level()
                                .flatMap(to -> maker(known, span).path(last, days, new PaceMaker.Ends(from, to)))));
    }

    private List<Band> bands(Known known, TargetSpan span) {
        Target.Bands written = span.target().bands();
        List<Band> bands = new ArrayList<>();
        written.minimum()
                .flatMap(level -> band(known, span, BandName.MINIMUM, level))
                .ifPresent(bands::add);
        written.stretch()
                .flatMap(level -> band(known, span, BandName.STRETCH, level))
                .ifPresent(bands::add);
        return bands;
    }

    private Optional<Band> band(Known known, TargetSpan span, BandName name, Target.Level written) {
        return new TargetLevel(goal, what.metric())
                .of(written, span.of(known.baseline()), problems)
                .map(level -> new Band(
                        name,
                        level,
                        outlook.expectation(span.days())
                                .map(coming ->
                                        coming.chance(level, what.metric().direction()))));
    }

    private Optional<YearAgo> yearAgo(Known known, History.Entry last) {
        return known.days().flatMap(days -> new YearBefore(days, what.grain()).of(last.period()));
    }
}
