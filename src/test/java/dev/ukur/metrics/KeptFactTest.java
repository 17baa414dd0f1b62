package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problems;
import dev.ukur.store.AlteredEngine;
import dev.ukur.store.KeptFact;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Sql;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.workspace.MetricReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept facts hold the very rows their selects give, whatever happened to orders, their events and visits. */
class KeptFactTest {

    private static final List<String> METRICS = List.of(
            "orders",
            "revenue",
            "aov",
            "refund_rate",
            "new_customers",
            "active_customers",
            "repeat_rate",
            "purchase_frequency",
            "customer_value_to_date");

    private static final List<String> DIMENSIONS = List.of("channel", "source", "sales_channel");

    @TempDir
    Path folder;

    @Test
    void every_kept_fact_is_one_of_the_catalogue_word_for_word() {
        Definitions definitions = new Definitions(Rows.builtIn(), KeptFact.all());

        assertThat(KeptFact.all())
                .isNotEmpty()
                .allMatch(fact -> definitions.kept(fact.name()).isPresent());
    }

    @Test
    void a_fact_of_the_workspace_in_place_of_one_that_is_read_leaves_the_question_to_the_rows() {
        Problems problems = new Problems();
        Definitions definitions =
                new Definitions(Rows.builtIn().and(MetricReader.read("own.yaml", """
                                facts:
                                  events:
                                    needs: [events]
                                    sql: select * from events where channel <> 'Test'
                                    dimensions: [channel]
                                """, problems)), KeptFact.all());

        assertThat(problems.list()).isEmpty();
        assertThat(definitions.kept("customer_order_channels")).isEmpty();
        assertThat(definitions.kept("customer_orders")).isPresent();
    }

    @Test
    void rows_and_answers_are_those_of_the_selects_after_every_load_undoing_and_erasing() {
        long seed = 20261127;
        Random dice = new Random(seed);
        try (Rows rows = new Rows(folder)) {
            LoadRecord orders = rows.load("orders", orders(dice));
            assertKept(rows, "orders alone");
            LoadRecord events = rows.load("events", events(dice));
            assertKept(rows, "events after them");
            rows.load("orders", orders(dice));
            rows.load("events", events(dice));
            assertKept(rows, "orders and events told anew");
            int kept = 0;
            for (int i = 0; i < 24; i++) {
                kept += answersAlike(rows, question(dice), "seed " + seed) ? 1 : 0;
            }
            assertThat(kept).as("of 24 questions").isBetween(12, 24);
            rows.undo(rows.load("events", events(dice)));
            rows.undo(rows.load("orders", orders(dice)));
            assertKept(rows, "loads taken back");
            rows.erase("c3");
            assertKept(rows, "a customer erased");
            assertThat(orders.id()).isLessThan(events.id());
        }
    }

