package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.time.Cadence;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** KPIs of a workspace whose years begin in February and whose weeks begin on Sunday. */
class FiscalScorecardTest {

    private final FakeMetrics metrics = new FakeMetrics()
            .calendar(new FiscalCalendar(DayOfWeek.SUNDAY, Month.FEBRUARY))
            .metric(define("customers", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("visits", MetricUnit.COUNT, Direction.UP, Role.DRIVER));

    @Test
    void a_quarterly_kpi_is_told_by_fiscal_quarters() {
        LocalDate november = LocalDate.of(2024, 11, 1);
        metrics.values("customers", Grain.QUARTER, november, 100.0, 140.0, 150.0, 160.0)
                .values("visits", Grain.QUARTER, november, 1.0, 1.0, 4.0, 5.0);

        Line line = line(Goals.measuring("customers")
                .cadence(Cadence.QUARTERLY)
                .baseline("2024-11-01", "2025-04-30")
                .target("150", Form.LEVEL, "2025-10-31"));

        assertThat(line.period()).contains(period("2025-08-01", "2025-10-31"));
        assertThat(line.now().value()).contains(160.0);
        assertThat(line.previous().value()).contains(150.0);
        assertThat(line.baseline().value()).contains(120.0);
        assertThat(line.status()).isEqualTo(Scorecard.Status.ON_TRACK);
        assertThat(line.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.now()).contains(5.0);
            assertThat(driver.previous()).contains(4.0);
        });
    }

    @Test
    void a_weekly_kpi_is_told_from_sunday_to_saturday() {
        LocalDate sunday = LocalDate.of(2025, 11, 2);
        metrics.values("customers", Grain.WEEK, sunday, 10.0, 12.0).values("visits", Grain.WEEK, sunday, 1.0, 2.0);

        Line line = line(Goals.measuring("customers").cadence(Cadence.WEEKLY).target("12", Form.LEVEL, "2025-11-15"));

        assertThat(line.period()).contains(period("2025-11-09", "2025-11-15"));
        assertThat(line.now().value()).contains(12.0);
        assertThat(line.previous().value()).contains(10.0);
    }

    private Line line(Goals goal) {
        return new ScorecardBuilder(metrics, LocalDate.of(2025, 12, 1))
                .build(List.of(goal.goal()), Optional.empty())
                .kpis()
                .get(0);
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }
}
