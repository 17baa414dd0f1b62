package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.problem.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds the scorecard of some goals from the metrics. */
public final class ScorecardBuilder {

    private static final List<Status> URGENCY =
            List.of(Status.OFF_TRACK, Status.AT_RISK, Status.NO_VERDICT, Status.ON_TRACK);

    private final KpiMetrics metrics;
    private final LocalDate today;

    /**
     * A builder over some metrics.
     *
     * @param today the day to speak of when there are no data at all
     */
    public ScorecardBuilder(KpiMetrics metrics, LocalDate today) {
        this.metrics = metrics;
        this.today = today;
    }

    /**
     * The scorecard as of a day: periods that end after it are not used. Without a day, as of the newest day for which
     * the sources of some KPI are complete. A goal whose metric does not exist has no line, only a warning.
     */
    public Scorecard build(List<Goal> goals, Optional<LocalDate> asOf) {
        Problems problems = new Problems();
        Numbers numbers = new Numbers(metrics);
        List<Measured> measured = measured(goals, problems);
        LocalDate day = asOf.or(() -> newest(measured, numbers)).orElse(today);
        LineBuilder builder = new LineBuilder(metrics, numbers, problems);
        List<Line> lines = new ArrayList<>();
        measured.forEach(one -> lines.add(builder.line(one.goal(), one.metric(), day)));
        lines.sort(Comparator.comparingInt((Line line) -> URGENCY.indexOf(line.status()))
                .thenComparingDouble(line -> line.chance().orElse(1.0)));
        return new Scorecard(day, lines, warnings(problems));
    }

    /** A goal and the metric of its KPI. */
    private record Measured(Goal goal, Metric metric) {}

    private List<Measured> measured(List<Goal> goals, Problems problems) {
        List<Measured> measured = new ArrayList<>();
        for (Goal goal : goals) {
            metrics.find(goal.kpi().metric())
                    .ifPresentOrElse(
                            metric -> measured.add(new Measured(goal, metric)),
                            () -> problems.add(UnknownMetricRule.problem(goal, metrics)));
        }
        return measured;
    }

    private Optional<LocalDate> newest(List<Measured> measured, Numbers numbers) {
        List<LocalDate> days = new ArrayList<>();
        measured.forEach(one -> one.goal()
                .kpi()
                .cadence()
                .map(cadence -> Measurement.of(one.goal().kpi(), cadence, one.metric(), metrics.calendar()))
                .flatMap(what -> numbers.history(what).completeUntil())
                .ifPresent(days::add));
        return days.stream().max(Comparator.naturalOrder());
    }

    /** Each problem once; a scorecard is given in spite of them, so all are warnings at most. */
    private static List<Problem> warnings(Problems problems) {
        return problems.list().stream()
                .map(problem -> problem.isError()
                        ? new Problem(problem.code(), Severity.WARNING, problem.at(), problem.facts())
                        : problem)
                .distinct()
                .toList();
    }
}
