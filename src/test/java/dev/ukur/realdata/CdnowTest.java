package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CDNOW: a file no one foresaw, read by a source profile that a workspace brings along. */
class CdnowTest {

    private static final String PROFILE = """
            profile: cdnow
            version: 1
            target: orders
            about: {id: Transaksi CDNOW, en: CDNOW transactions}
            detect: {container: [csv], file: '^cdnow'}
            read: {delimiter: whitespace, header: none}
            meta: {currency: {else: USD}}
            locale: {number: dot}
            columns:
              customer_id: {from: 1, type: id, required: true}
              period: {from: 3, type: date, required: true}
              items: {from: 4, type: count}
              total_paid: {from: 5, type: money, required: true}
            derive:
              order_id: {concat: [customer_id, {const: '-'}, $line]}
              status: completed
              sales_channel: web
            """;

    @TempDir
    Path folder;

    @Test
    void orders_revenue_aov_and_monthly_repeat_rate_equal_an_independent_count() throws IOException {
        Path file = Shared.path("truth/data/clv/cdnow_sample_transactions.txt");
        List<Purchase> purchases = purchases(file);
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/cdnow.yaml"), PROFILE);
        Files.writeString(folder.resolve("ukur.yaml"), "name: CDNOW\ntime_zone: America/New_York\ncurrency: USD\n");
        try (Ukur ukur = Ukur.open(folder, Clock.systemUTC())) {
            ImportReport report = ukur.load(List.of(file), ImportOptions.standard());
            assertThat(report.files()).singleElement().satisfies(loaded -> {
                assertThat(loaded.outcome()).as(loaded.toString()).isEqualTo(ImportReport.Outcome.LOADED);
                assertThat(loaded.read()).isEqualTo(6919);
                assertThat(loaded.loaded()).isEqualTo(6919);
            });

            Period all = new Period(LocalDate.of(1997, 1, 1), LocalDate.of(1998, 6, 30));
            BigDecimal revenue = purchases.stream().map(Purchase::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total(ukur, "orders", all)).isEqualTo(purchases.size());
            assertThat(total(ukur, "revenue", all)).isCloseTo(revenue.doubleValue(), within(1e-6));
            assertThat(total(ukur, "aov", all)).isCloseTo(revenue.doubleValue() / purchases.size(), within(1e-9));
            assertRepeatRate(ukur.query(MetricQuery.series("repeat_rate", Grain.MONTH, all)), purchases);
        }
    }

    /** Of the customers who ordered in a month, the share for whom one of these orders was not their first. */
    private static void assertRepeatRate(Answer answer, List<Purchase> purchases) {
        Map<YearMonth, Set<String>> buyers = new TreeMap<>();
        Map<YearMonth, Set<String>> repeaters = new TreeMap<>();
        Set<String> known = new HashSet<>();
        List<Purchase> inOrder = new ArrayList<>(purchases);
        inOrder.sort(Comparator.comparing(Purchase::day));
        for (Purchase purchase : inOrder) {
            YearMonth month = YearMonth.from(purchase.day());
            buyers.computeIfAbsent(month, m -> new HashSet<>()).add(purchase.customer());
            if (!known.add(purchase.customer())) {
                repeaters.computeIfAbsent(month, m -> new HashSet<>()).add(purchase.customer());
            }
        }
        assertThat(answer.rows()).hasSize(18);
        for (int row = 0; row < 18; row++) {
            YearMonth month = YearMonth.from((LocalDate) answer.rows().get(row).get(0));
            double expected = repeaters.getOrDefault(month, Set.of()).size()
                    / (double) buyers.get(month).size();
            assertThat(answer.number(row, "repeat_rate").orElseThrow())
                    .as(month.toString())
                    .isCloseTo(expected, within(1e-12));
        }
    }

    private record Purchase(String customer, LocalDate day, BigDecimal dollars) {}

    private static List<Purchase> purchases(Path file) throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.strip().split("\\s+");
            purchases.add(new Purchase(
                    cells[0], LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE), new BigDecimal(cells[4])));
        }
        return purchases;
    }

    private static double total(Ukur ukur, String metric, Period period) {
        return ukur.query(MetricQuery.total(metric, period)).number(0, metric).orElseThrow();
    }
}
