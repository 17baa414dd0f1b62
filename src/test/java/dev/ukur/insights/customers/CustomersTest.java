package dev.ukur.insights.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomersTest {

    private static final String ORDERS =
            "account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,channel,total_paid,currency\n";
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);

    @TempDir
    Path folder;

    private int orders;

    private String order(String customer, LocalDate day, String channel, long paid) {
        return "shop,%1$s,%1$s,#%2$d,%1$sT03:00:00Z,paid,%3$s,web,%4$s,%5$d,IDR%n"
                .formatted(day, orders++, customer, channel, paid);
    }

    /** Customers who buy at rates of their own, leave with chances of their own after each repeat, and spend differently. */
    private String shop(int customers, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(ORDERS);
        for (int i = 0; i < customers; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(200));
            double rate = -Math.log(1 - random.nextDouble()) / 30;
            double leaves = Math.pow(random.nextDouble(), 2);
            double usual = 100_000 * (0.3 - Math.log(1 - random.nextDouble()));
            String channel = i % 2 == 0 ? "Email" : "Paid Social";
            for (int n = 0; n < 30 && !day.isAfter(LocalDate.of(2026, 10, 31)); n++) {
                text.append(order("C" + i, day, channel, Math.round(usual * (0.7 + 0.6 * random.nextDouble()))));
                day = day.plusDays(1 + (long) (-Math.log(1 - random.nextDouble()) / rate));
                if (n > 0 && random.nextDouble() < leaves) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_customers_are_worth_is_what_they_paid_and_what_is_to_come() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", shop(400, 5));
            rows.load("ad_performance", """
                    account,period_start,period_end,breakdown,platform,source,medium,channel,clicks,spend,currency
                    meta,2025-11-01,2025-11-01,campaign,meta,facebook,paid_social,Paid Social,100,900000000,IDR
                    """);
            Finding finding = new Clv("channel", 52, "bgnbd").find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            Term.Between value = finding.estimate().orElseThrow();
            double paid = ((Term.Amount) finding.answer().facts().get("past")).value();
            assertThat(value.value()).isGreaterThan(paid);
            assertThat(value.low()).isLessThan(value.value());
            Told.answer(finding, Language.EN);
            assertThat(new Clv("channel", 52, "bgnbd").find(Desks.of(rows))).isEqualTo(finding);
        }
    }

    /** C1 buys once; C2 buys again after 10 days; C3 is too new to be known for 90 days. */
    @Test
    void a_cohort_knows_only_those_who_could_have_bought_again() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(ORDERS);
            for (int i = 0; i < 10; i++) {
                LocalDate day = LocalDate.of(2026, 1, 5);
                text.append(order("A" + i, day, "Email", 100));
                if (i < 4) {
                    text.append(order("A" + i, day.plusDays(40), "Email", 50));
                }
            }
            text.append(order("NEW", LocalDate.of(2026, 10, 30), "Email", 100));
            rows.load("orders", text.toString());
            Finding finding = new Cohort(Grain.MONTH, "channel", Optional.empty()).find(Desks.of(rows));

            assertThat(finding.estimate().orElseThrow().value()).isEqualTo(0.4);
            Evidence kept = table(finding, "cohort_customers");
            assertThat(kept.rows().get(0).get(1)).isEqualTo(Term.count(10));
            assertThat(((Term.Between) kept.rows().get(0).get(2)).value()).isEqualTo(0.4);
            assertThat(((Term.Between) kept.rows().get(0).get(3)).value()).isZero();
            assertThat(table(finding, "cohort_revenue").rows().get(0).get(2)).isEqualTo(Term.share(0.2));
            // NEW's next month is not over, so it is nobody of whom anything is known.
            Evidence curve = table(finding, "cohort_curve");
            assertThat(curve.rows().get(0).subList(0, 2)).containsExactly(Term.count(1), Term.count(10));
            assertThat(((Term.Between) curve.rows().get(0).get(2)).value()).isEqualTo(0.4);
            assertThat(((Term.Between) curve.rows().get(1).get(2)).value()).isZero();
            assertThat(kept.rows().get(kept.rows().size() - 1).get(2)).isEqualTo(Term.UNKNOWN);
            Told.answer(finding, Language.ID);
        }
    }

    /** Of forty by e-mail all buy again, of forty by search nobody: that is no chance, and only who is asked for is told. */
    @Test
    void channels_that_differ_make_the_answer_clear_and_one_alone_is_told_of_itself() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(ORDERS);
            LocalDate day = LocalDate.of(2026, 1, 5);
            for (int i = 0; i < 40; i++) {
                text.append(order("A" + i, day, "Email", 100));
                text.append(order("A" + i, day.plusDays(40), "Email", 50));
                text.append(order("B" + i, day, "Paid Search", 100));
            }
            text.append(order("NEW", LocalDate.of(2026, 10, 30), "Email", 100));
            rows.load("orders", text.toString());
            Finding all = new Cohort(Grain.MONTH, "channel", Optional.empty()).find(Desks.of(rows));
            Finding one = new Cohort(Grain.MONTH, "channel", Optional.of("Email")).find(Desks.of(rows));

            assertThat(all.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(told(all)).containsExactly("Email", "Paid Search");
            assertThat(told(one)).containsExactly("Email");
        }
    }

    private static List<String> told(Finding finding) {
        return finding.reasons().stream()
                .filter(reason -> reason.code().startsWith("cohort-audience"))
                .map(reason -> ((Term.Text) reason.facts().get("audience")).text())
                .toList();
    }

    /**
     * Ten subscriptions of 100 start on 1 January; two of plan B end after 59 days (1 March). By hand: 8 of 10 last beyond
     * 3 months; March's revenue at its start is 1000 and 200 of it is lost.
     */
    @Test
    void subscriptions_that_still_run_are_watched_to_the_last_day() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(
                    "account,period_start,period_end,subscription_id,customer_id,plan,started_on,ended_on,mrr,currency\n");
            for (int i = 0; i < 10; i++) {
                text.append("s,2026-01-01,2026-01-01,S%1$d,C%1$d,%2$s,2026-01-01,%3$s,100,IDR%n"
                        .formatted(i, i < 5 ? "A" : "B", i > 7 ? "2026-03-02" : ""));
            }
            text.append("s,2026-10-31,2026-10-31,S99,C99,A,2026-10-31,,100,IDR\n");
            rows.load("subscriptions", text.toString());
            Finding finding = new Churn(Churn.Of.SUBSCRIPTIONS).find(Desks.of(rows));

            // The two end after 60 of 30.4375 days a month: within the second month; S99 was watched for no month.
            Evidence curve = table(finding, "churn_curve");
            assertThat(curve.rows().subList(0, 3))
                    .extracting(row -> row.get(1))
                    .containsExactly(Term.count(11), Term.count(10), Term.count(8));
            assertThat(curve.rows().subList(0, 3))
                    .extracting(row -> ((Term.Between) row.get(2)).value())
                    .containsExactly(1.0, 1.0, 0.8);
            Evidence survival = table(finding, "churn_survival");
            int three = survival.columns().stream()
                    .map(Evidence.Column::name)
                    .toList()
                    .indexOf("month_3");
            assertThat(((Term.Between) survival.rows().get(0).get(three)).value())
                    .isCloseTo(0.8, within(1e-12));
            assertThat(((Term.Between) survival.rows().get(2).get(three)).value())
                    .isCloseTo(0.6, within(1e-12));
            Evidence revenue = table(finding, "churn_revenue");
            assertThat(revenue.rows().stream().map(row -> row.get(2)).filter(term -> !isZero(term)))
                    .hasSize(1);
            Told.answer(finding, Language.EN);
        }
    }

    private static boolean isZero(Term term) {
        return ((Term.Amount) term).value() == 0;
    }

    @Test
    void without_subscriptions_leaving_is_told_from_silence() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", shop(300, 9));
            Finding finding = new Churn(Churn.Of.SUBSCRIPTIONS).find(Desks.of(rows));

            assertThat(finding.answer().code()).isEqualTo("churn-silent-answer");
            Told.answer(finding, Language.ID);
        }
    }

    @Test
    void habits_name_segments_and_products_that_belong_together() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(ORDERS);
            StringBuilder items =
                    new StringBuilder("account,period_start,period_end,order_id,line_no,product,quantity,currency\n");
            for (int i = 0; i < 100; i++) {
                LocalDate day = FIRST.plusDays(i);
                items.append(item(day, orders, 1, i < 30 ? "Kopi" : i < 60 ? "Teh" : "Susu"));
                if (i < 25) {
                    items.append(item(day, orders, 2, "Gula"));
                }
                text.append(order("C" + i, day, "Email", 100 + i));
            }
            rows.load("orders", text.toString());
            rows.load("order_items", items.toString());
            Finding finding = new Behaviour().find(Desks.of(rows));

            Sentence together = finding.reasons().stream()
                    .filter(reason -> reason.code().equals("behaviour-together"))
                    .findFirst()
                    .orElseThrow();
            // 25 of 100 bought both, 30 coffee and 25 sugar: 0.25 / (0.30 * 0.25) = 10/3.
            assertThat(((Term.Amount) together.facts().get("lift")).value()).isCloseTo(10.0 / 3, within(1e-12));
            double members = table(finding, "behaviour_segments").rows().stream()
                    .mapToDouble(row -> ((Term.Amount) row.get(1)).value())
                    .sum();
            assertThat(members).isEqualTo(100);
            Told.answer(finding, Language.EN);
        }
    }

    private static String item(LocalDate day, int order, int line, String product) {
        return "shop,%1$s,%1$s,#%2$d,%3$d,%4$s,1,IDR%n".formatted(day, order, line, product);
    }

    @Test
    void nothing_is_said_without_customers_and_an_unknown_choice_is_refused() {
        try (Rows rows = new Rows(folder)) {
            Desks.of(rows);
            assertThat(new Clv("channel", 52, "bgnbd").find(Desks.of(rows)).verdict())
                    .isEqualTo(Verdict.CANNOT_TELL);
            assertThat(new Cohort(Grain.WEEK, "channel", Optional.empty())
                            .find(Desks.of(rows))
                            .verdict())
                    .isEqualTo(Verdict.CANNOT_TELL);
            Told.answer(new Behaviour().find(Desks.of(rows)), Language.ID);
            Told.answer(new Churn(Churn.Of.ORDERS).find(Desks.of(rows)), Language.ID);
            assertThatThrownBy(() -> new Clv("colour", 52, "bgnbd").find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> new Clv("channel", 52, "arima").find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
