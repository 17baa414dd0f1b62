package dev.ukur.insights.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Told;
import dev.ukur.insights.funnel.Funnel.Against;
import dev.ukur.insights.funnel.Funnel.Scope;
import dev.ukur.metrics.Rows;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunnelTest {

    private static final Period OCTOBER = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final String EVENTS =
            "account,period_start,period_end,event_id,event_name,event_time,anonymous_id,user_id,transaction_id,"
                    + "channel,is_paid\n";

    @TempDir
    Path folder;

    private int events;

    private String event(String visitor, String name, String day, String user, String order, String channel) {
        return "web,%s,%s,e%d,%s,%sT03:00:00Z,%s,%s,%s,%s,false%n"
                .formatted(day, day, events++, name, day, visitor, user, order, channel);
    }

    private String event(String visitor, String name, String day) {
        return event(visitor, name, day, "", "", "Direct");
    }

    private static Funnel asked(List<String> steps) {
        return new Funnel(steps, Window.days(7), new Scope(Optional.of(OCTOBER), Optional.empty(), Optional.empty()));
    }

    /** Of three who look, two put into the cart in time; one of them buys, after October and within the week. */
    @Test
    void persons_enter_in_the_period_and_may_finish_after_it() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "events",
                    EVENTS
                            + event("a", "view_item", "2026-10-28")
                            + event("a", "add_to_cart", "2026-10-29")
                            + event("a", "purchase", "2026-11-03")
                            + event("b", "view_item", "2026-10-02")
                            + event("b", "add_to_cart", "2026-10-03")
                            + event("c", "view_item", "2026-10-02")
                            + event("c", "add_to_cart", "2026-10-20")
                            + event("d", "view_item", "2026-11-02"));
            Finding finding =
                    asked(List.of("view_item", "add_to_cart", "purchase")).find(Desks.of(rows));

            assertThat(Told.answer(finding, Language.EN).replace('\u00a0', ' '))
                    .isEqualTo(
                            "Of 3 who began with product page in Oct 2026, 1 (33.3%) came to purchase within 7 days; "
                                    + "most are lost between cart and purchase: 1.");
            assertThat(Told.answer(finding, Language.ID)).startsWith("Dari 3 orang yang memulai dengan halaman produk");
            assertThat(finding.provenance().sources()).containsExactly("test.events/web");
        }
    }

    /** The lead's visitor signed in as the person of the lead; the order's number stands on a purchase. */
    @Test
    void one_way_leads_over_visits_leads_and_orders() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "events",
                    EVENTS
                            + event("a", "view_item", "2026-10-01", "P1", "", "Direct")
                            + event("a", "purchase", "2026-10-06", "P1", "#1", "Direct")
                            + event("b", "view_item", "2026-10-01"));
            rows.load("leads", """
                    account,period_start,period_end,lead_id,person_key,created_at,channel,mql_on,sql_on
                    crm,2026-10-02,2026-10-02,L1,P1,2026-10-02T03:00:00Z,Direct,2026-10-03,2026-10-04
                    crm,2026-10-02,2026-10-02,L2,P9,2026-10-02T03:00:00Z,Direct,2026-10-02,
                    """);
            rows.load("orders", """
                    account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,currency
                    shop,2026-10-06,2026-10-06,#1,2026-10-06T03:00:01Z,paid,C1,web,IDR
                    shop,2026-10-06,2026-10-06,#2,2026-10-06T03:00:01Z,cancelled,C2,web,IDR
                    """);
            Finding finding =
                    asked(List.of("view_item", "lead", "mql", "sql", "order")).find(Desks.of(rows));

            assertThat(finding.evidence().get(0).rows().stream()
                            .map(row -> row.get(1).toString())
                            .map(text -> text.replaceAll("[^0-9.]", "")))
                    .containsExactly("2.0", "1.0", "1.0", "1.0", "1.0");
        }
    }

    @Test
    void a_step_that_got_worse_is_named_and_others_are_not() {
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(EVENTS);
            for (int i = 0; i < 200; i++) {
                for (String month : List.of("2026-09-", "2026-10-")) {
                    String visitor = month + i;
                    text.append(event(visitor, "view_item", month + "05"));
                    if (i % 2 == 0) {
                        text.append(event(visitor, "add_to_cart", month + "06"));
                    }
                    if (i % (month.equals("2026-09-") ? 4 : 20) == 0) {
                        text.append(event(visitor, "purchase", month + "07"));
                    }
                }
            }
            text.append(event("late", "view_item", "2026-11-20"));
            rows.load("events", text.toString());
            Funnel question = new Funnel(
                    List.of("view_item", "add_to_cart", "purchase"),
                    Window.days(7),
                    new Scope(
                            Optional.of(OCTOBER), Optional.of(new Against(Optional.empty())), Optional.of("channel")));
            Finding finding = question.find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(finding, Language.EN))
                    .startsWith("The funnel changed most between cart and purchase: 10% (");
            assertThat(finding.reasons().stream().filter(reason -> reason.code().equals("funnel-step-changed")))
                    .hasSize(1);
            assertThat(question.find(Desks.of(rows))).isEqualTo(finding);
        }
    }

    @Test
    void what_is_no_step_is_refused_and_what_has_no_data_is_said() {
        try (Rows rows = new Rows(folder)) {
            assertThatThrownBy(() -> asked(List.of("visit", "purchse")).find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> asked(List.of("visit")).find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
            Finding finding = asked(List.of("lead", "order")).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(finding, Language.ID)).contains("belum ada data untuk langkah pertamanya");
        }
    }

    /** The chain of ASOF joins is the other exact way to count the same; rows in any order. */
    @Test
    void the_pass_counts_what_a_chain_of_asof_joins_counts() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Instant at = LocalDate.of(2026, 10, 1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(random.nextLong(30L * 86_400));
            String day = at.plusSeconds(7 * 3600)
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
            lines.add("web,%s,%s,e%d,s%d,%s,v%d,,,Direct,false"
                    .formatted(day, day, i, 1 + random.nextInt(4), at, random.nextInt(300)));
        }
        Collections.shuffle(lines, new java.util.Random(5));
        try (Rows rows = new Rows(folder)) {
            rows.load("events", EVENTS + String.join("\n", lines));
            List<Step> steps = Steps.read(Desks.of(rows), List.of("s1", "s2", "s3", "s4"));
            FunnelShape shape = FunnelShape.of(4, Window.days(7));
            FunnelPass pass = new FunnelPass(shape, new FunnelCounts(shape, 1, 0));
            FunnelSql sql = new FunnelSql(Desks.of(rows), steps, OCTOBER, Window.days(7));
            rows.engine().scan(sql.rows(Optional.empty()), pass);
            FunnelCounts counts = pass.end();

            List<Object> chained =
                    new ArrayList<>(rows.engine().query(Sql.of(chain())).rows().get(0));
            assertThat(IntStream.range(0, 4).<Object>mapToObj(counts::reached).toList())
                    .isEqualTo(chained);
            assertThat((Long) chained.get(3)).isPositive();
        }
    }

    private static String chain() {
        StringBuilder sql = new StringBuilder("with way1 as (select anonymous_id as visitor, event_time as moment,"
                + " event_time as begun from events where event_name = 's1')");
        for (int step = 2; step <= 4; step++) {
            sql.append(", way")
                    .append(step)
                    .append(" as (select s.anonymous_id as visitor, s.event_time as moment, w.begun")
                    .append(" from (select * from events where event_name = 's")
                    .append(step)
                    .append("') s asof join way")
                    .append(step - 1)
                    .append(" w on w.visitor = s.anonymous_id and w.moment <= s.event_time")
                    .append(" where s.event_time - w.begun <= interval 7 day)");
        }
        return sql + " select (select count(distinct visitor) from way1), (select count(distinct visitor) from way2),"
                + " (select count(distinct visitor) from way3), (select count(distinct visitor) from way4)";
    }
}
