package dev.ukur.kpis;

import dev.ukur.model.Strategy;
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
            new AlignmentRule(),
            new DriverTreeRule(),
            new ComputableRule(),
            new DriverIdentityRule(),
            new CadenceRule(),
            new CurrencyRule(),
            new FreshnessRule(),
            new FilterRule(),
            new BaselinePeriodRule(),
            new BaselineDataRule(),
            new PastTargetRule(),
            new TargetFormRule(),
            new TargetSumRule(),
            new TargetBandsRule(),
            new TargetSideRule(),
            new TargetEvidenceRule(),
            new SampleRule(),
            new OutcomeEvidenceRule(),
            new FactorEvidenceRule());

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            Problem::at,
            Comparator.comparing((Location at) -> at.file().orElse(""))
                    .thenComparingInt(Location::line)
                    .thenComparingInt(Location::column));

    private GoalRules() {}

    /** All that is wrong or weak in the goals of a workspace, in the order of its lines. */
    public static List<Problem> check(Strategy strategy, KpiMetrics metrics, LocalDate today) {
        CheckedGoals checked = new CheckedGoals(strategy, metrics, today);
        return RULES.stream()
                .flatMap(rule -> rule.check(checked).stream())
                .sorted(BY_PLACE)
                .distinct()
                .toList();
    }
}