    /**
     * The order of 5 January is the first until one of the 2nd comes late: then Ani is a new customer of the 2nd. Its
     * visit, told later still, gives it a channel.
     */
    @Test
    void a_late_order_and_its_late_visit_move_a_new_customer_to_another_day_and_channel() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + order("o2", "2026-01-05", "ani", "paid"));
            assertThat(newCustomers(rows)).containsExactly(List.of("Unassigned", LocalDate.of(2026, 1, 5)));

            rows.load("orders", ORDERS + order("o1", "2026-01-02", "ani", "paid"));
            assertThat(newCustomers(rows)).containsExactly(List.of("Unassigned", LocalDate.of(2026, 1, 2)));

            rows.load("events", EVENTS + event("e1", "2026-01-02", "v1", "Email", "o1"));
            assertThat(newCustomers(rows)).containsExactly(List.of("Email", LocalDate.of(2026, 1, 2)));

            rows.load("orders", ORDERS + order("o1", "2026-01-02", "ani", "cancelled"));
            assertThat(newCustomers(rows)).containsExactly(List.of("Unassigned", LocalDate.of(2026, 1, 5)));
        }
    }

    /** The page of thanks, opened again two days later out of a search, is no other purchase. */
    @Test
    void an_order_told_twice_belongs_to_the_visit_of_its_first_purchase_though_that_has_no_source() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + order("o1", "2026-01-02", "ani", "paid"));
            String again = event("e1", "2026-01-04", "v1", "Organic Search", "o1")
                    .replace("Organic Search,,", "Organic Search,google,");
            rows.load("events", EVENTS + again + event("e2", "2026-01-02", "v1", "Direct", "o1"));

            assertThat(newCustomers(rows)).containsExactly(List.of("Direct", LocalDate.of(2026, 1, 2)));
            Answer bySource = rows.metrics()
                    .query(MetricQuery.total("new_customers", Rows.days("2026-01-01", "2026-01-07"))
                            .by(List.of("source"), Grain.TOTAL));
            assertThat(bySource.rows()).hasSize(1);
            assertThat(bySource.rows().get(0).get(bySource.index("source"))).isNull();
            assertThat(bySource.number(0, "new_customers")).contains(1.0);
        }
    }

    @Test
    void a_question_as_of_the_past_is_answered_from_rows() {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        try (Rows rows = new Rows(folder, Clock.fixed(first, ZoneOffset.UTC))) {
            rows.load("orders", ORDERS + order("o1", "2026-01-05", "ani", "paid"));
        }
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS + order("o2", "2026-01-06", "budi", "paid"));
            MetricQuery query = MetricQuery.total("new_customers", Rows.days("2026-01-01", "2026-01-31"));
            Answer before = rows.metrics().query(query.asOf(Optional.of(first)));

            assertThat(before.number(0, "new_customers")).contains(1.0);
            assertThat(before.meta().sql()).doesNotContain("kept.");
            assertThat(rows.metrics().query(query).meta().sql()).contains("kept.");
        }
    }

    /** The channels and days on which somebody was new. */
    private static List<List<Object>> newCustomers(Rows rows) {
        Answer answer = rows.metrics()
                .query(new MetricQuery(
                        List.of("new_customers"),
                        List.of("channel"),
                        Grain.DAY,
                        Optional.of(Rows.days("2026-01-01", "2026-01-07")),
                        Optional.empty(),
                        Optional.empty()));
        int count = answer.index("new_customers");
        assertThat(answer.meta().sql()).contains("kept.");
        return answer.rows().stream()
                .filter(row -> Double.valueOf(1).equals(row.get(count)))
                .map(row -> List.of(
                        (Object) java.util.Objects.requireNonNull(row.get(answer.index("channel"))),
                        java.util.Objects.requireNonNull(row.get(answer.index("period")))))
                .toList();
    }

    private static void assertKept(Rows rows, String when) {
        Definitions definitions = new Definitions(Rows.builtIn(), List.of());
        for (KeptFact fact : KeptFact.all()) {
            String select = new FactSql(rows.engine().dialect(), definitions, everything())
                    .with(definitions.fact(fact.name()).orElseThrow());
            String kept = "select * from " + fact.table();
            String told = "select * from " + fact.name();
            String question = select + "select (select count(*) from (%1$s except all %2$s) x), (select count(*) from"
                    + " (%2$s except all %1$s) y), (select count(*) from (%2$s) z) > 20";
            assertThat(rows.engine()
                            .query(Sql.of(question.formatted(kept, told)))
                            .rows()
                            .get(0))
                    .as(
                            "%s: rows of %s that are too many, that are missing, and whether there are any",
                            when, fact.name())
                    .containsExactly(0L, 0L, true);
        }
    }

    private static Plan everything() {
        Question none = new Question(List.of(), List.of(), Optional.empty(), Optional.empty());
        Spine spine = Spine.of(
                Cut.of(Grain.TOTAL, WorkspaceSettings.defaults("Toko")), Rows.days("2026-01-01", "2026-01-31"));
        return new Plan(none, spine, List.of(), Map.of(), Sight.current(), "IDR");
    }

    /** Whether a question, which must give the same either way, was answered from a kept fact. */
    private static boolean answersAlike(Rows rows, MetricQuery query, String seed) {
        WorkspaceSettings settings = WorkspaceSettings.defaults("Toko");
        Answer answer = rows.metrics(settings).query(query);
        Metrics without = new Metrics(AlteredEngine.rowsOnly(rows.engine()), Rows.builtIn(), settings, Rows.CLOCK);
        assertThat(answer.rows())
                .as("%s, %s%n%s", seed, query, answer.meta().sql())
                .isEqualTo(without.query(query).rows());
        return answer.meta().sql().contains("kept.");
    }

    private static MetricQuery question(Random dice) {
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(20));
        return new MetricQuery(
                List.of(one(dice, METRICS), one(dice, METRICS)),
                dice.nextInt(3) == 0 ? List.of() : List.of(one(dice, DIMENSIONS)),
                Grain.values()[dice.nextInt(Grain.values().length)],
                Optional.of(new Period(first, first.plusDays(dice.nextInt(40)))),
                dice.nextInt(4) > 0 ? Optional.empty() : Optional.of("sales_channel <> 'toko'"),
                Optional.empty());
    }

    private static final String ORDERS = "account,period_start,period_end,order_id,ordered_at,status,customer_id,"
            + "sales_channel,source,channel,items,total_paid,refund_amount,currency\n";

    private static String order(String id, String day, String customer, String status) {
        return "shop,%s,%s,#%s,%sT03:00:00Z,%s,%s,web,,,1,100000,,IDR\n".formatted(day, day, id, day, status, customer);
    }

    private static final String EVENTS = "account,period_start,period_end,event_id,event_name,event_time,anonymous_id,"
            + "user_id,channel,source,is_paid,transaction_id\n";

    private static String event(String id, String day, String visitor, String channel, String order) {
        return "web,%s,%s,%s,purchase,%sT03:00:00Z,%s,,%s,,false,%s\n"
                .formatted(day, day, id, day, visitor, channel, order);
    }

    /** Orders of few customers; ids repeat from load to load, so that they change their day, customer and state. */
    private static String orders(Random dice) {
        StringBuilder text = new StringBuilder(ORDERS);
        for (int id = dice.nextInt(5); id < 90; id += 1 + dice.nextInt(3)) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(40));
            text.append("%s,%s,%s,%s%d,%s,%s,%s,%s,%s,%s,%d,%d.5,%s,%s%n"
                    .formatted(
                            one(dice, List.of("shop", "shop", "market")),
                            day,
                            day,
                            one(dice, List.of("#", "")),
                            id,
                            dice.nextInt(5) == 0 ? "" : day + "T0" + dice.nextInt(10) + ":00:00Z",
                            one(dice, List.of("paid", "paid", "completed", "cancelled", "refunded")),
                            dice.nextInt(6) == 0 ? "" : "c" + dice.nextInt(25),
                            one(dice, List.of("web", "toko")),
                            one(dice, List.of("google", "")),
                            one(dice, List.of("Paid Search", "Email", "")),
                            1 + dice.nextInt(4),
                            1000 + dice.nextInt(100000),
                            dice.nextInt(5) == 0 ? "500" : "",
                            "IDR"));
        }
        return text.toString();
    }

    /** Purchases and page views of few visitors, told anew from load to load. */
    private static String events(Random dice) {
        StringBuilder text = new StringBuilder(EVENTS);
        for (int id = dice.nextInt(5); id < 150; id += 1 + dice.nextInt(3)) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(40));
            boolean bought = dice.nextBoolean();
            String moment = day + "T%02d:%02d:00Z".formatted(dice.nextInt(16), dice.nextInt(60));
            text.append("%s,%s,%s,e%d,%s,%s,v%d,%s,%s,%s,%s,%s%n"
                    .formatted(
                            one(dice, List.of("web", "app")),
                            day,
                            day,
                            id,
                            bought ? "purchase" : "page_view",
                            moment,
                            dice.nextInt(40),
                            dice.nextInt(4) == 0 ? "c" + dice.nextInt(25) : "",
                            one(dice, List.of("Email", "Direct", "Paid Search")),
                            one(dice, List.of("google", "meta", "")),
                            dice.nextBoolean(),
                            bought ? one(dice, List.of("#", "")) + dice.nextInt(90) : ""));
        }
        return text.toString();
    }

    private static String one(Random dice, List<String> of) {
        return of.get(dice.nextInt(of.size()));
    }
}
