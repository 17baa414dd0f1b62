package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the written files with readers of their own and adds up by hand what the truth says. */
class ExportsTest {

    private static TinyShop shop;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        shop = TinyShop.write(folder);
    }

    @Test
    void google_totals_equal_the_sum_of_their_rows_and_the_true_spend() {
        TreeMap<String, BigDecimal> spend = new TreeMap<>();
        for (Path file : google("campaign")) {
            List<CsvRecord> rows = TinyShop.rows(file, ',');
            for (int column : List.of(5, 6, 7, 9, 10)) {
                BigDecimal sum = sum(days(rows), column);
                assertThat(english(row(rows, "Total: Account").getField(column)))
                        .isEqualByComparingTo(sum);
                assertThat(english(row(rows, "Total: Campaigns").getField(column)))
                        .isEqualByComparingTo(sum);
            }
            for (CsvRecord row : days(rows)) {
                add(spend, row.getField(0).substring(0, 7) + " " + row.getField(1), english(row.getField(5)));
            }
        }
        spend.values().removeIf(sum -> sum.signum() == 0);
        TreeMap<String, BigDecimal> truth = shop.truth("spend", "campaign");
        truth.keySet().removeIf(key -> key.contains("prospek") || key.contains("katalog"));

        assertThat(spend).isEqualTo(truth);
    }

    @Test
    void google_keywords_add_up_to_their_campaigns() {
        for (int i = 0; i < google("keyword").size(); i++) {
            List<CsvRecord> campaigns = days(TinyShop.rows(google("campaign").get(i), ','));
            List<CsvRecord> search = campaigns.stream()
                    .filter(row -> row.getField(3).equals("Search"))
                    .toList();
            List<CsvRecord> keywords = TinyShop.rows(google("keyword").get(i), ',');

            assertThat(sum(days(keywords), 6)).isEqualTo(sum(search, 5));
            assertThat(sum(days(keywords), 8)).isEqualTo(sum(search, 7));
            assertThat(english(row(keywords, "Total: Keywords").getField(6))).isEqualTo(sum(search, 5));
        }
    }

    @Test
    void google_click_rates_are_clicks_per_impression_rounded_to_two_places() {
        for (CsvRecord row : days(TinyShop.rows(google("campaign").get(0), ','))) {
            BigDecimal impressions = english(row.getField(6));
            if (impressions.signum() > 0) {
                double rate = english(row.getField(7)).doubleValue() / impressions.doubleValue();
                assertThat(Double.parseDouble(row.getField(8).replace("%", "")) / 100)
                        .isCloseTo(rate, within(0.000051));
            }
        }
    }

    @Test
    void meta_total_row_is_the_sum_of_days_and_ads() {
        for (Path file : shop.files("meta-ads")) {
            List<CsvRecord> rows = TinyShop.rows(file, ';');
            List<CsvRecord> days = rows.subList(1, rows.size() - 1);
            CsvRecord total = rows.get(rows.size() - 1);
            for (int column : List.of(6, 8, 9, 11, 12, 13)) {
                BigDecimal sum = days.stream()
                        .map(row -> indonesian(row.getField(column)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(indonesian(total.getField(column))).isEqualByComparingTo(sum);
            }
            assertThat(total.getField(2)).isEmpty();
        }
    }

    @Test
    void web_orders_and_marketplace_orders_make_the_true_orders_revenue_and_refunds() throws IOException {
        TreeMap<String, BigDecimal> orders = new TreeMap<>();
        TreeMap<String, BigDecimal> revenue = new TreeMap<>();
        TreeMap<String, BigDecimal> refunds = zeros("refunds");
        for (Order order : orders()) {
            add(orders, order.month(), BigDecimal.ONE);
            add(revenue, order.month(), order.cancelled() ? BigDecimal.ZERO : order.total());
            add(refunds, order.month(), order.refund());
        }

        assertThat(orders).isEqualTo(shop.truth("orders"));
        assertThat(revenue).isEqualTo(shop.truth("revenue"));
        assertThat(refunds).isEqualTo(shop.truth("refunds"));
    }

    @Test
    void new_customers_are_those_of_the_first_order_that_was_not_cancelled() throws IOException {
        TreeMap<String, BigDecimal> newCustomers = zeros("new_customers");
        Set<String> known = new HashSet<>();
        List<Order> inTime = orders().stream()
                .filter(order -> !order.cancelled())
                .sorted(Comparator.comparing(Order::placed))
                .toList();
        for (Order order : inTime) {
            if (known.add(order.customer())) {
                add(newCustomers, order.month(), BigDecimal.ONE);
            }
        }

        assertThat(newCustomers).isEqualTo(shop.truth("new_customers"));
    }

    @Test
    void a_web_orders_lines_make_its_total() {
        for (Path file : shop.files("shopify")) {
            TreeMap<String, BigDecimal> rest = new TreeMap<>();
            for (CsvRecord row : body(file)) {
                BigDecimal line = new BigDecimal(row.getField(13)).multiply(new BigDecimal(row.getField(15)));
                add(rest, row.getField(0), line);
                if (!row.getField(9).isEmpty()) {
                    BigDecimal others = new BigDecimal(row.getField(7)).subtract(new BigDecimal(row.getField(11)));
                    add(rest, row.getField(0), others.subtract(new BigDecimal(row.getField(9))));
                }
            }
            assertThat(rest.values()).isNotEmpty().allMatch(difference -> difference.signum() == 0);
        }
    }

    @Test
    void web_analytics_shows_the_same_visits_in_every_report() {
        Path archive = shop.files("plausible").get(0);

        assertThat(byMonth(TinyShop.member(archive, "imported_visitors"), 4)).isEqualTo(shop.truth("visits"));
        assertThat(byMonth(TinyShop.member(archive, "imported_visitors"), 2)).isEqualTo(shop.truth("page_views"));
        assertThat(byMonth(TinyShop.member(archive, "imported_sources"), 10)).isEqualTo(shop.truth("visits"));
        assertThat(byMonth(TinyShop.member(archive, "imported_devices"), 3)).isEqualTo(shop.truth("visits"));
        assertThat(byMonth(TinyShop.member(archive, "imported_pages"), 5)).isEqualTo(shop.truth("page_views"));
    }

    @Test
    void contacts_carry_the_true_stage_dates() {
        Path file = shop.files("hubspot").get(0);

        assertThat(months(file, 10)).isEqualTo(shop.truth("leads"));
        assertThat(months(file, 12)).isEqualTo(shop.truth("mql"));
        assertThat(months(file, 13)).isEqualTo(shop.truth("sql"));
        assertThat(months(file, 15)).isEqualTo(positive("lead_customers"));
    }

    @Test
    void memberships_active_at_the_start_and_end_of_months_are_the_true_ones() {
        List<CsvRecord> rows = body(shop.files("stripe").get(0));
        for (String month : shop.truth("visits").keySet()) {
            long active = rows.stream()
                    .filter(row -> row.getField(10).substring(0, 10).compareTo(month + "-01") <= 0)
                    .filter(row ->
                            row.getField(16).isEmpty() || row.getField(16).compareTo(month + "-02") >= 0)
                    .count();
            assertThat(BigDecimal.valueOf(active))
                    .isEqualTo(shop.truth("subscriptions_active_at_start").get(month));
        }
        assertThat(rows)
                .noneMatch(row ->
                        row.getField(10).startsWith("01", 8) || row.getField(16).startsWith("01", 8));
    }

    @Test
    void mailings_and_search_results_are_the_true_ones() {
        TreeMap<String, BigDecimal> clicks = new TreeMap<>();
        TreeMap<String, BigDecimal> days = new TreeMap<>();
        TreeMap<String, BigDecimal> queries = new TreeMap<>();
        for (CsvRecord row : body(shop.files("mailchimp").get(0))) {
            add(clicks, row.getField(0).substring(6, 13), new BigDecimal(row.getField(15)));
        }
        for (Path archive : shop.files("search-console")) {
            String month = archive.getFileName().toString().replaceAll(".*(\\d{4}-\\d{2})\\.zip", "$1");
            for (CsvRecord row : tail(TinyShop.member(archive, "Queries"))) {
                add(queries, month, new BigDecimal(row.getField(1)));
            }
            days.putAll(byMonth(TinyShop.member(archive, "Dates"), 1));
        }

        assertThat(clicks).isEqualTo(shop.truth("email_unique_clicks"));
        assertThat(days).isEqualTo(shop.truth("search_clicks"));
        assertThat(queries).isEqualTo(shop.truth("query_clicks"));
    }

    @Test
    void the_rank_trackers_header_names_every_monday_once() {
        List<CsvRecord> rows = TinyShop.rows(shop.files("semrush").get(0), ';');
        CsvRecord header = row(rows, "Keyword");

        assertThat(header.getFields().stream().filter(cell -> cell.matches(".*_\\d{8}")))
                .containsExactly(
                        "*.batiklaras.example/*_20260504",
                        "*.batiklaras.example/*_20260511",
                        "*.batiklaras.example/*_20260518",
                        "*.batiklaras.example/*_20260525");
    }

    private record Order(String placed, String customer, boolean cancelled, BigDecimal total, BigDecimal refund) {

        String month() {
            return placed.substring(0, 7);
        }
    }

    private static List<Order> orders() throws IOException {
        List<Order> orders = new ArrayList<>();
        for (Path file : shop.files("shopify")) {
            for (CsvRecord row : body(file)) {
                if (!row.getField(9).isEmpty()) {
                    orders.add(new Order(
                            row.getField(12),
                            row.getField(1),
                            !row.getField(17).isEmpty(),
                            new BigDecimal(row.getField(9)),
                            new BigDecimal(row.getField(18))));
                }
            }
        }
        for (Path file : shop.files("shopee")) {
            orders.addAll(marketplaceOrders(file));
        }
        return orders;
    }

    private static List<Order> marketplaceOrders(Path file) throws IOException {
        TreeMap<String, Order> byNumber = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.skip(1)
                    .forEach(row -> byNumber.put(
                            row.getCellText(0),
                            new Order(
                                    row.getCellText(3),
                                    row.getCellText(18),
                                    row.getCellText(1).equals("Batal"),
                                    indonesian(row.getCellText(16)),
                                    BigDecimal.ZERO)));
        }
        return List.copyOf(byNumber.values());
    }

    private static TreeMap<String, BigDecimal> months(Path file, int column) {
        TreeMap<String, BigDecimal> months = new TreeMap<>();
        for (CsvRecord row : body(file)) {
            if (!row.getField(column).isEmpty()) {
                add(months, row.getField(column).substring(0, 7), BigDecimal.ONE);
            }
        }
        return months;
    }

    private static TreeMap<String, BigDecimal> byMonth(List<CsvRecord> rows, int column) {
        TreeMap<String, BigDecimal> months = new TreeMap<>();
        tail(rows).forEach(row -> add(months, row.getField(0).substring(0, 7), new BigDecimal(row.getField(column))));
        return months;
    }

    private static TreeMap<String, BigDecimal> zeros(String metric) {
        TreeMap<String, BigDecimal> zeros = shop.truth(metric);
        zeros.replaceAll((month, sum) -> BigDecimal.ZERO);
        return zeros;
    }

    private static TreeMap<String, BigDecimal> positive(String metric) {
        TreeMap<String, BigDecimal> sums = shop.truth(metric);
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static void add(TreeMap<String, BigDecimal> sums, String key, BigDecimal amount) {
        sums.merge(key, amount, BigDecimal::add);
        sums.computeIfPresent(key, (same, sum) -> TinyShop.plain(sum));
    }

    private static List<Path> google(String report) {
        return shop.files("google-ads").stream()
                .filter(file -> file.getFileName().toString().startsWith(report))
                .toList();
    }

    private static List<CsvRecord> days(List<CsvRecord> rows) {
        return rows.stream()
                .filter(row -> row.getField(0).matches("\\d{4}-\\d{2}-\\d{2}"))
                .toList();
    }

    private static CsvRecord row(List<CsvRecord> rows, String label) {
        return rows.stream()
                .filter(row -> row.getField(0).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<CsvRecord> body(Path file) {
        return tail(TinyShop.rows(file, ','));
    }

    private static List<CsvRecord> tail(List<CsvRecord> rows) {
        return rows.subList(1, rows.size());
    }

    private static BigDecimal sum(List<CsvRecord> rows, int column) {
        Function<CsvRecord, BigDecimal> cell = row -> english(row.getField(column));
        return rows.stream().map(cell).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal english(String cell) {
        return new BigDecimal(cell.replace(",", ""));
    }

    private static BigDecimal indonesian(String cell) {
        return new BigDecimal(cell.replace(".", "").replace(',', '.'));
    }
}
