package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers whose parts come from different tables say how sure they are, where chance rules one of them. */
class ChanceIntervalTest {

    @TempDir
    Path folder;

    /**
     * 1,000,000 brought 10 leads in February: of a count of 10 Garwood's table says 4.7954 to 18.3904. In January there were 5.
     * Of the 15 leads of both months, 10 are of the later: Clopper and Pearson's interval of 10 out of 15 is 0.3838 to 0.8818,
     * the odds of which are 0.6228 and 7.4594.
     */
    @Test
    void a_cost_per_lead_has_the_poisson_interval_of_its_leads_and_their_growth_that_of_a_share() {
        try (Rows rows = new Rows(folder)) {
            rows.load("ad_performance", """
                    account,period_start,period_end,breakdown,platform,source,medium,channel,spend,currency
                    ads,2026-02-01,2026-02-01,'',google_ads,google,cpc,Paid Search,1000000,IDR
                    """);
            StringBuilder leads = new StringBuilder("account,period_start,period_end,lead_id,stage,channel\n");
            for (int lead = 0; lead < 15; lead++) {
                leads.append("crm,2026-0%1$d-10,2026-0%1$d-10,L%2$d,lead,Email%n".formatted(lead < 5 ? 1 : 2, lead));
            }
            rows.load("leads", leads.toString());

            Answer cost = total(rows, "cost_per_lead");
            assertThat(cost.number(0, "cost_per_lead")).contains(100_000.0);
            assertThat(cost.number(0, "cost_per_lead_low").orElseThrow()).isCloseTo(1e6 / 18.3904, within(1.0));
            assertThat(cost.number(0, "cost_per_lead_high").orElseThrow()).isCloseTo(1e6 / 4.7954, within(3.0));
            Answer growth = total(rows, "lead_growth");
            assertThat(growth.number(0, "lead_growth")).contains(1.0);
            assertThat(growth.number(0, "lead_growth_low").orElseThrow()).isCloseTo(0.6228 - 1, within(1e-3));
            assertThat(growth.number(0, "lead_growth_high").orElseThrow()).isCloseTo(7.4594 - 1, within(0.01));
        }
    }

    /**
     * 25 orders of 100,000 each and 1 cancelled, of 50 visitors: 50,000 a visitor. Equal amounts are a count, and Garwood's
     * interval of 25 is 16.1787 to 36.9049. The 9 of the first day are too few to say.
     */
    @Test
    void revenue_per_visitor_has_the_interval_of_the_sum_of_its_orders_where_they_are_not_few() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder orders = new StringBuilder(
                    "account,period_start,period_end,order_id,status,sales_channel,total_paid,currency\n");
            for (int order = 0; order < 26; order++) {
                orders.append("shop,2026-02-0%1$d,2026-02-0%1$d,%2$d,%3$s,web,100000,IDR%n"
                        .formatted(order < 9 ? 1 : 2, order, order == 25 ? "cancelled" : "paid"));
            }
            rows.load("orders", orders.toString());
            StringBuilder visits = new StringBuilder("account,period_start,period_end,visit_id,visitor_id,started_at,"
                    + "ended_at,channel,is_paid,is_new,pageviews,events,bounced,engaged,duration_s,purchases,"
                    + "form_submits,sign_ups,add_to_carts,checkouts,built_by\n");
            for (int visit = 0; visit < 50; visit++) {
                visits.append("web,2026-02-0%1$d,2026-02-0%1$d,s%2$d,v%2$d,2026-02-01T03:00:00Z,2026-02-01T03:10:00Z,"
                                .formatted(visit < 30 ? 1 : 2, visit))
                        .append("Email,false,true,1,1,false,true,600,0,0,0,0,0,test\n");
            }
            rows.load("visits", visits.toString());

            Answer all = total(rows, "revenue_per_visitor");
            assertThat(all.number(0, "revenue_per_visitor")).contains(50_000.0);
            assertThat(all.number(0, "revenue_per_visitor_low").orElseThrow()).isCloseTo(2000 * 16.1787, within(1.0));
            assertThat(all.number(0, "revenue_per_visitor_high").orElseThrow()).isCloseTo(2000 * 36.9049, within(1.0));
            Answer few = rows.metrics()
                    .query(MetricQuery.series("revenue_per_visitor", Grain.DAY, Rows.days("2026-02-01", "2026-02-01")));
            assertThat(few.number(0, "revenue_per_visitor")).contains(30_000.0);
            assertThat(few.number(0, "revenue_per_visitor_low")).isEmpty();
        }
    }

    private static Answer total(Rows rows, String metric) {
        return rows.metrics()
                .query(new MetricQuery(
                        List.of(metric),
                        List.of(),
                        Grain.TOTAL,
                        Optional.of(Rows.days("2026-02-01", "2026-02-28")),
                        Optional.empty(),
                        Optional.empty()));
    }
}
