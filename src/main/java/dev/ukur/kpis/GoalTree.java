package dev.ukur.kpis;

import dev.ukur.model.Aim;
import dev.ukur.model.DriverLink;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What the goals are for and what moves them: aims, the goals that serve them, and below each goal's KPI the driver tree.
 *
 * @param aims each with the goals that serve it
 * @param goals those that serve no aim and no other goal
 */
public record GoalTree(List<Branch> aims, List<Node> goals) {

    public GoalTree {
        aims = List.copyOf(aims);
        goals = List.copyOf(goals);
    }

    /** An aim and the goals right below it. */
    public record Branch(Aim aim, List<Node> goals) {

        public Branch {
            goals = List.copyOf(goals);
        }
    }

    /**
     * A goal.
     *
     * @param goal as written
     * @param metric of its KPI, when the catalogue knows it
     * @param evidence what the data show of the KPI and the goal's outcome, when it has one and the data are enough
     * @param drivers below the KPI
     * @param goals that support it
     */
    public record Node(
            Goal goal, Optional<Metric> metric, Optional<Evidence> evidence, List<Driver> drivers, List<Node> goals) {

        public Node {
            drivers = List.copyOf(drivers);
            goals = List.copyOf(goals);
        }
    }

    /**
     * What the data show of two metrics.
     *
     * @param outcome that should be moved
     * @param kind {@code leads}, {@code together} or {@code none}
     * @param gain share of the forecast's error that knowing the metric takes away
     * @param low lower end of its interval
     * @param high upper end
     * @param periods it was learnt from
     */
    public record Evidence(String outcome, String kind, double gain, double low, double high, int periods) {}

    /**
     * A metric below another.
     *
     * @param metric by name
     * @param relation how it makes or moves the one above
     * @param holds whether the identity it belongs to holds in all periods; empty for influences, or while it cannot be told
     * @param below the metrics below it
     */
    public record Driver(String metric, DriverLink.Relation relation, Optional<Boolean> holds, List<Driver> below) {

        public Driver {
            below = List.copyOf(below);
        }
    }
}
