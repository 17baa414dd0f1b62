package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Need;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.kpis.Scorecard.Sum;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.kpis.ledger.Recorder;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Targets for the sum of a whole year or quarter. */
class SumTargetTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final Period YEAR = Grain.YEAR.around(JANUARY);

    /** Ten leads each day of 2025 up to 20 October. */
    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("leads", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("rate", MetricUnit.SHARE, Direction.UP, Role.OUTCOME))
            .values("leads", Grain.MONTH, JANUARY, months())
            .days("leads", JANUARY, tens(293))
            .completeUntil("leads", LocalDate.of(2025, 10, 20))
            .values("rate", Grain.MONTH, JANUARY, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);

    /** 2930 came in 293 days. For 4370 in the year the 72 days left need 1440: 20 a day, not 10; 1440 on top of 2930. */
    @Test
    void a_year_tells_what_came_what_is_missing_and_what_each_month_left_must_bring() {
        Line line =
                line(goal().sum("4370", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());

        assertThat(line.targetValue()).contains(4370.0);
        assertThat(line.gap()).contains(2930.0 - 4370);
        assertThat(line.context().sum()).contains(new Sum(YEAR, LocalDate.of(2025, 10, 20), 2930));
        Pace pace = line.context().pace().orElseThrow();
        assertThat(pace.period()).isEqualTo(YEAR);
        assertThat(pace.soFar()).isEqualTo(2930);
        assertThat(pace.daysLeft()).isEqualTo(72);
        assertThat(pace.neededPerDay()).isCloseTo(20, within(1e-9));
        assertThat(pace.comingPerDay().orElseThrow()).isCloseTo(10, within(0.3));
        // But for days of joint leave and feasts all days are alike: 293 of 365.
        assertThat(pace.onPath()).isCloseTo(4370 * 293 / 365.0, within(25.0));
        assertThat(pace.needs())
                .extracting(Need::period)
                .containsExactly(
                        new Period(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 31)),
                        Grain.MONTH.around(LocalDate.of(2025, 11, 1)),
                        Grain.MONTH.around(LocalDate.of(2025, 12, 1)));
        assertThat(pace.needs().stream().mapToDouble(Need::value).sum()).isCloseTo(1440, within(1e-6));
        assertThat(pace.needs().get(1).value()).isCloseTo(600, within(12.0));
        // 2930 and 72 days at ten.
        assertThat(line.forecast().orElseThrow().value()).isCloseTo(3650, within(20.0));
        assertThat(line.status()).isEqualTo(Status.OFF_TRACK);
    }

    @Test
    void a_quarter_counts_from_its_first_day() {
        Line line =
                line(goal().sum("1000", Form.LEVEL, Grain.QUARTER, "2025-12-31").goal());

        assertThat(line.context().sum().orElseThrow().soFar()).isEqualTo(200);
        assertThat(line.context().pace().orElseThrow().neededPerDay()).isCloseTo(800 / 72.0, within(1e-9));
    }

    /** February had 280; twelve such months are 3360, a fifth more 4032. */
    @Test
    void a_change_of_a_year_is_against_as_many_periods_of_the_baseline() {
        Line line =
                line(goal().sum("0.20", Form.CHANGE, Grain.YEAR, "2025-12-31").goal());

        assertThat(line.targetValue().orElseThrow()).isCloseTo(4032, within(1e-9));
        assertThat(line.baseline().value()).contains(280.0);
    }

    @Test
    void a_year_to_come_needs_all_of_it() {
        Line line =
                line(goal().sum("3650", Form.LEVEL, Grain.QUARTER, "2026-03-31").goal());

        Pace pace = line.context().pace().orElseThrow();
        assertThat(pace.begun()).isFalse();
        assertThat(pace.soFar()).isZero();
        assertThat(pace.needs()).hasSize(3);
        // Three months at about ten a day.
        assertThat(line.forecast().orElseThrow().value()).isCloseTo(900, within(25.0));
    }

    @Test
    void a_year_that_is_over_was_reached_or_not() {
        metrics.values("leads", Grain.MONTH, JANUARY, wholeYear())
                .days("leads", JANUARY, tens(365))
                .completeUntil("leads", LocalDate.of(2025, 12, 31));

        Line reached =
                line(goal().sum("3650", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());
        Line missed =
                line(goal().sum("3651", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());

        assertThat(reached.status()).isEqualTo(Status.ON_TRACK);
        assertThat(missed.status()).isEqualTo(Status.OFF_TRACK);
        assertThat(missed.gap()).contains(-1.0);
        assertThat(missed.context().sum().orElseThrow().isWhole()).isTrue();
    }

    @Test
    void the_ledger_scores_the_year_by_its_own_sum() {
        Scorecard running =
                card(goal().sum("4370", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());
        metrics.values("leads", Grain.MONTH, JANUARY, wholeYear())
                .days("leads", JANUARY, tens(365))
                .completeUntil("leads", LocalDate.of(2025, 12, 31));
        Scorecard over =
                card(goal().sum("4370", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());

        assertThat(new Recorder(List.of(), FiscalCalendar.CIVIL).news(running))
                .filteredOn(ForecastMade.class::isInstance)
                .extracting(entry -> ((ForecastMade) entry).period())
                .containsExactly(YEAR);
        assertThat(new Recorder(List.of(), FiscalCalendar.CIVIL).news(over))
                .contains(new OutcomeSeen("leads_goal", "leads", YEAR, 3650));
    }

    @Test
    void a_year_of_which_the_first_months_are_not_known_has_no_sum() {
        metrics.values("leads", Grain.MONTH, LocalDate.of(2025, 2, 1), months())
                .days("leads", LocalDate.of(2025, 2, 1), tens(262))
                .completeUntil("leads", LocalDate.of(2025, 10, 20));

        Scorecard card =
                card(goal().sum("4370", Form.LEVEL, Grain.YEAR, "2025-12-31").goal());

        assertThat(card.kpis().get(0).gap()).isEmpty();
        assertThat(card.kpis().get(0).status()).isEqualTo(Status.NO_VERDICT);
        assertThat(Goals.lines(card.warnings()))
                .contains(
                        "targets warning kpi-sum-not-whole {goal=leads_goal, metric=leads, period=2025-01-01..2025-12-31}");
    }

    @Test
    void a_rate_has_no_sum_of_a_year() {
        Scorecard card = card(Goals.measuring("rate")
                .factors()
                .sum("0.2", Form.LEVEL, Grain.YEAR, "2025-12-31")
                .goal());

        assertThat(card.kpis().get(0).targetValue()).isEmpty();
        assertThat(card.kpis().get(0).status()).isEqualTo(Status.NO_VERDICT);
        assertThat(card.warnings()).anyMatch(problem -> problem.code().equals("kpi-target-no-sum"));
    }

    private static Goals goal() {
        return Goals.measuring("leads").factors().baseline("2025-02-01", "2025-02-28");
    }

    private Line line(Goal goal) {
        return card(goal).kpis().get(0);
    }

    private Scorecard card(Goal goal) {
        return new ScorecardBuilder(metrics, LocalDate.of(2026, 1, 5)).build(List.of(goal), Optional.empty());
    }

    private static Double[] months() {
        return Arrays.copyOf(wholeYear(), 9);
    }

    private static Double[] wholeYear() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> 10.0 * LocalDate.of(2025, month, 1).lengthOfMonth())
                .toArray(Double[]::new);
    }

    private static double[] tens(int days) {
        double[] values = new double[days];
        Arrays.fill(values, 10);
        return values;
    }
}
