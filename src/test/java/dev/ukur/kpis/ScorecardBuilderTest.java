package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target;
import dev.ukur.model.Target.Form;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardBuilderTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 20);

    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("customers", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("cac", "spend / customers", MetricUnit.MONEY, Direction.DOWN, Role.OUTCOME))
            .metric(define("churn", MetricUnit.SHARE, Direction.DOWN, Role.OUTCOME))
            .metric(define("visits", MetricUnit.COUNT, Direction.UP, Role.DRIVER))
            .metric(define("leads", MetricUnit.COUNT, Direction.UP, Role.DRIVER))
            .metric(define("spend", MetricUnit.MONEY, Direction.NEUTRAL, Role.DRIVER))
            .values("visits", Grain.MONTH, JANUARY, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 1000.0, 1100.0)
            .values(
                    "customers",
                    Grain.MONTH,
                    JANUARY,
                    100.0,
                    200.0,
                    100.0,
                    200.0,
                    100.0,
                    200.0,
                    100.0,
                    200.0,
                    100.0,
                    7.0)
            .completeUntil("customers", LocalDate.of(2025, 10, 15));

    @Test
    void a_kpi_is_told_from_its_last_complete_period() {
        Goal goal = Goals.measuring("customers")
                .baseline("2025-01-01", "2025-06-30")
                .target("200", Form.LEVEL, "2025-12-31")
                .goal();

        Scorecard card = build(goal);

        Line line = card.kpis().get(0);
        assertThat(card.asOf()).isEqualTo(LocalDate.of(2025, 10, 15));
        assertThat(card.warnings()).isEmpty();
        assertThat(line.period()).contains(month(9));
        assertThat(line.now()).isEqualTo(value(100));
        assertThat(line.previous()).isEqualTo(value(200));
        assertThat(line.baseline()).isEqualTo(value(150));
        assertThat(line.target()).contains(goal.kpi().targets().get(0));
        assertThat(line.targetValue()).contains(200.0);
        assertThat(line.gap()).contains(-100.0);
        assertThat(line.freshUntil()).contains(LocalDate.of(2025, 10, 15));
        assertThat(line.provisional()).isFalse();
        assertThat(line.trend())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 9)
                        .mapToObj(month -> new Point(month(month), Optional.of(month % 2 == 1 ? 100.0 : 200.0)))
                        .toList());
    }

    @Test
    void a_share_that_should_fall_stays_between_0_and_1_and_is_reached_from_above() {
        metrics.values("churn", Grain.MONTH, LocalDate.of(2025, 2, 1), 0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2)
                .total("churn", new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 31)), 0.16)
                .values("visits", Grain.MONTH, JANUARY, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 8.0, 8.0);
        Goal goal = Goals.measuring("churn")
                .baseline("2025-02-01", "2025-03-31")
                .target("0.10", Form.PERCENT, "2025-11-15")
                .goal();

        Line line = build(goal).kpis().get(0);

        assertThat(line.now()).isEqualTo(new Value(Optional.of(0.2), Optional.of(0.2 - 0.01), Optional.of(0.2 + 0.01)));
        assertThat(line.baseline().value()).contains(0.16);
        assertThat(line.gap().orElseThrow()).isCloseTo(0.1, within(1e-12));
        Interval interval = line.forecast().orElseThrow();
        assertThat(interval.low()).isBetween(0.02, 0.11);
        assertThat(interval.high()).isBetween(0.19, 0.5);
        // 10 % is the low end of what was ever seen: less likely than not.
        assertThat(line.chance().orElseThrow()).isBetween(0.02, 0.5);
    }

    @Test
    void the_baseline_of_an_average_is_taken_over_all_its_days_at_once() {
        metrics.values("cac", Grain.MONTH, JANUARY, 50.0, 60.0)
                .total("cac", new Period(JANUARY, LocalDate.of(2025, 2, 28)), 58.0);
        Goal goal = Goals.measuring("cac")
                .baseline("2025-01-01", "2025-02-28")
                .target("-0.10", Form.CHANGE, "2025-12-31")
                .goal();

        Line line = build(goal).kpis().get(0);

        assertThat(line.baseline()).isEqualTo(value(58));
        assertThat(line.targetValue().orElseThrow()).isCloseTo(52.2, within(1e-12));
    }

    @Test
    void the_baseline_of_weeks_uses_the_whole_weeks_inside_it_and_says_so() {
        metrics.values("customers", Grain.WEEK, LocalDate.of(2024, 12, 30), 1.0, 10.0, 20.0, 30.0, 5.0);
        Goal goal = Goals.measuring("customers")
                .factors()
                .cadence(Cadence.WEEKLY)
                .baseline("2025-01-01", "2025-01-31")
                .goal();

        Scorecard card = build(goal);

        assertThat(card.kpis().get(0).baseline()).isEqualTo(value(20));
        assertThat(Goals.lines(card.warnings()))
                .containsExactly(
                        "kpi warning kpi-no-target {goal=customers_goal}",
                        "baseline note kpi-baseline-trimmed {goal=customers_goal, baseline=2025-01-01..2025-01-31,"
                                + " cadence=weekly, used=2025-01-06..2025-01-26}");
    }

    @Test
    void a_baseline_without_a_value_in_some_period_is_not_averaged_over_the_rest() {
        metrics.values("customers", Grain.MONTH, JANUARY, 100.0, null, 300.0);
        Goal goal = Goals.measuring("customers")
                .factors()
                .baseline("2025-01-01", "2025-03-31")
                .goal();

        Scorecard card = build(goal);

        assertThat(card.kpis().get(0).baseline()).isEqualTo(Value.unknown());
        assertThat(card.warnings()).extracting(Problem::code).contains("kpi-baseline-empty");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-30, 2025-09-30, 9",
        "2025-09-29, 2025-09-29, 8",
        "2025-03-31, 2025-03-31, 3",
    })
    void nothing_that_ended_after_the_day_asked_for_is_used(LocalDate asOf, LocalDate fresh, int lastMonth) {
        Goal goal = Goals.measuring("customers")
                .baseline("2025-01-01", "2025-06-30")
                .target("200", Form.LEVEL, "2025-12-31")
                .goal();

        Scorecard card = new ScorecardBuilder(metrics, TODAY).build(List.of(goal), Optional.of(asOf));

        Line line = card.kpis().get(0);
        assertThat(card.asOf()).isEqualTo(asOf);
        assertThat(line.freshUntil()).contains(fresh);
        assertThat(line.period()).contains(month(lastMonth));
        assertThat(line.trend()).hasSize(lastMonth);
        assertThat(line.baseline().value().isPresent()).isEqualTo(lastMonth >= 6);
    }

    @Test
    void data_that_begin_within_a_month_do_not_make_it_whole() {
        metrics.dataFrom(LocalDate.of(2025, 1, 2));

        Line line = build(Goals.measuring("customers").factors().goal()).kpis().get(0);

        assertThat(line.trend().get(0).period()).isEqualTo(month(2));
    }

    @Test
    void fewer_than_eight_periods_in_a_row_give_no_verdict() {
        metrics.values("customers", Grain.MONTH, JANUARY, 1.0, 2.0, null, 4.0, 5.0, 6.0, 5.0, 4.0, 6.0);
        Goal goal = Goals.measuring("customers")
                .factors()
                .target("9", Form.LEVEL, "2025-12-31")
                .goal();

        Scorecard card = build(goal);

        Line line = card.kpis().get(0);
        assertThat(line.status()).isEqualTo(Status.NO_VERDICT);
        assertThat(line.chance()).isEmpty();
        assertThat(line.forecast()).isEmpty();
        assertThat(line.trend().get(2)).isEqualTo(new Point(month(3), Optional.empty()));
        assertThat(Goals.lines(card.warnings()))
                .containsExactly("targets warning kpi-forecast-too-short {goal=customers_goal, metric=customers,"
                        + " periods=6, least=8}");
    }

    @Test
    void values_that_never_changed_give_no_verdict() {
        metrics.values("customers", Grain.MONTH, JANUARY, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0);

        Scorecard card = build(Goals.measuring("customers")
                .factors()
                .target("9", Form.LEVEL, "2025-12-31")
                .goal());

        assertThat(card.kpis().get(0).status()).isEqualTo(Status.NO_VERDICT);
        assertThat(card.warnings()).extracting(Problem::code).containsExactly("kpi-forecast-flat");
    }

    @ParameterizedTest
    @CsvSource({"200, ON_TRACK, 1", "201, OFF_TRACK, 0"})
    void a_target_whose_period_is_over_was_reached_or_not(String target, Status status, double chance) {
        Line line = build(Goals.measuring("customers")
                        .target(target, Form.LEVEL, "2025-08-31")
                        .goal())
                .kpis()
                .get(0);

        assertThat(line.status()).isEqualTo(status);
        assertThat(line.chance()).contains(chance);
        assertThat(line.forecast()).isEmpty();
    }

    @Test
    void the_next_target_is_the_first_not_yet_due() {
        Goals goal = Goals.measuring("customers")
                .target("150", Form.LEVEL, "2025-06-30")
                .target("200", Form.LEVEL, "2025-10-15")
                .target("300", Form.LEVEL, "2026-06-30");

        assertThat(build(goal.goal()).kpis().get(0).target().map(Target::due)).contains(LocalDate.of(2025, 10, 15));
    }

    @Test
    void factors_come_with_the_largest_relative_change_first_and_unknown_ones_last() {
        metrics.values("leads", Grain.MONTH, LocalDate.of(2025, 8, 1), 40.0, 20.0)
                .values("spend", Grain.MONTH, LocalDate.of(2025, 1, 1), 5.0);
        Goal goal = Goals.measuring("customers")
                .factors("spend", "visits", "leads", "vists")
                .goal();

        Scorecard card = build(goal);

        assertThat(card.kpis().get(0).drivers())
                .containsExactly(
                        new Driver(metrics.find("leads").orElseThrow(), Optional.of(20.0), Optional.of(40.0)),
                        new Driver(metrics.find("visits").orElseThrow(), Optional.of(1100.0), Optional.of(1000.0)),
                        new Driver(metrics.find("spend").orElseThrow(), Optional.empty(), Optional.empty()));
        assertThat(Goals.lines(card.warnings()))
                .contains(
                        "goal warning kpi-driver-unknown {goal=customers_goal, factor=spend,"
                                + " period=2025-09-01..2025-09-30}",
                        "goal warning kpi-unknown-factor {goal=customers_goal, factor=vists, nearest=visits}");
    }

    @Test
    void the_most_urgent_kpi_comes_first() {
        Goals goal = Goals.measuring("customers").factors();
        Goal on = goal.named("on").target("50", Form.LEVEL, "2025-12-31").goal();
        Goal none = goal.named("none").goal();
        Goal risk = goal.named("risk").target("200", Form.LEVEL, "2025-12-31").goal();
        Goal off = goal.named("off").target("100000", Form.LEVEL, "2025-12-31").goal();

        assertThat(build(on, none, risk, off).kpis())
                .extracting(line -> line.goal().name(), Line::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("off", Status.OFF_TRACK),
                        org.assertj.core.groups.Tuple.tuple("risk", Status.AT_RISK),
                        org.assertj.core.groups.Tuple.tuple("none", Status.NO_VERDICT),
                        org.assertj.core.groups.Tuple.tuple("on", Status.ON_TRACK));
    }

    @Test
    void what_cannot_be_said_is_empty_with_a_reason() {
        Goal neutral = Goals.measuring("spend")
                .factors()
                .target("5", Form.LEVEL, "2025-12-31")
                .goal();
        Goal unknown = Goals.measuring("custmers").goal();
        Goal bare = Goals.measuring("cac").bare().goal();
        Goal wrongFilter = Goals.measuring("customers")
                .factors()
                .where("channel ?")
                .target("5", Form.LEVEL, "2025-12-31")
                .goal();

        Scorecard card = build(neutral, unknown, bare, wrongFilter);

        assertThat(card.kpis()).extracting(Line::status).containsOnly(Status.NO_VERDICT);
        assertThat(card.kpis()).extracting(Line::now).containsOnly(Value.unknown());
        assertThat(Goals.lines(card.warnings()))
                .containsExactly(
                        "metric warning kpi-unknown-metric {goal=custmers_goal, metric=custmers, nearest=customers}",
                        "kpi warning kpi-no-complete-period {goal=spend_goal, metric=spend}",
                        "targets warning kpi-no-direction {goal=spend_goal, metric=spend}",
                        "kpi warning kpi-no-target {goal=cac_goal}",
                        "kpi warning kpi-no-cadence {goal=cac_goal}",
                        " warning formula-syntax {}",
                        "kpi warning kpi-no-complete-period {goal=customers_goal, metric=customers}");
    }

    @Test
    void a_last_period_that_may_be_restated_is_provisional_and_warnings_of_answers_are_passed_on_once() {
        Problem warning = Problem.warning("rows-without-time", Location.nowhere());
        metrics.provisionalFrom(LocalDate.of(2025, 9, 28)).warning(warning);
        Goals goal = Goals.measuring("customers").target("50", Form.LEVEL, "2025-12-31");

        Scorecard card = build(goal.goal(), goal.named("again").goal());

        assertThat(card.kpis()).extracting(Line::provisional).containsOnly(true);
        assertThat(card.warnings()).containsExactly(warning);
    }

    @Test
    void without_data_the_scorecard_speaks_of_today() {
        assertThat(build(Goals.measuring("cac").goal()).asOf()).isEqualTo(TODAY);
        assertThat(build().kpis()).isEmpty();
    }

    private Scorecard build(Goal... goals) {
        return new ScorecardBuilder(metrics, TODAY).build(List.of(goals), Optional.empty());
    }

    private static Period month(int month) {
        return Grain.MONTH.around(LocalDate.of(2025, month, 1));
    }

    private static Value value(double value) {
        return new Value(Optional.of(value), Optional.empty(), Optional.empty());
    }
}
