package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The lint of goals: all rules in one place. That a goal has exactly one KPI is a matter of the file's form and told
 * when it is read.
 */
public final class GoalRules {

    private static final List<GoalRule> RULES = List.of(
            new NoGoalsRule(),
            new UnknownMetricRule(),
            new UnknownFactorRule(),
            new MissingPartsRule(),
            new VanityMetricRule(),
            new SharedMetricRule(),
            new TooManyKpisRule(),
            new ComputableRule(),
            new FilterRule(),
            new BaselinePeriodRule(),
            new BaselineDataRule(),
            new PastTargetRule(),
            new TargetFormRule(),
            new TargetBandsRule(),
            new TargetSideRule());

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            Problem::at,
            Comparator.comparing((Location at) -> at.file().orElse(""))
                    .thenComparingInt(Location::line)
                    .thenComparingInt(Location::column));

    private GoalRules() {}

    /** All that is wrong or weak in the goals of a workspace, in the order of its lines. */
    public static List<Problem> check(List<Goal> goals, KpiMetrics metrics, LocalDate today) {
        CheckedGoals checked = new CheckedGoals(goals, metrics, today);
        return RULES.stream()
                .flatMap(rule -> rule.check(checked).stream())
                .sorted(BY_PLACE)
                .distinct()
                .toList();
    }
}
