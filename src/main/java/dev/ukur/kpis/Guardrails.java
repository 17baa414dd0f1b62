package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.GuardState;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.metrics.Answer.Parts;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The metrics that must not worsen while a KPI goes to its target. A guardrail is broken when it is past its limit by more
 * than chance: its whole 95 % interval where it has one, else more than 1.28 times the usual change from one period to the
 * next, which four of five changes keep within.
 */
final class Guardrails {

    private final KpiMetrics metrics;
    private final Numbers numbers;
    private final Problems problems;

    Guardrails(KpiMetrics metrics, Numbers numbers, Problems problems) {
        this.metrics = metrics;
        this.numbers = numbers;
        this.problems = problems;
    }

    /** The guardrails of a goal in a period of its KPI, in the order written; unknown metrics are told by the lint. */
    List<Guard> of(Goal goal, Measurement kpi, Period period) {
        return goal.kpi().guardrails().stream()
                .flatMap(name -> metrics.find(name).stream().map(metric -> guard(goal, name, kpi.of(metric), period)))
                .toList();
    }

    private Guard guard(Goal goal, String name, Measurement what, Period period) {
        History history = numbers.history(what).until(period.last());
        Value now = history.last()
                .filter(entry -> entry.period().equals(period) && history.isMature(entry))
                .map(History.Entry::value)
                .orElse(Value.unknown());
        Optional<Double> limit = Optional.ofNullable(goal.kpi().limits().get(name))
                .map(written -> limit(goal, what.metric(), written, baseline(goal, history)))
                .orElseGet(() -> baseline(goal, history));
        GuardState state = state(what.metric().direction(), now, limit, history);
        if (state == GuardState.BROKEN) {
            problems.add(Problem.warning("kpi-guardrail-broken", goal.at("guardrails." + name))
                    .with("goal", goal.name())
                    .with("guardrail", what.metric().name())
                    .with("period", period));
        }
        return new Guard(what.metric(), now, limit, state);
    }

    private Optional<Double> limit(Goal goal, Metric metric, Target.Level written, Optional<Double> baseline) {
        Value from = new Value(baseline, Optional.empty(), Optional.empty());
        return new TargetLevel(goal, metric).of(written, from, problems);
    }

    /** The guardrail's own value in the baseline days of the KPI: a ratio of sums, else the mean of its periods. */
    private static Optional<Double> baseline(Goal goal, History history) {
        List<History.Entry> entries = history.entries().stream()
                .filter(entry -> goal.kpi()
                        .baseline()
                        .filter(days -> days.holds(entry.period()))
                        .isPresent())
                .filter(entry -> entry.value().value().isPresent())
                .toList();
        List<Parts> parts =
                entries.stream().flatMap(entry -> entry.parts().stream()).toList();
        double below = parts.stream().mapToDouble(Parts::below).sum();
        if (!entries.isEmpty() && parts.size() == entries.size() && below > 0) {
            return Optional.of(parts.stream().mapToDouble(Parts::above).sum() / below);
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.stream()
                        .mapToDouble(entry -> entry.value().value().orElseThrow())
                        .average()
                        .orElseThrow());
    }

    private static GuardState state(Direction direction, Value now, Optional<Double> limit, History history) {
        if (direction == Direction.NEUTRAL || now.value().isEmpty() || limit.isEmpty()) {
            return GuardState.UNKNOWN;
        }
        double sign = direction == Direction.DOWN ? 1 : -1;
        double worse = sign * (now.value().get() - limit.get());
        if (worse <= 0) {
            return GuardState.HOLDS;
        }
        Optional<Double> best = direction == Direction.DOWN ? now.low() : now.high();
        boolean beyond = best.map(end -> sign * (end - limit.get()) > 0)
                .orElseGet(() -> UsualChange.reach(history.mature().unbroken())
                        .filter(reach -> worse > reach)
                        .isPresent());
        return beyond ? GuardState.BROKEN : GuardState.WITHIN_NOISE;
    }
}
