package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import dev.ukur.stats.Normal;
import dev.ukur.stats.compare.SampleSize;
import java.util.List;
import java.util.Optional;

/**
 * By the due date there are enough periods to tell the wanted change from chance: with a two-sided test at 5 %, noticed in
 * 80 of 100 cases, {@code (z + zβ) sd √(1/before + 1/after)} must not exceed the change.
 */
final class SampleRule implements GoalRule {

    private static final double POWER = 0.8;
    private static final double REACH =
            Normal.standard().quantile(0.975) + Normal.standard().quantile(POWER);

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> TargetCase.of(goals, goal).flatMap(one -> check(one).stream()));
    }

    private static Optional<Problem> check(TargetCase one) {
        int before = before(one);
        return one.noise()
                .filter(sd -> before > 0 && visible(sd, before, one.steps()) > one.gap())
                .map(sd -> {
                    double shows = one.scaled(one.baseline()) + visible(sd, before, one.steps());
                    Needed needed = Needed.of(sd, one.gap(), before);
                    return one.problem("kpi-sample-too-small")
                            .with("due", one.target().due())
                            .with("left", one.steps())
                            .with("needed", needed.after())
                            .with("before", needed.before())
                            .with("shows", one.written(one.back(shows)));
                });
    }

    /** The smallest change, on the scale, that is no noise of a single period and can be told by the due day. */
    static double needed(double sd, TargetCase one) {
        return Math.max(TargetEvidenceRule.NOISE * sd, visible(sd, Math.max(1, before(one)), one.steps()));
    }

    /** The smallest change that so many periods show. */
    private static double visible(double sd, int before, int after) {
        return REACH * sd * Math.sqrt(1.0 / before + 1.0 / after);
    }

    /** Whole periods of the cadence inside the baseline. */
    private static int before(TargetCase one) {
        return one.what()
                .wholePeriods(one.goal().kpi().baseline().orElseThrow())
                .size();
    }

    /** How many periods would do, before and after; a longer baseline is asked for only where the one given never will. */
    private record Needed(int before, int after) {

        static Needed of(double sd, double gap, int before) {
            double rest = Math.pow(gap / (REACH * sd), 2) - 1.0 / before;
            if (rest > 0) {
                return new Needed(before, (int) Math.ceil(1 / rest));
            }
            int each = (int) Math.ceil(SampleSize.ofMean(sd, gap, POWER).perGroup());
            return new Needed(each, each);
        }
    }
}
