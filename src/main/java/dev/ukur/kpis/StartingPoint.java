package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.GoalIdea;
import dev.ukur.model.Kpi;
import dev.ukur.model.Target;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the KPI of an idea stands, and the smallest target that is worth setting. */
final class StartingPoint {

    /** Whole periods of a baseline, where there are so many. */
    private static final int PERIODS = 12;

    private static final int MONTHS_AHEAD = 6;
    private static final double LEAST_CHANGE = 0.05;

    private final KpiMetrics metrics;
    private final Numbers numbers;
    private final LocalDate today;

    StartingPoint(KpiMetrics metrics, LocalDate today) {
        this.metrics = metrics;
        this.numbers = new Numbers(metrics);
        this.today = today;
    }

    /** Empty while no whole period is known. */
    Optional<Suggestion.Start> of(GoalIdea idea) {
        return metrics.find(idea.metric()).flatMap(metric -> {
            Measurement what =
                    new Measurement(metric, Optional.empty(), idea.cadence().grain(), metrics.calendar());
            History history = numbers.history(what).until(today);
            return history.last().flatMap(last -> start(idea, what, history));
        });
    }

    private Optional<Suggestion.Start> start(GoalIdea idea, Measurement what, History history) {
        List<History.Entry> entries = history.entries();
        List<History.Entry> used = entries.subList(Math.max(0, entries.size() - PERIODS), entries.size());
        Period days = new Period(
                used.get(0).period().first(), used.get(used.size() - 1).period().last());
        LocalDate due = today.plusMonths(MONTHS_AHEAD).withDayOfMonth(1).minusDays(1);
        Goal goal = goal(idea, days, due);
        Value value = new Baseline(numbers, metrics).value(goal, what, history, new Problems());
        return value.value().map(from -> new Suggestion.Start(days, from, change(goal, what, history, from), due));
    }

    /** The change, in steps of a whole per cent, whose size is neither noise nor too small to be told by the due day. */
    private static Optional<Double> change(Goal goal, Measurement what, History history, double from) {
        Target target = goal.kpi().targets().get(0);
        TargetCase one = new TargetCase(goal, what, target, history, from, from);
        return one.noise()
                .filter(sd -> one.steps() > 0)
                .map(sd -> {
                    double gap = SampleRule.needed(sd, one);
                    double level = one.back(one.scaled(from) + gap);
                    double relative = Math.abs(level / from - 1);
                    double rounded = Math.max(LEAST_CHANGE, Math.ceil(relative * 100) / 100);
                    return level < from ? -rounded : rounded;
                })
                .filter(change -> Math.abs(change) < 1);
    }

    private static Goal goal(GoalIdea idea, Period baseline, LocalDate due) {
        Target target = new Target(BigDecimal.ONE, Target.Form.LEVEL, due, Location.nowhere());
        Kpi kpi = new Kpi(
                idea.metric(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(idea.cadence()),
                List.of(),
                Optional.of(baseline),
                List.of(target),
                List.of(),
                Optional.empty(),
                Map.of());
        return new Goal(idea.name(), idea.sentence(), kpi, Location.nowhere());
    }
}
