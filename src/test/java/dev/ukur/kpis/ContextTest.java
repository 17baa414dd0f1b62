package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.Band;
import dev.ukur.kpis.Scorecard.BandName;
import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.GuardState;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Label;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Occasion;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a KPI's numbers are read beside. */
class ContextTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);

    /** Ten leads each day of 2025 up to 20 October, but for days of joint leave and feasts all alike. */
    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("leads", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("cac", MetricUnit.MONEY, Direction.DOWN, Role.OUTCOME))
            .metric(define("complaints", MetricUnit.SHARE, Direction.DOWN, Role.OUTCOME))
            .values("leads", Grain.MONTH, JANUARY, months())
            .days("leads", JANUARY, tens(293))
            .completeUntil("leads", LocalDate.of(2025, 10, 20))
            .values("cac", Grain.MONTH, JANUARY, 50.0, 52.0, 50.0, 52.0, 50.0, 52.0, 50.0, 52.0, 51.0)
            .values("complaints", Grain.MONTH, JANUARY, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.09);

    /** 200 came in 20 days; 31 days at ten are 310. For 343 the 11 days left need 143: 13 a day, not 10. */
    @Test
    void a_running_month_tells_what_each_day_left_needs_beside_what_comes() {
        Pace pace = line(goal().target("343", Form.LEVEL, "2025-10-31").goal())
                .context()
                .pace()
                .orElseThrow();

        assertThat(pace.period()).isEqualTo(Grain.MONTH.around(LocalDate.of(2025, 10, 1)));
        assertThat(pace.until()).isEqualTo(LocalDate.of(2025, 10, 20));
        assertThat(pace.soFar()).isEqualTo(200);
        assertThat(pace.daysLeft()).isEqualTo(11);
        assertThat(pace.neededPerDay()).isCloseTo(13, within(1e-9));
        assertThat(pace.comingPerDay().orElseThrow()).isCloseTo(10, within(0.3));
        assertThat(pace.onPath()).isCloseTo(343 * 20 / 31.0, within(3.0));
        assertThat(pace.begun()).isTrue();
    }

    @Test
    void a_month_to_come_needs_its_target_spread_over_its_days() {
        Line line = line(goal().target("465", Form.LEVEL, "2025-12-31").goal());

        Pace pace = line.context().pace().orElseThrow();
        assertThat(pace.begun()).isFalse();
        assertThat(pace.soFar()).isZero();
        assertThat(pace.daysLeft()).isEqualTo(31);
        assertThat(pace.neededPerDay()).isCloseTo(15, within(1e-9));
        assertThat(pace.comingPerDay().orElseThrow()).isCloseTo(10, within(0.5));
        // From February (280, 14 February) to December (465, 16 December) September (15th) is seven tenths along.
        assertThat(line.context().path().orElseThrow()).isBetween(390.0, 430.0);
    }

    /** 280 in February and 310 in December are both ten a day, so September is to have 300, its days at ten. */
    @Test
    void baseline_days_that_cut_a_month_leave_the_path_where_the_whole_months_put_it() {
        Goals cut = goal().baseline("2025-01-16", "2025-02-28").straight("310", "2025-12-31");

        Line line = line(cut.goal());

        assertThat(line.baseline().value()).contains(280.0);
        assertThat(line.context().path().orElseThrow()).isCloseTo(300, within(1e-9));
    }

    /** Promos on the 15th of each month sold four times as much; one more is written down for 25 October. */
    @Test
    void a_promo_of_the_calendar_raises_what_is_expected() {
        double[] values = tens(293);
        List<Occasion> promos = new java.util.ArrayList<>();
        for (int month = 1; month <= 10; month++) {
            LocalDate day = LocalDate.of(2025, month, 15);
            values[day.getDayOfYear() - 1] = 40;
            promos.add(promo(day));
        }
        metrics.values("leads", Grain.MONTH, JANUARY, months(30)).days("leads", JANUARY, values);
        metrics.completeUntil("leads", LocalDate.of(2025, 10, 20));
        metrics.occasions(promos);
        double without = coming();
        promos.add(promo(LocalDate.of(2025, 10, 25)));
        metrics.occasions(promos);

        // About three days' worth more over eleven days; the factor of ten promos is drawn a little towards 1.
        assertThat(coming() - without).isBetween(2.0, 3.0);
    }

    private double coming() {
        return line(goal().target("400", Form.LEVEL, "2025-10-31").goal())
                .context()
                .pace()
                .orElseThrow()
                .comingPerDay()
                .orElseThrow();
    }

    private static Occasion promo(LocalDate day) {
        return new Occasion("promo", "promo", Label.same("Promo"), new Period(day, day), Location.nowhere());
    }

    @Test
    void what_is_reached_needs_nothing_more() {
        Pace pace = line(goal().target("190", Form.LEVEL, "2025-10-31").goal())
                .context()
                .pace()
                .orElseThrow();

        assertThat(pace.neededPerDay()).isNegative();
    }

    @Test
    void each_band_has_its_own_chance_and_more_is_never_likelier_than_less() {
        Line line = line(goal().bands("300", "320", "360", "2025-12-31").goal());

        List<Band> bands = line.context().bands();
        assertThat(bands).extracting(Band::name).containsExactly(BandName.MINIMUM, BandName.STRETCH);
        assertThat(bands).extracting(Band::level).containsExactly(300.0, 360.0);
        assertThat(bands.get(0).chance().orElseThrow())
                .isGreaterThanOrEqualTo(line.chance().orElseThrow());
        assertThat(bands.get(1).chance().orElseThrow())
                .isLessThanOrEqualTo(line.chance().orElseThrow());
    }

    /** Cost per customer was 51 on average in January and February; its changes are 2 at most. Complaints nearly doubled. */
    @Test
    void a_guardrail_is_broken_only_beyond_chance() {
        Scorecard card = card(goal().baseline("2025-01-01", "2025-02-28")
                .guardrails("cac", "complaints")
                .target("320", Form.LEVEL, "2025-12-31")
                .goal());

        Line line = card.kpis().get(0);
        assertThat(line.context().guardrails())
                .extracting(Guard::state)
                .containsExactly(GuardState.HOLDS, GuardState.BROKEN);
        assertThat(line.context().guardrails().get(0).limit()).contains(51.0);
        assertThat(card.warnings()).extracting(Problem::code).containsExactly("kpi-guardrail-broken");
    }

    @Test
    void the_last_month_is_not_compared_while_its_source_may_restate_it() {
        metrics.provisionalFrom(LocalDate.of(2025, 9, 20));

        Line line = line(goal().target("320", Form.LEVEL, "2025-12-31").goal());

        assertThat(line.provisional()).isTrue();
        assertThat(line.now().value()).contains(300.0);
        assertThat(line.previous().value()).isEmpty();
        assertThat(line.context().yearAgo()).isEmpty();
        assertThat(line.context().pace().orElseThrow().until()).isEqualTo(LocalDate.of(2025, 9, 19));
    }

    @Test
    void a_baseline_of_days_that_are_not_final_is_told() {
        metrics.provisionalFrom(LocalDate.of(2025, 2, 20));

        Scorecard card = card(goal().target("320", Form.LEVEL, "2025-12-31").goal());

        assertThat(card.warnings()).extracting(Problem::code).contains("kpi-baseline-immature");
        assertThat(card.kpis().get(0).baseline().value()).contains(280.0);
    }

    /** Six of 28 days: less than a quarter. */
    @Test
    void a_baseline_of_which_few_days_are_not_final_is_not_told() {
        metrics.provisionalFrom(LocalDate.of(2025, 2, 23));

        Scorecard card = card(goal().target("320", Form.LEVEL, "2025-12-31").goal());

        assertThat(card.warnings()).extracting(Problem::code).doesNotContain("kpi-baseline-immature");
    }

    @Test
    void no_verdict_rests_on_a_period_that_may_be_restated() {
        metrics.provisionalFrom(LocalDate.of(2025, 9, 20));

        Scorecard card = card(goal().target("320", Form.LEVEL, "2025-09-30").goal());

        assertThat(card.kpis().get(0).status()).isEqualTo(Scorecard.Status.NO_VERDICT);
        assertThat(card.warnings()).extracting(Problem::code).containsExactly("kpi-due-period-immature");
    }

    private static Goals goal() {
        return Goals.measuring("leads").factors().baseline("2025-02-01", "2025-02-28");
    }

    private Line line(Goal goal) {
        return card(goal).kpis().get(0);
    }

    private Scorecard card(Goal goal) {
        return new ScorecardBuilder(metrics, LocalDate.of(2025, 10, 21)).build(List.of(goal), Optional.empty());
    }

    /** Ten a day: 310, 280, 310, 300 and so on to September. */
    private static Double[] months() {
        return months(0);
    }

    private static Double[] months(double more) {
        return java.util.stream.IntStream.rangeClosed(1, 9)
                .mapToObj(month -> more + 10.0 * LocalDate.of(2025, month, 1).lengthOfMonth())
                .toArray(Double[]::new);
    }

    private static double[] tens(int days) {
        double[] values = new double[days];
        Arrays.fill(values, 10);
        return values;
    }
}
