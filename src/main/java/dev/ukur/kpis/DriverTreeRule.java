package dev.ukur.kpis;

import dev.ukur.model.DriverLink;
import dev.ukur.model.Strategy;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The driver tree is made of metrics of the catalogue, and no metric stands below itself. */
final class DriverTreeRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        List<Problem> problems = new ArrayList<>();
        for (DriverLink link : goals.strategy().drivers()) {
            unknown(link.metric(), link.at(), goals, problems);
            link.parts().forEach(part -> unknown(part, link.at(part), goals, problems));
            if (below(link.metric(), goals.strategy()).contains(link.metric())) {
                problems.add(Problem.error("driver-circle", link.at()).with("metric", link.metric()));
            }
        }
        return problems;
    }

    private static void unknown(String name, Location at, CheckedGoals goals, List<Problem> problems) {
        if (goals.metrics().find(name).isEmpty()) {
            problems.add(Problem.error("driver-unknown-metric", at)
                    .with("metric", name)
                    .with("nearest", MetricNames.nearest(name, goals.metrics())));
        }
    }

    /** All metrics below one, at any depth. */
    private static Set<String> below(String metric, Strategy strategy) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(metric));
        while (!open.isEmpty()) {
            for (DriverLink link : strategy.below(open.remove(open.size() - 1))) {
                link.parts().stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }
}
