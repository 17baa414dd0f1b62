package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Context;
import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Cadence;
import dev.ukur.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One line of the scorecard. */
final class LineBuilder {

    private static final int TREND = 15;

    private final KpiMetrics metrics;
    private final FiscalCalendar calendar;
    private final Numbers numbers;
    private final Baseline baselines;
    private final Drivers drivers;
    private final Guardrails guardrails;
    private final Problems problems;

    LineBuilder(KpiMetrics metrics, Numbers numbers, Problems problems) {
        this.metrics = metrics;
        this.calendar = metrics.calendar();
        this.numbers = numbers;
        this.baselines = new Baseline(numbers, metrics);
        this.drivers = new Drivers(metrics, numbers);
        this.guardrails = new Guardrails(metrics, numbers, problems);
        this.problems = problems;
    }

    /** The line of a goal as of a day; what cannot be said is empty, with a problem. */
    Line line(Goal goal, Metric metric, LocalDate asOf) {
        Optional<Target> target = next(goal.kpi().targets(), asOf);
        if (target.isEmpty()) {
            problems.add(warning("kpi-no-target", goal));
        }
        Optional<Cadence> cadence = goal.kpi().cadence();
        if (cadence.isEmpty()) {
            problems.add(warning("kpi-no-cadence", goal));
            return unmeasured(goal, metric, target);
        }
        Measurement what = Measurement.of(goal.kpi(), cadence.get(), metric, calendar);
        return measured(goal, what, target, asOf);
    }

    private Line measured(Goal goal, Measurement what, Optional<Target> target, LocalDate asOf) {
        History history = numbers.history(what).until(asOf);
        problems.addAll(history.problems());
        Optional<History.Entry> last = history.last();
        reportMissing(goal, what.metric(), last);
        Value now = last.map(History.Entry::value).orElse(Value.unknown());
        Value baseline = baselines.value(goal, what, history, problems);
        Optional<TargetSpan> span = target.map(next -> new TargetSpan(what, next));
        Optional<Double> level = span.flatMap(one -> level(goal, one, baseline));
        Optional<Days> days = days(what, history);
        Outlook outlook = new Outlook(goal, what, new Outlook.Known(history, days), problems);
        Verdict verdict = span.filter(one -> !one.isSum() || level.isPresent())
                .map(one -> outlook.verdict(one.days(), level))
                .orElse(Verdict.none());
        Context context = new ContextBuilder(goal, what, outlook, problems)
                .context(new ContextBuilder.Known(history, days, baseline, level), target, guardrails);
        boolean provisional = last.filter(entry -> !history.isMature(entry)).isPresent();
        List<Driver> factors = last.map(entry -> drivers.of(goal, what, entry.period(), problems))
                .orElse(List.of());
        return new Line(
                goal,
                what.metric(),
                last.map(History.Entry::period),
                now,
                provisional ? Value.unknown() : history.previous(),
                baseline,
                target,
                level,
                level.flatMap(
                        wanted -> reached(span.orElseThrow(), now, context).map(value -> value - wanted)),
                verdict.status(),
                verdict.chance(),
                verdict.forecast(),
                history.trend(TREND),
                factors,
                history.completeUntil(),
                provisional,
                context);
    }

    /** The target in the metric's unit; empty, with a problem, when it says nothing for this KPI. */
    private Optional<Double> level(Goal goal, TargetSpan span, Value baseline) {
        Optional<Problem> refusal = span.refusal(goal, metrics);
        refusal.ifPresent(problems::add);
        return refusal.isPresent()
                ? Optional.empty()
                : new TargetLevel(goal, span.what().metric()).of(span.target(), span.of(baseline), problems);
    }

    /** What is held against the target: the last period, or of a sum what came so far. */
    private static Optional<Double> reached(TargetSpan span, Value now, Context context) {
        return span.isSum() ? context.sum().map(Scorecard.Sum::soFar) : now.value();
    }

    /** The days that are told whole and that no source may restate. */
    private Optional<Days> days(Measurement what, History history) {
        return numbers.days(what)
                .flatMap(days -> history.completeUntil().flatMap(days::until))
                .flatMap(days -> history.provisionalFrom()
                        .map(first -> days.until(first.minusDays(1)))
                        .orElse(Optional.of(days)));
    }

    private static Line unmeasured(Goal goal, Metric metric, Optional<Target> target) {
        return new Line(
                goal,
                metric,
                Optional.empty(),
                Value.unknown(),
                Value.unknown(),
                Value.unknown(),
                target,
                Optional.empty(),
                Optional.empty(),
                Scorecard.Status.NO_VERDICT,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Context.none());
    }

    private void reportMissing(Goal goal, Metric metric, Optional<History.Entry> last) {
        if (last.isEmpty()) {
            problems.add(warning("kpi-no-complete-period", goal).with("metric", metric.name()));
        } else if (last.get().value().value().isEmpty()) {
            problems.add(warning("kpi-no-value", goal)
                    .with("metric", metric.name())
                    .with("period", last.get().period()));
        }
    }

    /** The first target that is not due before the day, else the last one. Targets are in order of their due dates. */
    private static Optional<Target> next(List<Target> targets, LocalDate asOf) {
        return targets.stream()
                .filter(target -> !target.due().isBefore(asOf))
                .findFirst()
                .or(() -> targets.stream().reduce((earlier, later) -> later));
    }

    private static Problem warning(String code, Goal goal) {
        return Problem.warning(code, goal.at("kpi")).with("goal", goal.name());
    }
}
