package dev.ukur.insights.attribution;

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
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttributionTest {

    private static final String EVENTS =
            "account,period_start,period_end,event_id,event_name,event_time,anonymous_id,transaction_id,channel,is_paid\n";
    private static final String ORDERS =
            "account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,channel,total_paid,currency\n";
    private static final Attribution OCTOBER = new Attribution(
            "order", 30, Optional.of(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))));

    @TempDir
    Path folder;

    /** A visit is made of its events: one page, from where it came. */
    private static String visit(String visitor, String channel, String day) {
        return "web,%2$s,%2$s,p%1$s%2$s%3$s,page_view,%2$sT02:00:00Z,%1$s,,%3$s,false%n"
                .formatted(visitor, day, channel);
    }

    private static String purchase(String visitor, String order, String day) {
        return "web,%2$s,%2$s,e%3$s,purchase,%2$sT02:05:00Z,%1$s,%3$s,Direct,false%n".formatted(visitor, day, order);
    }

    private static String order(String order, String day, String channel, int paid) {
        return "shop,%2$s,%2$s,%1$s,%2$sT02:05:00Z,paid,C%1$s,web,%3$s,%4$d,IDR%n".formatted(order, day, channel, paid);
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Term term) {
        return ((Term.Amount) term).value();
    }

    private static double cell(Evidence table, String row, String column) {
        int index = table.columns().stream().map(Evidence.Column::name).toList().indexOf(column);
        return table.rows().stream()
                .filter(one -> one.get(0).equals(new Term.Text(row)))
                .map(one -> number(one.get(index)))
                .findFirst()
                .orElse(0.0);
    }

    /**
     * a: Email, then Search, buys for 100. b: Search buys for 300. c: Email only, nothing. An order of a marketplace has no
     * visit. First: Email 1, Search 1. Last: Search 2. Linear: Email 1/2, Search 3/2.
     */
    @Test
    void credits_of_every_model_sum_to_the_orders_and_those_without_a_trace_stand_apart() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "events",
                    EVENTS
                            + visit("a", "Email", "2026-10-01")
                            + visit("a", "Search", "2026-10-03")
                            + visit("b", "Search", "2026-10-05")
                            + visit("c", "Email", "2026-10-05")
                            + purchase("a", "#1", "2026-10-03")
                            + purchase("b", "#2", "2026-10-05"));
            rows.load(
                    "orders",
                    ORDERS
                            + order("#1", "2026-10-03", "", 100)
                            + order("#2", "2026-10-05", "", 300)
                            + order("#3", "2026-10-06", "Marketplace", 50));
            Finding finding = OCTOBER.find(Desks.of(rows));
            Evidence credits = table(finding, "attribution_credits");

            assertThat(cell(credits, "Email", "first")).isEqualTo(1);
            assertThat(cell(credits, "Search", "last")).isEqualTo(2);
            assertThat(cell(credits, "Email", "linear")).isEqualTo(0.5);
            assertThat(cell(credits, "Search", "shapley")).isEqualTo(1.5);
            assertThat(cell(table(finding, "attribution_values"), "Search", "last"))
                    .isEqualTo(400);
            assertSums(credits, 3);
            assertThat(finding.caveats().stream().map(Sentence::code)).contains("attribution-alone");
            Told.answer(finding, Language.EN);
        }
    }

    private static void assertSums(Evidence credits, double orders) {
        int last = credits.rows().size() - 1;
        for (int column = 1; column < credits.columns().size(); column++) {
            double sum = 0;
            for (int row = 0; row < last; row++) {
                sum += number(credits.rows().get(row).get(column));
            }
            assertThat(sum).as(credits.columns().get(column).name()).isCloseTo(orders, within(1e-9));
            assertThat(number(credits.rows().get(last).get(column))).isEqualTo(orders);
        }
    }

    @Test
    void rows_in_another_order_change_no_word() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> visits = new ArrayList<>();
        List<String> events = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        List<String> channels = List.of("Email", "Search", "Social", "Direct");
        for (int i = 0; i < 120; i++) {
            int steps = 1 + random.nextInt(3);
            for (int step = 0; step < steps; step++) {
                visits.add(visit(
                        "v" + i, channels.get(random.nextInt(4)), "2026-10-%02d".formatted(1 + 4 * step + i % 4)));
            }
            if (i % 3 == 0) {
                String day = "2026-10-%02d".formatted(1 + 4 * (steps - 1) + i % 4);
                events.add(purchase("v" + i, "#" + i, day));
                orders.add(order("#" + i, day, "", 10 + i));
            }
        }
        Finding first = of(folder.resolve("1"), visits, events, orders);
        Collections.shuffle(visits, new Random(1));
        Collections.shuffle(events, new Random(2));
        Collections.shuffle(orders, new Random(3));
        Finding second = of(folder.resolve("2"), visits, events, orders);

        assertThat(second).isEqualTo(first);
        assertSums(table(first, "attribution_credits"), 40);
        assertThat(Told.answer(first, Language.ID)).isEqualTo(Told.answer(second, Language.ID));
    }

    private static Finding of(Path folder, List<String> visits, List<String> events, List<String> orders) {
        try (Rows rows = new Rows(folder)) {
            rows.load("events", EVENTS + String.join("", visits) + String.join("", events));
            rows.load("orders", ORDERS + String.join("", orders));
            return OCTOBER.find(Desks.of(rows));
        }
    }

    @Test
    void visits_before_the_look_back_and_before_the_order_before_do_not_count() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "events",
                    EVENTS
                            + visit("a", "Email", "2026-08-20")
                            + visit("a", "Search", "2026-10-01")
                            + visit("a", "Direct", "2026-10-10")
                            + purchase("a", "#1", "2026-10-01")
                            + purchase("a", "#2", "2026-10-10"));
            rows.load("orders", ORDERS + order("#1", "2026-10-01", "", 1) + order("#2", "2026-10-10", "", 1));
            Evidence credits = table(OCTOBER.find(Desks.of(rows)), "attribution_credits");

            assertThat(cell(credits, "Search", "linear")).isEqualTo(1);
            assertThat(cell(credits, "Direct", "linear")).isEqualTo(1);
            assertThat(cell(credits, "Email", "linear")).isZero();
        }
    }

    /** Hardly any lead is known by its browser, so the web's own forms say which activity drives leads. */
    @Test
    void leads_without_a_browser_are_told_from_forms_on_the_web() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "events",
                    EVENTS + visit("a", "Email", "2026-10-01")
                            + "web,2026-10-01,2026-10-01,e1,form_submit,2026-10-01T02:05:00Z,a,,Email,false\n");
            rows.load("leads", """
                    account,period_start,period_end,lead_id,person_key,created_at,channel
                    crm,2026-10-02,2026-10-02,L1,P1,2026-10-02T03:00:00Z,Direct
                    """);
            Finding finding = new Attribution("lead", 30, OCTOBER.period()).find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(finding, Language.EN)).startsWith("Email drives most web conversions");
        }
    }

    @Test
    void what_cannot_be_divided_is_said() {
        try (Rows rows = new Rows(folder)) {
            Finding none = OCTOBER.find(Desks.of(rows));
            assertThat(none.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            Told.answer(none, Language.ID);
            rows.load("orders", ORDERS + order("#3", "2026-10-06", "Marketplace", 50));
            Finding untraced = OCTOBER.find(Desks.of(rows));
            assertThat(untraced.answer().code()).isEqualTo("attribution-untraced");
            Told.answer(untraced, Language.ID);
            assertThatThrownBy(() -> new Attribution("ordr", 30, Optional.empty()).find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
