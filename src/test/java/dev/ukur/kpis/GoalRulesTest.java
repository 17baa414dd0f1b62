package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Strategy;
import dev.ukur.model.Target.Form;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule, through the list of rules: so a rule that is not on the list fails its test. */
class GoalRulesTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 20);

    /** The numbers below end long before today; how old they are is the subject of the corpus, not of these tests. */
    private static final String OLD_DATA = " kpi-data-stale ";

    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("page_views", MetricUnit.COUNT, Direction.UP, Role.CONTEXT))
            .metric(define("visits", MetricUnit.COUNT, Direction.UP, Role.DRIVER))
            .metric(define("customers", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("churn", MetricUnit.SHARE, Direction.DOWN, Role.OUTCOME))
            .metric(define("spend", MetricUnit.MONEY, Direction.NEUTRAL, Role.DRIVER))
            .metric(define("revenue", MetricUnit.MONEY, Direction.UP, Role.OUTCOME))
            .values("page_views", Grain.MONTH, JANUARY, 1.0)
            .values("spend", Grain.MONTH, JANUARY, 1.0)
            .values("visits", Grain.MONTH, JANUARY, 1.0)
            .values("churn", Grain.MONTH, JANUARY, 0.05, 0.04)
            .total("churn", new Period(JANUARY, LocalDate.of(2025, 2, 28)), 0.0456)
            .values("customers", Grain.MONTH, JANUARY, 100.0, 200.0, 300.0);

    private final Goals good =
            Goals.measuring("customers").baseline("2025-01-01", "2025-02-28").target("160", Form.LEVEL, "2025-12-31");

    @Test
    void a_complete_goal_is_clean() {
        assertThat(check(good)).isEmpty();
    }

    @Test
    void the_minimum_of_a_target_asks_less_than_its_value_and_the_stretch_more() {
        Goals bare = Goals.measuring("customers").baseline("2025-01-01", "2025-02-28");

        assertThat(check(bare.bands("155", "160", "170", "2025-12-31"))).isEmpty();
        assertThat(check(bare.bands("165", "160", "160", "2025-12-31")))
                .containsExactly(
                        "target 1 error kpi-band-side {goal=customers_goal, band=minimum}",
                        "target 1 error kpi-band-side {goal=customers_goal, band=stretch}");
    }

    @Test
    void a_workspace_without_goals_is_told_so() {
        assertThat(check()).containsExactly(" warning goals-none {}");
    }

    @Test
    void an_unknown_metric_is_named_with_the_nearest_name_also_when_it_is_near_an_alias() {
        Goals typo = new Goals("typo", Goals.measuring("custmers").kpi());
        Goals alias = new Goals("alias", Goals.measuring("customers_alas").kpi());
        Goals far = new Goals("far", Goals.measuring("zzzzzzzzzzzz").kpi());

        assertThat(check(typo, alias, far).stream().filter(line -> line.contains("unknown")))
                .containsExactly(
                        "metric error kpi-unknown-metric {goal=typo, metric=custmers, nearest=customers}",
                        "metric error kpi-unknown-metric {goal=alias, metric=customers_alas, nearest=customers}",
                        "metric error kpi-unknown-metric {goal=far, metric=zzzzzzzzzzzz, nearest=–}");
    }

    @Test
    void an_unknown_factor_is_named_with_the_nearest_name() {
        assertThat(check(good.factors("visits", "custoners")))
                .containsExactly("goal error kpi-unknown-factor {goal=customers_goal, factor=custoners,"
                        + " nearest=customers}");
    }

    @Test
    void every_missing_part_is_named() {
        assertThat(check(good.bare()))
                .containsExactly(
                        "kpi error kpi-no-cadence {goal=customers_goal}",
                        "kpi error kpi-no-target {goal=customers_goal}",
                        "kpi warning kpi-no-owner {goal=customers_goal}",
                        "kpi warning kpi-no-baseline {goal=customers_goal}",
                        "kpi warning kpi-no-factors {goal=customers_goal}",
                        "kpi warning kpi-no-guardrail {goal=customers_goal}",
                        "kpi warning kpi-no-action {goal=customers_goal}");
    }

    @Test
    void a_context_metric_is_vanity_and_better_ones_are_suggested_the_goals_own_factors_first() {
        Goals vanity = Goals.measuring("page_views").target("5", Form.LEVEL, "2025-12-31");

        assertThat(check(vanity))
                .containsExactly("metric error kpi-vanity {goal=page_views_goal, metric=page_views,"
                        + " suggestions=visits, customers, churn}");
    }

    @Test
    void one_metric_for_two_goals_is_a_warning_unless_their_filters_differ() {
        assertThat(check(good, good.named("other"), good.named("paid").where("channel = 'Paid Search'")))
                .containsExactly(
                        "metric warning kpi-metric-shared {goal=other, metric=customers," + " other=customers_goal}");
    }

    @Test
    void more_than_seven_kpis_are_too_many() {
        Goals[] seven = several(7);
        Goals[] eight = several(8);

        assertThat(check(seven)).isEmpty();
        assertThat(check(eight)).containsExactly("goal warning kpi-too-many {count=8, most=7}");
    }

    @Test
    void a_metric_without_data_names_the_missing_tables() {
        Goals revenue = Goals.measuring("revenue").target("5", Form.LEVEL, "2025-12-31");

        assertThat(check(revenue))
                .containsExactly(
                        "metric warning kpi-not-computable {goal=revenue_goal, metric=revenue," + " missing=orders}");
    }

    @Test
    void a_filter_that_the_metrics_refuse_is_told_at_its_place() {
        assertThat(check(good.where("channel ?"))).containsExactly("where error formula-syntax {}");
    }

    @Test
    void a_baseline_must_be_over_and_before_the_first_target() {
        assertThat(check(good.baseline("2025-10-01", "2025-10-20")))
                .containsExactly("baseline error kpi-baseline-future {goal=customers_goal,"
                        + " baseline=2025-10-01..2025-10-20}");
        assertThat(check(good.baseline("2025-01-01", "2025-03-31").target("400", Form.LEVEL, "2025-03-31")))
                .containsExactly(
                        "baseline error kpi-baseline-after-due {goal=customers_goal,"
                                + " baseline=2025-01-01..2025-03-31, due=2025-03-31}",
                        notBetter("160", "200"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-01-01 | 2025-04-30 | warning kpi-baseline-incomplete | , until=2025-03-31",
                "2024-01-01 | 2024-12-31 | warning kpi-baseline-empty | ''",
                "2025-01-10 | 2025-02-20 | warning kpi-baseline-cut | , cadence=monthly",
                "2025-01-10 | 2025-02-28 | note kpi-baseline-trimmed | , cadence=monthly, used=2025-02-01..2025-02-28",
            })
    void a_baseline_needs_data_in_whole_periods(String first, String last, String problem, String more) {
        Goals goal = Goals.measuring("customers").baseline(first, last).target("400", Form.LEVEL, "2025-12-31");

        assertThat(check(goal))
                .containsExactly(
                        "baseline " + problem + " {goal=customers_goal, baseline=" + first + ".." + last + more + "}");
    }

    @Test
    void a_target_is_past_only_when_no_later_one_is_left() {
        Goals past = Goals.measuring("customers").target("500", Form.LEVEL, "2025-10-19");

        assertThat(check(past))
                .containsExactly("target 1 warning kpi-target-past {goal=customers_goal, due=2025-10-19}");
        assertThat(check(past.target("600", Form.LEVEL, "2025-10-20"))).isEmpty();
    }

    @Test
    void a_percentage_fits_shares_only_and_a_share_above_one_needs_its_sign() {
        Goals count = Goals.measuring("customers").target("0.155", Form.PERCENT, "2025-12-31");
        Goals share = Goals.measuring("churn").target("3.5", Form.LEVEL, "2025-12-31");

        assertThat(check(count, share))
                .containsExactly(
                        "target 1 error kpi-target-percent {goal=customers_goal, metric=customers, value=15.5}",
                        "target 1 error kpi-target-share {goal=churn_goal, metric=churn, value=3.5}");
    }

    @Test
    void a_target_must_be_better_than_the_baseline_in_the_metrics_direction() {
        assertThat(check(good.target("150", Form.LEVEL, "2026-12-31")))
                .containsExactly(notBetter("150", "150").replace("target 1", "target 2"));
        assertThat(check(good.target("-0.10", Form.CHANGE, "2026-12-31")))
                .containsExactly(notBetter("-10%", "150").replace("target 1", "target 2"));
    }

    @Test
    void a_share_that_should_fall_needs_a_lower_target() {
        Goals churn = Goals.measuring("churn").baseline("2025-01-01", "2025-02-28");

        assertThat(check(churn.target("0.01", Form.PERCENT, "2025-12-31"))).isEmpty();
        assertThat(check(churn.target("0.10", Form.CHANGE, "2025-12-31")))
                .containsExactly("target 1 error kpi-target-not-better {goal=churn_goal, metric=churn,"
                        + " direction=down, target=+10%, baseline=4.56%}");
        assertThat(check(churn.target("0.05", Form.PERCENT, "2025-12-31")))
                .containsExactly("target 1 error kpi-target-not-better {goal=churn_goal, metric=churn,"
                        + " direction=down, target=5%, baseline=4.56%}");
    }

    @Test
    void a_metric_without_a_better_direction_cannot_be_judged() {
        Goals spend = Goals.measuring("spend").target("5", Form.LEVEL, "2025-12-31");

        assertThat(check(spend)).containsExactly("metric warning kpi-no-direction {goal=spend_goal, metric=spend}");
    }

    @Test
    void weekly_kpis_may_have_a_baseline_of_months() {
        metrics.values("customers", Grain.WEEK, LocalDate.of(2024, 12, 30), 1.0, 10.0, 20.0, 30.0, 5.0);
        Goals weekly = Goals.measuring("customers")
                .cadence(Cadence.WEEKLY)
                .baseline("2025-01-01", "2025-01-31")
                .target("15", Form.LEVEL, "2025-12-31");

        assertThat(check(weekly)).contains(notBetter("15", "20"));
    }

    private static Goals[] several(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Goals.measuring("customers")
                        .named("goal " + i)
                        .where("channel = '" + i + "'")
                        .target("5", Form.LEVEL, "2025-12-31"))
                .toArray(Goals[]::new);
    }

    private static String notBetter(String target, String baseline) {
        return "target 1 error kpi-target-not-better {goal=customers_goal, metric=customers, direction=up, target="
                + target + ", baseline=" + baseline + "}";
    }

    private List<String> check(Goals... goals) {
        List<Goal> all = java.util.Arrays.stream(goals).map(Goals::goal).toList();
        return Goals.lines(GoalRules.check(Strategy.of(all), metrics, TODAY)).stream()
                .filter(line -> !line.contains(OLD_DATA))
                .toList();
    }
}
