package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Band;
import dev.ukur.kpis.Scorecard.BandName;
import dev.ukur.kpis.Scorecard.Context;
import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Target;
import dev.ukur.problem.Problems;
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
        Optional<Target> ahead = target.filter(next -> last.isPresent() && directed() && !outlook.isOver(next.due()));
        return new Context(
                ahead.flatMap(next -> pace(known, next)),
                ahead.flatMap(next -> path(known, next)),
                ahead.map(next -> bands(known, next)).orElse(List.of()),
                guards,
                last.filter(known.history()::isMature).flatMap(entry -> yearAgo(known, entry)));
    }

    private boolean directed() {
        return what.metric().direction() != Direction.NEUTRAL;
    }

    private Optional<Pace> pace(Known known, Target target) {
        return known.level()
                .flatMap(level ->
                        new PaceMaker(target, what, known.days()).pace(level, outlook.expectation(target.due())));
    }

    private Optional<Double> path(Known known, Target target) {
        return goal.kpi()
                .baseline()
                .flatMap(days -> known.baseline()
                        .value()
                        .flatMap(from -> known.level()
                                .flatMap(to -> new PaceMaker(target, what, known.days())
                                        .path(
                                                known.history()
                                                        .last()
                                                        .orElseThrow()
                                                        .period(),
                                                days,
                                                new PaceMaker.Ends(from, to)))));
    }

    private List<Band> bands(Known known, Target target) {
        List<Band> bands = new ArrayList<>();
        target.bands()
                .minimum()
                .flatMap(level -> band(known, target, BandName.MINIMUM, level))
                .ifPresent(bands::add);
        target.bands()
                .stretch()
                .flatMap(level -> band(known, target, BandName.STRETCH, level))
                .ifPresent(bands::add);
        return bands;
    }

    private Optional<Band> band(Known known, Target target, BandName name, Target.Level written) {
        return new TargetLevel(goal, what.metric())
                .of(written, known.baseline(), problems)
                .map(level -> new Band(
                        name,
                        level,
                        outlook.expectation(target.due())
                                .map(coming ->
                                        coming.chance(level, what.metric().direction()))));
    }

    private Optional<YearAgo> yearAgo(Known known, History.Entry last) {
        return known.days().flatMap(days -> new YearBefore(days, what.grain()).of(last.period()));
    }
}
