package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.problem.Problems;
import dev.ukur.stats.Interval;
import dev.ukur.stats.Wilson;
import dev.ukur.stats.compare.ClusterSums;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.SurvivalCurve;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.workspace.MetricReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of metrics, against plain Java over the same rows. */
class IntervalTest {

    private static final double Z = 1.959963984540054;
    private static final String VISITS =
            "account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,channel,is_paid,is_new,pageviews,"
                    + "events,bounced,engaged,duration_s,purchases,form_submits,sign_ups,add_to_carts,checkouts,built_by\n";
    private static final String ORDERS =
            "account,period_start,period_end,order_id,status,customer_id,sales_channel,total_paid,currency\n";

    private static final Period JANUARY = Rows.days("2026-01-01", "2026-01-31");

    @TempDir
    Path folder;

    @Test
    void visitors_who_come_three_times_alike_say_no_more_than_as_many_who_come_once() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(VISITS);
            for (int visitor = 0; visitor < 40; visitor++) {
                for (int visit = 0; visit < 3; visit++) {
                    text.append(visit(visitor * 3 + visit, visitor, visitor < 10 ? 1 : 0, 2));
                }
            }
            rows.load("visits", text.toString());
            Interval expected = Wilson.interval(10, 40).orElseThrow();
            assertInterval(rows.metrics(), "conversion_rate", expected);
        }
    }

    @Test
    void visitors_who_come_once_have_the_interval_of_wilson_and_none_at_nought_is_no_certainty() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(VISITS);
            for (int visitor = 0; visitor < 50; visitor++) {
                text.append(visit(visitor, visitor, visitor < 7 ? 1 : 0, 1));
            }
            rows.load("visits", text.toString());
            assertInterval(
                    rows.metrics(), "conversion_rate", Wilson.interval(7, 50).orElseThrow());
            // nobody filled a form
            assertInterval(rows.metrics(), "form_rate", Wilson.interval(0, 50).orElseThrow());
        }
    }

    @Test
    void pages_per_visit_vary_by_visitor_not_by_visit() {
        Random dice = new Random(7);
        double[] pages = new double[30];
        double[] visits = new double[30];
        StringBuilder text = new StringBuilder(VISITS);
        for (int id = 0; id < 120; id++) {
            int visitor = dice.nextInt(30);
            int seen = 1 + visitor % 5 + dice.nextInt(2);
            pages[visitor] += seen;
            visits[visitor]++;
            text.append(visit(id, visitor, 0, seen));
        }
        double[] x = IntStream.range(0, 30)
                .filter(i -> visits[i] > 0)
                .mapToDouble(i -> pages[i])
                .toArray();
        double[] y = IntStream.range(0, 30)
                .filter(i -> visits[i] > 0)
                .mapToDouble(i -> visits[i])
                .toArray();
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", text.toString());
            assertInterval(
                    rows.metrics(),
                    "pages_per_visit",
                    ClusterSums.of(x, y).ratio().orElseThrow().interval());
        }
    }

    /** Newcombe 1998, Statistics in Medicine 17:857, Table I, method 3, here of cancelled orders. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void shares_have_the_published_intervals(int cancelled, int orders, double low, double high) {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + orders("A", "2026-01-05", cancelled, orders));
            Answer answer = rows.metrics().query(MetricQuery.total("cancel_rate", JANUARY));
            assertThat(answer.number(0, "cancel_rate")).contains((double) cancelled / orders);
            assertThat(answer.number(0, "cancel_rate_low").orElseThrow()).isCloseTo(low, within(5e-5));
            assertThat(answer.number(0, "cancel_rate_high").orElseThrow()).isCloseTo(high, within(5e-5));
        }
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, Table II, method 10, here of a month against the one before. */
    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062"})
    void changes_of_shares_have_the_published_intervals(
            int cancelled, int orders, int cancelledBefore, int ordersBefore, double low, double high) {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "orders",
                    ORDERS
                            + orders("A", "2026-01-05", cancelled, orders)
                            + orders("B", "2025-12-05", cancelledBefore, ordersBefore)
                            + orders("C", "2025-11-05", 0, 1));
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("cancel_rate", Grain.MONTH, JANUARY)
                            .display(Display.comparing(Comparison.PREVIOUS)));
            assertThat(answer.number(0, "cancel_rate_change_low").orElseThrow()).isCloseTo(low, within(5e-5));
            assertThat(answer.number(0, "cancel_rate_change_high").orElseThrow())
                    .isCloseTo(high, within(5e-5));
        }
    }

    private static String orders(String prefix, String day, int cancelled, int all) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all; i++) {
            text.append("shop,%s,%s,%s%d,%s,c%d,web,1.00,IDR%n"
                    .formatted(day, day, prefix, i, i < cancelled ? "cancelled" : "paid", i));
        }
        return text.toString();
    }

    @Test
    void an_average_order_lies_within_two_standard_errors_of_its_mean() {
        double[] paid = {10, 20, 40, 100, 80};
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(paid));
            double mean = 50;
            // squares of the distances: 1600 + 900 + 100 + 2500 + 900 = 6000, over 4; error of the mean over 5
            double error = Math.sqrt(6000.0 / 4 / 5);
            Interval expected = new Interval(mean - Z * error, mean + Z * error);
            assertInterval(rows.metrics(), "aov", expected);
            assertInterval(own(rows), "mean_order", expected);
        }
    }

    @Test
    void subscribers_are_worth_what_each_pays_all_subscriptions_together() {
        try (Rows rows = new Rows(folder)) {
            rows.load("subscriptions", """
                    account,period_start,period_end,subscription_id,customer_id,started_on,ended_on,mrr,currency
                    club,2026-01-01,2026-01-01,s1,ani,2026-01-01,,10,IDR
                    club,2026-01-02,2026-01-02,s2,ani,2026-01-02,,20,IDR
                    club,2026-01-03,2026-01-03,s3,budi,2026-01-03,,50,IDR
                    club,2026-01-04,2026-01-04,s4,citra,2026-01-04,,10,IDR
                    club,2026-01-05,2026-01-05,s5,dewi,2026-01-05,2026-01-20,70,IDR
                    club,2026-01-31,2026-01-31,s6,eka,2026-01-31,,30,IDR
                    """);
            // 30, 50, 10 and 30 of four: mean 30, squares of the distances 0 + 400 + 400 + 0 over 3; of the mean over 4
            double error = Math.sqrt(800.0 / 3 / 4);
            assertInterval(rows.metrics(), "arpu", new Interval(30 - Z * error, 30 + Z * error));
        }
    }

    @Test
    void purchase_frequency_varies_by_customer_over_its_twelve_months() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(ORDERS);
            int[] orders = {1, 1, 2, 4};
            for (int customer = 0; customer < orders.length; customer++) {
                for (int i = 0; i < orders[customer]; i++) {
                    String day = "2025-%02d-10".formatted(12 - 2 * i);
                    text.append("shop,%s,%s,A%d%d,paid,c%d,web,5,IDR%n".formatted(day, day, customer, i, customer));
                }
            }
            text.append("shop,2025-11-11,2025-11-11,N,paid,,web,5,IDR\n"); // of nobody
            text.append("shop,2025-11-12,2025-11-12,X,cancelled,c0,web,5,IDR\n");
            text.append("shop,2025-01-12,2025-01-12,O,paid,c1,web,5,IDR\n"); // before the twelve months
            text.append("shop,2026-01-31,2026-01-31,L,cancelled,c1,web,5,IDR\n");
            rows.load("orders", text.toString());
            // 1, 1, 2 and 4: mean 2, squares of the distances 1 + 1 + 0 + 4 over 3; of the mean over 4
            double error = Math.sqrt(6.0 / 3 / 4);
            assertInterval(rows.metrics(), "purchase_frequency", new Interval(2 - Z * error, 2 + Z * error));
        }
    }

    @Test
    void engaged_time_varies_by_visitor_and_sums_over_the_pages_of_a_visit() {
        double[] seconds = new double[12];
        double[] visits = new double[12];
        Random dice = new Random(11);
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,event_id,event_name,event_time,anonymous_id,channel,is_paid,engagement_time_ms\n");
        for (int id = 0; id < 30; id++) {
            int visitor = id < 12 ? id : dice.nextInt(12);
            String day = "2026-01-%02d".formatted(id + 1); // a visit a day
            visits[visitor]++;
            for (int page = 0; page < 3; page++) {
                int ms = page == 1 ? 0 : 1000 * (1 + visitor) + dice.nextInt(500);
                seconds[visitor] += ms / 1000.0;
                text.append("web,%s,%s,e%d-%d,page_view,%sT03:00:0%dZ,v%d,Direct,false,%s%n"
                        .formatted(day, day, id, page, day, page, visitor, page == 1 ? "" : ms));
            }
        }
        text.append("web,2026-01-31,2026-01-31,x,page_view,2026-01-31T03:00:00Z,nobody,Direct,false,\n");
        try (Rows rows = new Rows(folder)) {
            rows.load("events", text.toString());
            assertInterval(
                    rows.metrics(),
                    "engaged_time",
                    ClusterSums.of(seconds, visits).ratio().orElseThrow().interval());
        }
    }

    @Test
    void a_median_lies_between_the_values_of_two_ranks() {
        double[] paid = IntStream.rangeClosed(1, 10).mapToDouble(i -> 10 * i).toArray();
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(paid));
            // Campbell and Gardner: 10/2 -+ 1.96 √10 / 2 = 1.9 and 8.1 + 1: ranks 2 and 9
            assertInterval(own(rows), "middle_order", new Interval(20, 90));
        }
    }

    @Test
    void five_values_are_too_few_for_the_interval_of_a_median() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(1, 2, 3, 4, 5));
            Answer answer = own(rows).query(MetricQuery.total("middle_order", Rows.days("2026-01-01", "2026-01-31")));
            assertThat(answer.number(0, "middle_order")).contains(3.0);
            assertThat(answer.number(0, "middle_order_low")).isEmpty();
            assertThat(answer.number(0, "middle_order_high")).isEmpty();
        }
    }

    @Test
    void the_median_length_of_subscriptions_is_that_of_the_curve_of_kaplan_and_meier() {
        long seed = 20_261_129L;
        Random dice = new Random(seed);
        int unbroken = 0;
        for (int round = 0; round < 6; round++) {
            LocalDate end = LocalDate.of(2026, 6, 30);
            List<Lifetime> lives = new ArrayList<>();
            StringBuilder text = new StringBuilder(
                    "account,period_start,period_end,subscription_id,customer_id,started_on,ended_on,mrr,currency\n");
            for (int i = 0; i < 20 + dice.nextInt(40); i++) {
                LocalDate start = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(150));
                int days = 1 + dice.nextInt(4 + 30 * round);
                LocalDate ended = start.plusDays(days);
                boolean over = !ended.isAfter(end);
                lives.add(new Lifetime(over ? days : end.toEpochDay() - start.toEpochDay(), over));
                text.append("club,%s,%s,s%d,c%d,%s,%s,10.00,IDR%n".formatted(start, start, i, i, start, ended));
            }
            // one that runs on shows that the data speak of all of June
            lives.add(new Lifetime(1, false));
            text.append("club,2026-06-29,2026-06-29,last,last,2026-06-29,2026-07-09,10.00,IDR\n");
            SurvivalCurve.Median expected = SurvivalCurve.of(lives).median(SurvivalCurve.Band.LOG_LOG);
            try (Rows rows = new Rows(folder.resolve("round" + round))) {
                rows.load("subscriptions", text.toString());
                Answer answer = rows.metrics()
                        .query(MetricQuery.total("subscription_length_median", Rows.days("2026-06-01", "2026-06-30")));
                String told = "seed " + seed + ", round " + round;
                assertThat(answer.number(0, "subscription_length_median"))
                        .as(told)
                        .isEqualTo(expected.value());
                assertThat(answer.number(0, "subscription_length_median_low"))
                        .as(told)
                        .isEqualTo(expected.low());
                assertThat(answer.number(0, "subscription_length_median_high"))
                        .as(told)
                        .isEqualTo(expected.high());
                unbroken += expected.value().isPresent() && expected.high().isPresent() ? 1 : 0;
            }
        }
        assertThat(unbroken).as("rounds with all three numbers").isGreaterThan(2);
    }

    /** The platform shows shares below 10 % and above 90 % only as such; the truth still lies within the bounds. */
    @Test
    void bounds_of_lost_shares_hold_the_truth_that_the_platform_hides() {
        long seed = 20_261_130L;
        Random dice = new Random(seed);
        for (int round = 0; round < 5; round++) {
            double lost = 0;
            double eligible = 0;
            StringBuilder text = new StringBuilder(
                    "account,period_start,period_end,breakdown,platform,source,medium,channel,campaign,impressions,search_impression_share,"
                            + "search_impression_share_bound,search_budget_lost_share,search_budget_lost_share_bound,currency\n");
            for (int day = 1; day <= 12; day++) {
                double share = round == 0 ? 0.2 + 0.6 * dice.nextDouble() : 0.01 + 0.98 * dice.nextDouble();
                double budget = (1 - share) * dice.nextDouble();
                int impressions = 10 + dice.nextInt(1_000);
                lost += budget * impressions / share;
                eligible += impressions / share;
                text.append(String.format(
                        Locale.ROOT,
                        "ads,2026-01-%02d,2026-01-%02d,campaign,google_ads,google,cpc,Paid Search,c,%d,%s,%s,IDR%n",
                        day,
                        day,
                        impressions,
                        shown(share),
                        shown(budget)));
            }
            try (Rows rows = new Rows(folder.resolve("round" + round))) {
                rows.load("ad_performance", text.toString());
                Answer answer = rows.metrics()
                        .query(MetricQuery.total("lost_share_budget", Rows.days("2026-01-01", "2026-01-31")));
                String told = "seed " + seed + ", round " + round + "\n" + text;
                double low = answer.number(0, "lost_share_budget_low").orElseThrow();
                double high = answer.number(0, "lost_share_budget_high").orElseThrow();
                assertThat(lost / eligible).as(told).isBetween(low - 1e-9, high + 1e-9);
                assertThat(low).as(told).isBetween(0.0, 1.0);
                assertThat(high).as(told).isBetween(0.0, 1.0);
            }
        }
    }

    /** A share and its bound, as the platform shows them. */
    private static String shown(double share) {
        if (share < 0.1) {
            return "0.1,lt";
        }
        return share > 0.9 ? "0.9,gt" : String.format(Locale.ROOT, "%.15f,", share);
    }

    private static void assertInterval(Metrics metrics, String metric, Interval expected) {
        Answer answer = metrics.query(MetricQuery.total(metric, Rows.days("2026-01-01", "2026-01-31")));
        assertThat(answer.number(0, metric + "_low").orElseThrow()).isCloseTo(expected.low(), within(1e-9));
        assertThat(answer.number(0, metric + "_high").orElseThrow()).isCloseTo(expected.high(), within(1e-9));
    }

    private static Metrics own(Rows rows) {
        Problems problems = new Problems();
        Metrics metrics = rows.metrics(Rows.builtIn().and(MetricReader.read("metrics/own.yaml", """
                measures:
                  middle: {unit: money, from: [{fact: order_rows, aggregate: median, of: total_paid, filter: "status <> 'cancelled'"}]}
                  mean: {unit: money, from: [{fact: order_rows, aggregate: average, of: total_paid, filter: "status <> 'cancelled'"}]}
                metrics:
                  middle_order: {label: M, description: M, formula: middle, unit: money, direction: up, role: driver, interval: ranks}
                  mean_order: {label: A, description: A, formula: mean, unit: money, direction: up, role: driver, interval: delta}
                """, problems)));
        assertThat(problems.list()).isEmpty();
        assertThat(metrics.check()).isEmpty();
        return metrics;
    }

    /** The orders, and a cancelled one that must not count. */
    private static String orders(double... paid) {
        StringBuilder text = new StringBuilder(ORDERS);
        for (int i = 0; i < paid.length; i++) {
            text.append("shop,2026-01-05,2026-01-05,A%d,paid,c%d,web,%s,IDR%n".formatted(i, i, paid[i]));
        }
        return text + "shop,2026-01-05,2026-01-05,X,cancelled,x,web,9999,IDR\n";
    }

    private static String visit(int id, int visitor, int purchases, int pages) {
        return "web,2026-01-05,2026-01-05,s%d,v%d,2026-01-05T03:00:00Z,2026-01-05T03:10:00Z,Email,false,true,%d,2,false,true,60,%d,0,0,0,0,test%n"
                .formatted(id, visitor, pages, purchases);
    }
}
