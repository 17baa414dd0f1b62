package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question asked again while the data are the same is answered with what was found, and nothing is planned or run. */
class RecentAnswersTest {

    private static final String ORDERS = """
            account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,payment_method,channel,items,total_paid,refund_amount,currency
            shop,2026-10-01,2026-10-01,#A1,2026-10-01T03:04:00Z,paid,ani,web,Transfer,Email,2,100000.00,0.00,IDR
            shop,2026-10-02,2026-10-02,#A2,2026-10-02T03:00:00Z,paid,budi,web,Transfer,Email,1,50000.00,0.00,IDR
            """;

    private static final MetricQuery QUESTION = new MetricQuery(
            List.of("orders", "aov"),
            List.of("sales_channel"),
            Grain.TOTAL,
            Optional.of(Rows.days("2026-10-01", "2026-10-31")),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    private final Ticking clock = new Ticking();

    @BeforeEach
    void start() {
        clock.now = Rows.CLOCK.instant();
    }

    @Test
    void a_question_asked_again_gives_the_same_numbers_of_a_later_moment_and_asks_the_engine_nothing() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS);
            Counting engine = new Counting(rows.engine());
            Metrics metrics = metrics(engine);
            Answer first = metrics.query(QUESTION);
            int asked = engine.asked;
            Answer again = metrics.query(QUESTION);
            assertThat(engine.asked).isEqualTo(asked);
            assertThat(again.columns()).isEqualTo(first.columns());
            assertThat(again.rows()).isEqualTo(first.rows());
            assertThat(again.parts()).isEqualTo(first.parts());
            assertThat(again.meta().sql()).isEqualTo(first.meta().sql());
            assertThat(again.meta().asOf()).isAfter(first.meta().asOf());
        }
    }

    @Test
    void another_question_and_the_same_one_of_other_data_are_asked_anew() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS);
            Counting engine = new Counting(rows.engine());
            Metrics metrics = metrics(engine);
            Answer first = metrics.query(QUESTION);
            int asked = engine.asked;
            metrics.query(QUESTION.by(List.of("payment_method"), Grain.TOTAL));
            assertThat(engine.asked).isGreaterThan(asked);
            rows.load("orders", ORDERS.replace("#A", "#B"));
            int before = engine.asked;
            Answer later = metrics.query(QUESTION);
            assertThat(engine.asked).isGreaterThan(before);
            assertThat(rows.metrics().query(QUESTION).rows()).isEqualTo(later.rows());
            assertThat(first.number(0, "orders")).contains(2.0);
            assertThat(later.number(0, "orders")).contains(4.0);
        }
    }

    @Test
    void of_an_engine_that_cannot_tell_the_state_of_its_data_nothing_is_kept() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", ORDERS);
            Counting engine = new Counting(rows.engine());
            engine.tells = false;
            Metrics metrics = metrics(engine);
            metrics.query(QUESTION);
            int asked = engine.asked;
            metrics.query(QUESTION);
            assertThat(engine.asked).isGreaterThan(asked);
        }
    }

    private Metrics metrics(QueryEngine engine) {
        return new Metrics(engine, Rows.builtIn(), WorkspaceSettings.defaults("Toko"), clock);
    }

    /** An engine that counts what it is asked. */
    private static final class Counting implements QueryEngine {

        private final QueryEngine engine;
        private int asked;
        private boolean tells = true;

        Counting(QueryEngine engine) {
            this.engine = engine;
        }

        @Override
        public Dialect dialect() {
            return engine.dialect();
        }

        @Override
        public Optional<String> state() {
            return tells ? engine.state() : Optional.empty();
        }

        @Override
        public QueryResult query(Sql sql) {
            asked++;
            return engine.query(sql);
        }

        @Override
        public List<String> stream(Sql sql, RowVisitor visitor) {
            asked++;
            return engine.stream(sql, visitor);
        }
    }

    /** A clock that goes on by a second whenever it is asked. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
