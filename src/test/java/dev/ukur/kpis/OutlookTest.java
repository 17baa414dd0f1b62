package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.time.Grain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a target that is still to come. */
class OutlookTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);

    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("customers", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .values("customers", Grain.MONTH, JANUARY, 100.0, 200.0, 100.0, 200.0, 100.0, 200.0, 100.0, 200.0, 100.0);

    /** By the meaning of an interval of 80 %: half of all outcomes lie above the median, nine of ten above its low end. */
    @Test
    void the_chance_of_a_target_agrees_with_the_interval_it_is_given_with() {
        Goals goal = Goals.measuring("customers").factors();
        Interval interval = build(goal.target("1", Form.LEVEL, "2025-12-31").goal())
                .kpis()
                .get(0)
                .forecast()
                .orElseThrow();

        assertThat(chance(goal, interval.value())).isCloseTo(0.5, within(1e-6));
        assertThat(chance(goal, interval.low())).isCloseTo(0.9, within(1e-6));
        assertThat(chance(goal, interval.high())).isCloseTo(0.1, within(1e-6));
        // Values swing between 100 and 200: no honest interval leaves either out.
        assertThat(interval.low()).isLessThan(105).isPositive();
        assertThat(interval.high()).isGreaterThan(190);
    }

    private double chance(Goals goal, double target) {
        Line line = build(goal.target(String.valueOf(target), Form.LEVEL, "2025-12-31")
                        .goal())
                .kpis()
                .get(0);
        return line.chance().orElseThrow();
    }

    /** Three years of the same season, each a tenth above the one before. */
    @Test
    void a_season_that_shows_is_forecast_with_its_growth() {
        double[] season = {50, 60, 100, 90, 70, 65, 60, 75, 95, 120, 160, 220};
        Double[] three = IntStream.range(0, 36)
                .mapToObj(i -> season[i % 12] * Math.pow(1.1, i / 12))
                .toArray(Double[]::new);
        metrics.values("customers", Grain.MONTH, LocalDate.of(2022, 10, 1), three);

        Interval march = build(Goals.measuring("customers")
                        .factors()
                        .target("1", Form.LEVEL, "2025-12-31")
                        .goal())
                .kpis()
                .get(0)
                .forecast()
                .orElseThrow();

        // The third month of the fourth year: 100 · 1.1³ = 133; the month before it in the series was 220 · 1.1².
        assertThat(march.value()).isBetween(112.0, 140.0);
        assertThat(march.high() / march.low()).isLessThan(1.6);
        assertThat(build(Goals.measuring("customers").factors().goal())
                        .kpis()
                        .get(0)
                        .trend())
                .hasSize(15);
    }

    @Test
    void values_that_touch_zero_are_forecast_as_they_are_but_not_below_it() {
        metrics.values("customers", Grain.MONTH, JANUARY, 0.0, 2.0, 0.0, 2.0, 0.0, 2.0, 0.0, 2.0);

        Interval interval = build(Goals.measuring("customers")
                        .target("3", Form.LEVEL, "2025-09-30")
                        .goal())
                .kpis()
                .get(0)
                .forecast()
                .orElseThrow();

        assertThat(interval.low()).isZero();
        assertThat(interval.value()).isBetween(0.5, 2.0);
        assertThat(interval.high()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_target_further_ahead_than_the_history_is_long_gets_no_verdict() {
        Scorecard card = build(Goals.measuring("customers")
                .factors()
                .target("200", Form.LEVEL, "2026-12-31")
                .goal());

        assertThat(card.kpis().get(0).status()).isEqualTo(Status.NO_VERDICT);
        assertThat(Goals.lines(card.warnings()))
                .containsExactly("targets warning kpi-forecast-too-far {goal=customers_goal, metric=customers,"
                        + " periods=9, ahead=15}");
    }

    private Scorecard build(Goal goal) {
        return new ScorecardBuilder(metrics, LocalDate.of(2025, 10, 20)).build(List.of(goal), Optional.empty());
    }
}
