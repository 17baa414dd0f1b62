package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six new customers: in January 2 by search ads, 2 by e-mail and 1 direct, in February 1 by search ads. Booked are ads of
 * 50,000 for search in January and of 10,000 for social in March, 60,000 for e-mail and 90,000 for nobody in particular.
 */
class DividedCostsTest {

    @TempDir
    Path folder;

    private Rows rows;

    @BeforeEach
    void fill() {
        rows = new Rows(folder);
        rows.load("orders", """
                account,period_start,period_end,order_id,status,customer_id,sales_channel,channel,total_paid,currency
                shop,2026-01-05,2026-01-05,o1,paid,ani,web,Paid Search,10000.00,IDR
                shop,2026-01-06,2026-01-06,o2,paid,budi,web,Paid Search,10000.00,IDR
                shop,2026-01-07,2026-01-07,o3,paid,citra,web,Email,10000.00,IDR
                shop,2026-01-08,2026-01-08,o4,paid,dewi,web,Email,10000.00,IDR
                shop,2026-01-09,2026-01-09,o5,paid,eka,web,Direct,10000.00,IDR
                shop,2026-02-09,2026-02-09,o6,paid,fajar,web,Paid Search,10000.00,IDR
                shop,2026-03-31,2026-03-31,o7,paid,ani,web,Direct,10000.00,IDR
                """);
        rows.load("ad_performance", """
                account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,spend,currency
                ads,2026-01-05,2026-01-05,campaign,google,Umum,google,cpc,Paid Search,50000.00,IDR
                ads,2026-03-31,2026-03-31,campaign,google,Umum,facebook,cpc,Paid Social,10000.00,IDR
                """);
        rows.load("costs", """
                account,period_start,period_end,item,category,channel,amount,currency
                costs,2026-01-01,2026-01-31,Alat,tool,Email,60000.00,IDR
                costs,2026-01-01,2026-01-31,Gaji,salary,,90000.00,IDR
                costs,2026-03-01,2026-03-31,Lain,other,Direct,777.00,IDR
                """);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void a_channel_without_booked_costs_has_no_cost_per_customer_rather_than_nought() {
        Answer answer = rows.by("cac", "channel", "2026-01-01", "2026-01-31");
        assertThat(numbers(answer, "cac"))
                .containsEntry("Email", Optional.of(60_000 / 2.0))
                .containsEntry("Paid Search", Optional.of(50_000 / 2.0))
                .containsEntry("Direct", Optional.empty());
        assertThat(answer.meta().warnings())
                .filteredOn(problem -> problem.code().equals("costs-not-booked"))
                .extracting(Problem::facts)
                .containsExactly(Map.of("metric", "cac", "rows", 1L));
    }

    @Test
    void only_costs_the_metric_counts_are_looked_for() {
        assertThat(numbers(rows.by("cac_blended", "channel", "2026-01-01", "2026-01-31"), "cac_blended"))
                .containsEntry("Email", Optional.empty())
                .containsEntry("Paid Search", Optional.of(50_000 / 2.0));
    }

    @Test
    void each_period_is_judged_by_itself_whatever_span_was_asked_for() {
        Answer months = rows.metrics()
                .query(MetricQuery.total("cac", Rows.days("2026-01-01", "2026-02-28"))
                        .by(List.of("channel"), Grain.MONTH));
        assertThat(months.rows())
                .filteredOn(row -> "Paid Search".equals(row.get(1)))
                .extracting(row -> row.get(2))
                .containsExactly(25_000.0, null);
        assertThat(rows.by("cac", "channel", "2026-02-01", "2026-02-28").number(0, "cac"))
                .isEmpty();
    }

    @Test
    void a_filter_asks_like_a_row_of_that_channel() {
        MetricQuery direct = MetricQuery.total("cac", Rows.days("2026-01-01", "2026-01-31"))
                .where(Optional.of("channel = 'Direct'"));
        Answer answer = rows.metrics().query(direct);
        assertThat(answer.number(0, "cac")).isEmpty();
        assertThat(Rows.codes(answer)).contains("costs-not-booked");
    }

    @Test
    void a_metric_made_of_such_a_ratio_is_blank_with_it() {
        assertThat(numbers(rows.by("payback_months", "channel", "2026-01-01", "2026-01-31"), "payback_months"))
                .containsEntry("Direct", Optional.empty())
                .containsEntry("Paid Search", Optional.of(25_000 / (20_000 / 2.0 / 12)));
    }

    @Test
    void all_together_have_what_was_booked_and_a_pause_of_all_costs_is_nought() {
        assertThat(rows.total("cac", "2026-01-01", "2026-01-31")).contains((50_000 + 60_000 + 90_000) / 5.0);
        assertThat(rows.total("cac_blended", "2026-02-01", "2026-02-28")).contains(0.0);
    }

    @Test
    void sums_of_costs_and_what_they_brought_stay_nought() {
        Answer answer = rows.metrics()
                .query(new MetricQuery(
                        List.of("spend", "new_customers", "roas_own"),
                        List.of("channel"),
                        Grain.TOTAL,
                        Optional.of(Rows.days("2026-01-01", "2026-03-31")),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(answer.rows())
                .extracting(row -> row.get(0), row -> row.get(1), row -> row.get(2), row -> row.get(3))
                .contains(
                        new Tuple(Arrays.asList("Direct", 0.0, 1.0, null).toArray()),
                        new Tuple("Paid Social", 10_000.0, 0.0, 0.0));
        assertThat(Rows.codes(answer)).doesNotContain("costs-not-booked");
    }

    private static Map<String, Optional<Double>> numbers(Answer answer, String metric) {
        Map<String, Optional<Double>> numbers = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            numbers.put(String.valueOf(answer.rows().get(row).get(0)), answer.number(row, metric));
        }
        return numbers;
    }
}
