package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.stats.Normal;
import dev.ukur.stats.forecast.Roughness;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target asks for something: it lies outside what single periods vary by anyway, above what comes if nothing changes,
 * and within what was ever seen, in level or in the speed of change.
 */
final class TargetEvidenceRule implements GoalRule {

    /** One period in ten lies further out without any change. */
    static final double NOISE = Normal.standard().quantile(0.9);

    /** A target that is reached with this chance when nothing changes asks for nothing. */
    private static final double BY_ITSELF = 0.8;

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> TargetCase.of(goals, goal)
                .flatMap(one ->
                        Stream.of(inNoise(one), byItself(one), unseen(one)).flatMap(Optional::stream)));
    }

    private static Optional<Problem> inNoise(TargetCase one) {
        double from = one.scaled(one.baseline());
        return one.noise().filter(sd -> one.gap() < NOISE * sd).map(sd -> {
            double worse = one.back(from - NOISE * sd);
            double better = one.back(from + NOISE * sd);
            return one.problem("kpi-target-in-noise")
                    .with("low", one.written(Math.min(worse, better)))
                    .with("high", one.written(Math.max(worse, better)));
        });
    }

    private static Optional<Problem> byItself(TargetCase one) {
        Verdict verdict = new Outlook(one.goal(), one.what(), one.history(), new Problems())
                .verdict(one.span(), Optional.of(one.wholeLevel()));
        return verdict.chance()
                .filter(chance -> chance >= BY_ITSELF)
                .map(chance -> one.problem("kpi-target-by-itself")
                        .with("chance", WrittenNumber.percent(chance))
                        .with(
                                "forecast",
                                verdict.forecast()
                                        .map(said -> one.written(said.value()))
                                        .orElse("–")));
    }

    private static Optional<Problem> unseen(TargetCase one) {
        double[] course = one.course();
        if (course.length < Roughness.LEAST) {
            return Optional.empty();
        }
        double best = Arrays.stream(course).max().orElseThrow();
        double last = course[course.length - 1];
        double wanted = one.scaled(one.level());
        double reach = last + largestGain(course, one.steps());
        if (wanted <= best || wanted <= reach) {
            return Optional.empty();
        }
        return Optional.of(one.problem("kpi-target-unseen")
                .with("best", one.written(one.back(best)))
                .with("reach", one.written(one.back(reach)))
                .with("periods", one.steps()));
    }

    /** The largest gain ever seen over so many steps or fewer; at its speed where the history is shorter. */
    private static double largestGain(double[] course, int steps) {
        int span = Math.min(steps, course.length - 1);
        double largest = 0;
        for (int from = 0; from < course.length; from++) {
            for (int to = from + 1; to <= Math.min(from + span, course.length - 1); to++) {
                largest = Math.max(largest, course[to] - course[from]);
            }
        }
        return largest * steps / span;
    }
}
