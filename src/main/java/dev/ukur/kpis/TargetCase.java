package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.stats.forecast.Roughness;
import dev.ukur.stats.forecast.Scale;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target to come beside what is known of its metric: a better level than the baseline's, both on the {@link Scale} on
 * which the metric's changes are taken as normal.
 *
 * @param goal whose target it is
 * @param what is measured
 * @param target as written
 * @param history complete and mature periods up to the day of the check
 * @param level the target in the metric's unit, per period of the cadence
 * @param baseline the value it starts from, in the metric's unit
 */
record TargetCase(Goal goal, Measurement what, Target target, History history, double level, double baseline) {

    /** The targets of a goal that can be judged: still to come, and better than a baseline that is known. */
    static Stream<TargetCase> of(CheckedGoals goals, Goal goal) {
        return goals.measurement(goal).stream()
                .filter(what -> what.metric().direction() != Direction.NEUTRAL)
                .flatMap(what -> of(goals, goal, what));
    }

    private static Stream<TargetCase> of(CheckedGoals goals, Goal goal, Measurement what) {
        Value baseline = goals.baseline(goal, new Problems());
        if (baseline.value().isEmpty()) {
            return Stream.empty();
        }
        double from = baseline.value().get();
        History history = goals.history(what).mature();
        return goal.kpi().targets().stream()
                .filter(target -> !target.due().isBefore(goals.today()))
                .map(target -> new TargetSpan(what, target))
                .filter(span -> span.refusal(goal, goals.metrics()).isEmpty())
                .flatMap(span -> new TargetLevel(goal, what.metric())
                        .of(span.target(), span.of(baseline), new Problems()).stream()
                                .map(level -> new TargetCase(
                                        goal, what, span.target(), history, level / span.periods(), from)))
                .filter(one -> one.history.last().isPresent() && one.steps() > 0 && one.isComparable());
    }

    private boolean isComparable() {
        return gap() > 0 && Double.isFinite(gap());
    }

    Metric metric() {
        return what.metric();
    }

    /** The known values in a row, oldest first, on the scale of the metric, turned so that more is better. */
    double[] course() {
        return values().stream().mapToDouble(this::scaled).toArray();
    }

    /** How much better the target is than the baseline, on the scale of the metric. */
    double gap() {
        return scaled(level) - scaled(baseline);
    }

    /** Complete periods from the last one to the one in which the target is due. */
    int steps() {
        Period last = history.last().orElseThrow().period();
        Period due = what.around(span().last());
        return due.last().isAfter(last.last()) ? Outlook.steps(last, due, what) : 0;
    }

    /** The days the target speaks of. */
    Period span() {
        return new TargetSpan(what, target).days();
    }

    /** The target as written, for all the days it speaks of. */
    double wholeLevel() {
        return level * new TargetSpan(what, target).periods();
    }

    /** What a single period varies by around its course, on the scale; from the interval of a share while days are few. */
    Optional<Double> noise() {
        Optional<Double> rough = Roughness.of(course()).map(Roughness::sd);
        return rough.or(this::sampling).filter(sd -> sd > 0 && Double.isFinite(sd));
    }

    private Optional<Double> sampling() {
        Value last = history.last().orElseThrow().value();
        double width = 2 * 1.959964;
        return last.low().flatMap(low -> last.high().map(high -> Math.abs(scaled(high) - scaled(low)) / width));
    }

    /** A number as a value on the scale, turned so that more is better. */
    double scaled(double value) {
        return sign() * scale().of(value);
    }

    /** The number of a turned value on the scale. */
    double back(double scaled) {
        return scale().back(sign() * scaled);
    }

    /** A problem of this target, with its goal, metric and numbers as facts. */
    Problem problem(String code) {
        return Problem.warning(code, target.at())
                .with("goal", goal.name())
                .with("metric", metric().name())
                .with("target", written(level))
                .with("baseline", written(baseline));
    }

    Object written(double value) {
        return WrittenNumber.of(value, metric());
    }

    private List<Double> values() {
        return history.unbroken();
    }

    private Scale scale() {
        return Scales.fitting(metric().unit(), values());
    }

    private double sign() {
        return metric().direction() == Direction.DOWN ? -1 : 1;
    }
}
