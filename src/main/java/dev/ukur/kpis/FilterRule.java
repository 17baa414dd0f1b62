package dev.ukur.kpis;

import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** The filter of a KPI is one that the metrics understand: they are asked for one day under it. */
final class FilterRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals
                .metric(goal)
                .filter(metric -> goal.kpi().where().isPresent())
                .filter(metric -> computable(goals, metric))
                .stream()
                .flatMap(metric -> ask(goals, goal, metric)));
    }

    private static boolean computable(CheckedGoals goals, Metric metric) {
        return goals.metrics().catalog().stream()
                .anyMatch(entry -> entry.computable() && entry.metric().name().equals(metric.name()));
    }

    private static Stream<Problem> ask(CheckedGoals goals, Goal goal, Metric metric) {
        Period day = Grain.DAY.around(goals.today());
        try {
            goals.metrics()
                    .query(MetricQuery.total(metric.name(), day)
                            .where(goal.kpi().where()));
            return Stream.empty();
        } catch (ProblemException e) {
            return e.problems().stream().map(problem -> placed(problem, goal.at("where")));
        }
    }

    /** The problem at the filter, for the metrics know the text of the filter only, not its file. */
    private static Problem placed(Problem problem, Location where) {
        return problem.at().file().isPresent()
                ? problem
                : new Problem(problem.code(), problem.severity(), where, problem.facts());
    }
}
