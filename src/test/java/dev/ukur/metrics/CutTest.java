package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours, weeks from Sunday, and years that do not begin in January. */
class CutTest {

    private static final String ORDERS =
            "account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,total_paid,currency\n";

    @TempDir
    Path folder;

    @Test
    void hours_are_those_of_the_workspace_s_clock_and_each_of_the_day_is_there() {
        try (Rows rows = new Rows(folder)) {
            // 16:59 and 17:00 in UTC are 23:59 and midnight in Jakarta
            rows.load("orders", ORDERS + """
                    shop,2026-01-05,2026-01-05,A1,2026-01-05T03:10:00Z,paid,ani,web,10.00,IDR
                    shop,2026-01-05,2026-01-05,A2,2026-01-05T03:50:00Z,paid,ani,web,20.00,IDR
                    shop,2026-01-05,2026-01-05,A3,2026-01-05T16:59:00Z,paid,ani,web,40.00,IDR
                    shop,2026-01-06,2026-01-06,A4,2026-01-05T17:00:00Z,paid,ani,web,80.00,IDR
                    """);
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("revenue", Grain.HOUR, Rows.days("2026-01-05", "2026-01-06")));
            assertThat(answer.rows()).hasSize(48);
            assertThat(nonZero(answer, "revenue"))
                    .isEqualTo(Map.of(
                            LocalDateTime.of(2026, 1, 5, 10, 0), 30.0,
                            LocalDateTime.of(2026, 1, 5, 23, 0), 40.0,
                            LocalDateTime.of(2026, 1, 6, 0, 0), 80.0));
            assertThat(answer.meta().warnings()).isEmpty();
        }
    }

    @Test
    void an_hour_that_the_change_of_the_clock_skips_is_none_and_one_it_repeats_is_one() {
        // New York: 8 March 2026 has no hour from 2, 1 November 2026 has two hours from 1
        WorkspaceSettings newYork = settings(ZoneId.of("America/New_York"), FiscalCalendar.CIVIL);
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + """
                    shop,2026-03-08,2026-03-08,A1,2026-03-08T06:59:00Z,paid,ani,web,1.00,IDR
                    shop,2026-03-08,2026-03-08,A2,2026-03-08T07:00:00Z,paid,ani,web,2.00,IDR
                    shop,2026-11-01,2026-11-01,A3,2026-11-01T05:30:00Z,paid,ani,web,4.00,IDR
                    shop,2026-11-01,2026-11-01,A4,2026-11-01T06:30:00Z,paid,ani,web,8.00,IDR
                    """);
            Metrics metrics = rows.metrics(newYork);
            Answer spring = metrics.query(MetricQuery.series("revenue", Grain.HOUR, day("2026-03-08")));
            assertThat(spring.rows()).hasSize(23);
            assertThat(nonZero(spring, "revenue"))
                    .isEqualTo(
                            Map.of(LocalDateTime.of(2026, 3, 8, 1, 0), 1.0, LocalDateTime.of(2026, 3, 8, 3, 0), 2.0));
            Answer autumn = metrics.query(MetricQuery.series("revenue", Grain.HOUR, day("2026-11-01")));
            assertThat(autumn.rows()).hasSize(24);
            assertThat(nonZero(autumn, "revenue")).isEqualTo(Map.of(LocalDateTime.of(2026, 11, 1, 1, 0), 12.0));
        }
    }

    @Test
    void the_hours_of_a_day_with_a_row_of_unknown_time_are_unknown_and_that_is_said() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + """
                    shop,2026-01-05,2026-01-05,A1,2026-01-05T03:10:00Z,paid,ani,web,10.00,IDR
                    shop,2026-01-05,2026-01-05,A2,,paid,ani,web,20.00,IDR
                    shop,2026-01-06,2026-01-06,A3,2026-01-06T03:10:00Z,paid,ani,web,40.00,IDR
                    """);
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("orders", Grain.HOUR, Rows.days("2026-01-05", "2026-01-06")));
            assertThat(Rows.codes(answer)).containsExactly("unplaced-hours");
            assertThat(answer.number(10, "orders")).isEmpty();
            assertThat(answer.number(24 + 10, "orders")).contains(1.0);
            assertThat(answer.number(24 + 11, "orders")).contains(0.0);
        }
    }

    @Test
    void what_knows_only_days_is_refused_by_hour_and_unknown_beside_what_knows_hours() {
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            Metrics metrics = rows.metrics();
            for (String metric : List.of("spend", "mrr", "clv", "churn_rate")) {
                assertThatThrownBy(() -> metrics.query(MetricQuery.series(metric, Grain.HOUR, day("2026-01-05"))))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused -> assertThat(refused.problems())
                                        .extracting(problem -> problem.code())
                                        .contains("metric-lacks-hour"));
            }
            Answer both = metrics.query(new MetricQuery(
                    List.of("visits", "spend"),
                    List.of(),
                    Grain.HOUR,
                    Optional.of(day("2026-01-05")),
                    Optional.empty(),
                    Optional.empty()));
            assertThat(both.number(10, "visits")).contains(1.0);
            assertThat(both.number(10, "spend")).isEmpty();
            assertThat(Rows.codes(both)).contains("metric-lacks-hour");
        }
    }

    @Test
    void an_hour_is_compared_with_the_same_hour_of_the_days_before_and_of_the_same_weekday_last_year() {
        try (Rows rows = new Rows(folder)) {
            // 5 January 2026 is a Monday, as 6 January 2025 is
            rows.load("orders", ORDERS + """
                    shop,2025-01-06,2025-01-06,A0,2025-01-06T03:30:00Z,paid,ani,web,1.00,IDR
                    shop,2026-01-03,2026-01-03,A1,2026-01-03T03:10:00Z,paid,ani,web,2.00,IDR
                    shop,2026-01-03,2026-01-03,A2,2026-01-03T04:10:00Z,paid,ani,web,4.00,IDR
                    shop,2026-01-05,2026-01-05,A3,2026-01-05T03:50:00Z,paid,ani,web,8.00,IDR
                    shop,2026-01-06,2026-01-06,A4,2026-01-06T03:50:00Z,paid,ani,web,16.00,IDR
                    """);
            Metrics metrics = rows.metrics();
            MetricQuery query = MetricQuery.series("revenue", Grain.HOUR, Rows.days("2026-01-05", "2026-01-06"));
            Answer previous = metrics.query(query.display(Display.comparing(Comparison.PREVIOUS)));
            assertThat(previous.number(10, "revenue")).contains(8.0);
            assertThat(previous.number(10, "revenue_before")).contains(2.0);
            assertThat(previous.number(11, "revenue_before")).contains(4.0);
            assertThat(previous.number(24 + 10, "revenue_before")).contains(0.0);
            Answer lastYear = metrics.query(query.display(Display.comparing(Comparison.LAST_YEAR)));
            assertThat(lastYear.number(10, "revenue_before")).contains(1.0);
        }
    }

    @Test
    void weeks_quarters_years_and_to_date_windows_follow_the_workspace() throws IOException {
        FiscalCalendar own = new FiscalCalendar(DayOfWeek.SUNDAY, Month.APRIL);
        try (Rows rows = new Rows(folder)) {
            // 29 March 2026 is a Sunday
            rows.load("orders", ORDERS + """
                    shop,2026-03-28,2026-03-28,A1,,paid,ani,web,1.00,IDR
                    shop,2026-03-29,2026-03-29,A2,,paid,ani,web,2.00,IDR
                    shop,2026-03-31,2026-03-31,A3,,paid,ani,web,4.00,IDR
                    shop,2026-04-01,2026-04-01,A4,,paid,ani,web,8.00,IDR
                    shop,2026-04-05,2026-04-05,A5,,paid,ani,web,16.00,IDR
                    """);
            Metrics metrics = rows.metrics(settings(ZoneId.of("Asia/Jakarta"), own));
            Period days = Rows.days("2026-03-28", "2026-04-05");
            assertThat(metrics.query(MetricQuery.series("revenue", Grain.WEEK, days))
                            .rows())
                    .containsExactly(
                            List.of(LocalDate.of(2026, 3, 28), 1.0),
                            List.of(LocalDate.of(2026, 3, 29), 14.0),
                            List.of(LocalDate.of(2026, 4, 5), 16.0));
            for (Grain grain : List.of(Grain.QUARTER, Grain.YEAR)) {
                assertThat(metrics.query(MetricQuery.series("revenue", grain, days))
                                .rows())
                        .as(grain.word())
                        .containsExactly(
                                List.of(LocalDate.of(2026, 3, 28), 7.0), List.of(LocalDate.of(2026, 4, 1), 24.0));
            }
            Metrics toDate = new Metrics(
                    rows.engine(),
                    Rows.builtIn().and(Documented.definitions()),
                    settings(ZoneId.of("Asia/Jakarta"), own),
                    Rows.CLOCK);
            assertThat(toDate.query(MetricQuery.total("revenue_year_to_date", Rows.days("2026-04-05", "2026-04-05")))
                            .number(0, "revenue_year_to_date"))
                    .contains(24.0);
        }
    }

    /** Whatever the calendar, the periods of a grain hold each row once: sums are those of plain Java over the rows. */
    @Test
    void sums_by_any_grain_of_any_calendar_are_those_of_plain_java() {
        long seed = 20_261_128L;
        Random dice = new Random(seed);
        Map<LocalDate, Double> byDay = new HashMap<>();
        StringBuilder text = new StringBuilder(ORDERS);
        for (int i = 0; i < 200; i++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(dice.nextInt(1_000));
            double paid = 1 + dice.nextInt(1_000);
            byDay.merge(day, paid, Double::sum);
            text.append("shop,%s,%s,B%d,,paid,c,web,%s,IDR%n".formatted(day, day, i, paid));
        }
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", text.toString());
            for (int i = 0; i < 16; i++) {
                FiscalCalendar calendar = new FiscalCalendar(
                        dice.nextBoolean() ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY, Month.of(1 + dice.nextInt(12)));
                LocalDate first = LocalDate.of(2024, 3, 1).plusDays(dice.nextInt(300));
                Period days = new Period(first, first.plusDays(dice.nextInt(600)));
                Grain grain = List.of(Grain.WEEK, Grain.QUARTER, Grain.YEAR).get(dice.nextInt(3));
                List<List<@Nullable Object>> expected = new ArrayList<>();
                for (Period piece : calendar.cut(days, grain)) {
                    double sum = byDay.entrySet().stream()
                            .filter(entry -> piece.holds(entry.getKey()))
                            .mapToDouble(Map.Entry::getValue)
                            .sum();
                    expected.add(List.of(piece.first(), sum));
                }
                assertThat(rows.metrics(settings(ZoneId.of("Asia/Jakarta"), calendar))
                                .query(MetricQuery.series("revenue", grain, days))
                                .rows())
                        .as("seed %d: %s by %s of %s", seed, days, grain, calendar)
                        .isEqualTo(expected);
            }
        }
    }

    /** Every moment is told in the hour that the zone's clock showed, and the hours of a day are the day. */
    @Test
    void sums_by_hour_are_those_of_the_zone_s_clock_in_plain_java() {
        long seed = 20_261_131L;
        Random dice = new Random(seed);
        List<String> zones = List.of("Asia/Jakarta", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe");
        for (int round = 0; round < zones.size(); round++) {
            ZoneId zone = ZoneId.of(zones.get(round));
            Map<Object, Double> expected = new HashMap<>();
            StringBuilder text = new StringBuilder(ORDERS);
            for (int i = 0; i < 150; i++) {
                // both changes of New York's and of Lord Howe's clocks lie in these days
                Instant moment = Instant.parse(dice.nextBoolean() ? "2026-03-07T00:00:00Z" : "2026-04-04T00:00:00Z")
                        .plusSeconds(dice.nextInt(3 * 86_400));
                LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
                double paid = 1 + dice.nextInt(1_000);
                expected.merge(local.truncatedTo(ChronoUnit.HOURS), paid, Double::sum);
                LocalDate day = local.toLocalDate();
                text.append("shop,%s,%s,B%d,%s,paid,c,web,%s,IDR%n".formatted(day, day, i, moment, paid));
            }
            try (Rows rows = new Rows(folder.resolve("zone" + round))) {
                rows.load("orders", text.toString());
                Answer answer = rows.metrics(settings(zone, FiscalCalendar.CIVIL))
                        .query(MetricQuery.series("revenue", Grain.HOUR, Rows.days("2026-03-06", "2026-04-08")));
                assertThat(nonZero(answer, "revenue"))
                        .as("seed " + seed + ", " + zone)
                        .isEqualTo(expected);
                assertThat(answer.meta().warnings()).isEmpty();
            }
        }
    }

    private static Map<Object, Double> nonZero(Answer answer, String metric) {
        Map<Object, Double> found = new HashMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            Object hour = answer.rows().get(row).get(0);
            answer.number(row, metric).filter(value -> value != 0).ifPresent(value -> found.put(hour, value));
        }
        return found;
    }

    private static Period day(String day) {
        return Rows.days(day, day);
    }

    private static WorkspaceSettings settings(ZoneId zone, FiscalCalendar calendar) {
        return new WorkspaceSettings("Toko", zone, "IDR", "id", List.of(), Map.of()).with(calendar);
    }
}
