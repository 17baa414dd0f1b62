package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looks from the history of a KPI to the period in which its target is due. */
final class Outlook {

    private final Goal goal;
    private final Measurement what;
    private final History history;
    private final Problems problems;

    Outlook(Goal goal, Measurement what, History history, Problems problems) {
        this.goal = goal;
        this.what = what;
        this.history = history;
        this.problems = problems;
    }

    /**
     * The verdict on a target.
     *
     * @param due its last day
     * @param level the target in the metric's unit; without one there is a forecast but no status
     */
    Verdict verdict(LocalDate due, Optional<Double> level) {
        Direction direction = what.metric().direction();
        if (direction == Direction.NEUTRAL) {
            problems.add(warning("kpi-no-direction"));
        }
        if (history.last().isEmpty()) {
            return Verdict.none();
        }
        Optional<Double> wanted = level.filter(target -> direction != Direction.NEUTRAL);
        Period duePeriod = what.around(due);
        Period last = history.last().get().period();
        return duePeriod.last().isAfter(last.last())
                ? future(steps(last, duePeriod, what), wanted)
                : past(duePeriod, wanted);
    }

    /** Periods from one to a later one; the next is 1 away. */
    static int steps(Period from, Period to, Measurement what) {
        return what.cut(new Period(from.last().plusDays(1), to.last())).size();
    }

    private Verdict past(Period duePeriod, Optional<Double> wanted) {
        Optional<Double> value = history.at(duePeriod);
        if (value.isEmpty()) {
            problems.add(warning("kpi-due-period-unknown").with("period", duePeriod.toString()));
        }
        if (value.isEmpty() || wanted.isEmpty()) {
            return Verdict.none();
        }
        boolean reached =
                what.metric().direction() == Direction.DOWN ? value.get() <= wanted.get() : value.get() >= wanted.get();
        return Verdict.past(reached);
    }

    private Verdict future(int h, Optional<Double> wanted) {
        Optional<Forecast> forecast = forecast();
        if (forecast.isEmpty()) {
            return Verdict.none();
        }
        Interval interval = forecast.get().interval(h);
        Metric metric = what.metric();
        return wanted.map(level -> Verdict.of(forecast.get().chance(h, level, metric.direction()), interval))
                .orElseGet(() -> Verdict.none(interval));
    }

    private Optional<Forecast> forecast() {
        List<Double> values = history.unbroken();
        if (values.size() < Forecast.LEAST_PERIODS) {
            problems.add(warning("kpi-forecast-too-short")
                    .with("periods", values.size())
                    .with("least", Forecast.LEAST_PERIODS));
            return Optional.empty();
        }
        Optional<Forecast> forecast =
                Forecast.fit(values, what.grain(), what.metric().unit());
        if (forecast.isEmpty()) {
            problems.add(warning("kpi-forecast-flat"));
        }
        return forecast;
    }

    private Problem warning(String code) {
        return Problem.warning(code, goal.at("targets"))
                .with("goal", goal.name())
                .with("metric", what.metric().name());
    }
}
