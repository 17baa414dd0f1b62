package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.Ukur;
import dev.ukur.kpis.Scorecard;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Thirteen months of a real Indonesian shop, in both forms its publisher gave them, imported with one call. */
class IdShopeeTest {

    private static final Period ALL = new Period(LocalDate.of(2023, 12, 1), LocalDate.of(2024, 12, 31));

    @TempDir
    static Path folder;

    private static Ukur ukur;
    private static ImportReport report;
    private static JsonNode expected;

    @BeforeAll
    static void importTheFolder() {
        Path data = Shared.path("realdata/id_shopee");
        expected = Shared.expected("id_shopee_2023-12_2024-12");
        Shared.copyExample("toko-shopee", folder);
        ukur = Ukur.open(folder, Clock.fixed(Instant.parse("2025-01-05T00:00:00Z"), ZoneOffset.UTC));
        report = ukur.load(List.of(data), ImportOptions.standard());
    }

    @AfterAll
    static void close() {
        if (ukur != null) {
            ukur.close();
        }
    }

    @Test
    void every_file_is_loaded_and_no_row_is_rejected() {
        assertThat(report.files())
                .filteredOn(file -> file.file().endsWith(".xlsx"))
                .hasSize(25)
                .allSatisfy(file -> {
                    assertThat(file.outcome()).as(file.toString()).isEqualTo(Outcome.LOADED);
                    assertThat(file.rejected()).isZero();
                });
    }

    @Test
    void orders_and_revenue_by_month_equal_the_publishers() {
        assertThat(byMonth("orders")).isEqualTo(months("orders_by_month"));
        assertThat(byMonth("revenue")).isEqualTo(months("paid_not_cancelled_by_month"));
    }

    @Test
    void totals_are_counted_once_an_order_and_not_once_a_line() {
        assertThat(total("orders")).isEqualTo(value("orders").asDouble());
        assertThat(total("revenue")).isEqualTo(value("paid_not_cancelled").asDouble());
        assertThat(total("aov")).isCloseTo(value("aov_not_cancelled").asDouble(), within(1e-4));
    }

    @Test
    void rates_carry_the_wilson_interval() {
        assertRate("cancel_rate", "cancellation_rate");
        assertRate("cod_share", "cod_share");
    }

    @Test
    void orders_without_a_time_count_in_their_month_and_are_told_where_days_are_asked() {
        Answer days = ukur.query(MetricQuery.series("orders", Grain.DAY, ALL));
        double placed = sum(days, "orders");

        assertThat(placed).isEqualTo(10680 - 1214);
        assertThat(days.meta().warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("unplaced-rows");
            assertThat(warning.facts()).containsEntry("rows", 1214L);
        });
        assertThat(report.files())
                .flatExtracting(ImportReport.FileReport::problems)
                .filteredOn(problem -> problem.code().equals("rows-without-time"))
                .extracting(problem -> problem.facts().get("rows"))
                .contains(1214L);
    }

    @Test
    void the_lebaran_pause_shows_in_the_days() {
        LocalDate lebaran = LocalDate.of(2024, 4, 10);
        JsonNode windows = value("lebaran_2024_orders");
        assertThat(ordersIn(lebaran.minusDays(14), lebaran.minusDays(8)))
                .isEqualTo(windows.get("H-14..H-8").asDouble());
        assertThat(ordersIn(lebaran.minusDays(7), lebaran.minusDays(1)))
                .isEqualTo(windows.get("H-7..H-1").asDouble());
        assertThat(ordersIn(lebaran, lebaran.plusDays(6)))
                .isEqualTo(windows.get("H..H+6").asDouble());
        assertThat(ordersIn(lebaran.plusDays(7), lebaran.plusDays(13)))
                .isEqualTo(windows.get("H+7..H+13").asDouble());
    }

    @Test
    void orders_by_province_add_up_to_all_orders() {
        Answer provinces = ukur.query(new MetricQuery(
                List.of("orders"),
                List.of("region"),
                Grain.TOTAL,
                Optional.of(ALL),
                Optional.empty(),
                Optional.empty()));
        Map<String, Double> counts = new TreeMap<>();
        for (int row = 0; row < provinces.rows().size(); row++) {
            counts.put(
                    String.valueOf(provinces.rows().get(row).get(provinces.index("region"))),
                    provinces.number(row, "orders").orElseThrow());
        }

        value("top3_provinces_orders")
                .properties()
                .forEach(top -> assertThat(counts)
                        .containsEntry(top.getKey(), top.getValue().asDouble()));
        assertThat(counts.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(10680);
    }

    @Test
    void importing_the_folder_again_changes_nothing() {
        ImportReport again = ukur.load(List.of(Shared.path("realdata/id_shopee")), ImportOptions.standard());

        assertThat(again.files())
                .filteredOn(file -> file.file().endsWith(".xlsx"))
                .extracting(ImportReport.FileReport::outcome)
                .containsOnly(Outcome.ALREADY_LOADED);
        assertThat(total("orders")).isEqualTo(10680);
    }

    @Test
    void the_example_has_a_scorecard_of_five_goals_and_passes_its_own_check() {
        Scorecard scorecard = ukur.scorecard(Optional.empty());

        assertThat(scorecard.kpis()).hasSize(5).allSatisfy(line -> {
            assertThat(line.now().value()).as(line.goal().name()).isPresent();
            assertThat(line.baseline().value()).as(line.goal().name()).isPresent();
            assertThat(line.targetValue()).as(line.goal().name()).isPresent();
        });
        assertThat(ukur.check()).filteredOn(Problem::isError).isEmpty();
    }

    private static void assertRate(String metric, String key) {
        Answer answer = ukur.query(MetricQuery.total(metric, ALL));
        assertThat(answer.number(0, metric).orElseThrow())
                .isCloseTo(value(key).get("rate").asDouble(), within(1e-9));
        assertThat(answer.number(0, metric + "_low").orElseThrow())
                .isCloseTo(value(key).get("lo").asDouble(), within(1e-9));
        assertThat(answer.number(0, metric + "_high").orElseThrow())
                .isCloseTo(value(key).get("hi").asDouble(), within(1e-9));
    }

    private static double ordersIn(LocalDate first, LocalDate last) {
        return sum(ukur.query(MetricQuery.series("orders", Grain.DAY, new Period(first, last))), "orders");
    }

    private static double total(String metric) {
        return ukur.query(MetricQuery.total(metric, ALL)).number(0, metric).orElseThrow();
    }

    private static double sum(Answer answer, String metric) {
        double sum = 0;
        for (int row = 0; row < answer.rows().size(); row++) {
            sum += answer.number(row, metric).orElse(0.0);
        }
        return sum;
    }

    private static Map<String, Double> byMonth(String metric) {
        Answer answer = ukur.query(MetricQuery.series(metric, Grain.MONTH, ALL));
        Map<String, Double> months = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            LocalDate first = (LocalDate) answer.rows().get(row).get(0);
            months.put(
                    YearMonth.from(first).toString(), answer.number(row, metric).orElseThrow());
        }
        return months;
    }

    private static Map<String, Double> months(String key) {
        Map<String, Double> months = new TreeMap<>();
        value(key)
                .properties()
                .forEach(month -> months.put(month.getKey(), month.getValue().asDouble()));
        return months;
    }

    private static JsonNode value(String key) {
        return expected.get(key).get("value");
    }
}
