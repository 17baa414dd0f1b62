package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.cluster.Trino;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The port over a running cluster. */
@Tag("cluster")
class TrinoEngineTest {

    /** A trillion rows: nobody waits for its end. */
    private static final String ENDLESS = "select count(*) from unnest(sequence(1, 10000)) a (x),"
            + " unnest(sequence(1, 10000)) b (y), unnest(sequence(1, 10000)) c (z) where (x * y * z) % 7 = 3";

    private static DistributedEngine trino;

    @BeforeAll
    static void open() {
        trino = Trino.open(120);
    }

    @AfterAll
    static void close() {
        trino.close();
    }

    @Test
    void values_come_as_the_port_promises() {
        List<Object> row = new ArrayList<>(trino.engine()
                .query(Sql.of(
                        "select 7, cast(8 as bigint), cast(1.5 as double), cast(12.30 as decimal(18, 2)), true, 'teks',"
                                + " date '2026-01-05', timestamp '2026-01-05 10:00:00.123456', cast(null as double)"))
                .rows()
                .get(0));
        assertThat(row)
                .containsExactly(
                        7L,
                        8L,
                        1.5,
                        new BigDecimal("12.30"),
                        true,
                        "teks",
                        LocalDate.of(2026, 1, 5),
                        Instant.parse("2026-01-05T10:00:00.123456Z"),
                        null);
    }

    @Test
    void parameters_arrive_as_they_are() {
        Instant moment = Instant.parse("2026-01-05T23:59:59.999999Z");
        assertThat(trino.engine()
                        .query(Sql.of(
                                "select ? = timestamp '2026-01-05 23:59:59.999999', ? = date '2026-01-05', ? = 12.3, ? = 'a''b', ?",
                                moment,
                                LocalDate.of(2026, 1, 5),
                                new BigDecimal("12.30"),
                                "a'b",
                                moment))
                        .rows())
                .containsExactly(List.of(true, true, true, true, moment));
    }

    @Test
    void times_do_not_depend_on_the_zone_of_the_machine_that_asks() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jayapura"));
            try (DistributedEngine there = Trino.open(60)) {
                String micros = there.engine().dialect().micros("timestamp '2026-01-05 10:00:00.123456'");
                assertThat(there.engine()
                                .query(Sql.of("select timestamp '2026-01-05 10:00:00', date '2026-01-05', " + micros))
                                .rows())
                        .containsExactly(List.of(
                                Instant.parse("2026-01-05T10:00:00Z"),
                                LocalDate.of(2026, 1, 5),
                                1_767_607_200_123_456L));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void the_administrator_sees_which_workspace_asks() {
        assertThat(trino.engine()
                        .query(Sql.of(
                                "select distinct source from system.runtime.queries where query like '%mark-4711%'"
                                        + " and source is not null"))
                        .rows())
                .containsExactly(List.of("ukur-toko-uji"));
    }

    @Test
    void a_question_it_cannot_read_is_refused_with_its_own_words() {
        Problem problem = problem(() -> trino.engine().query(Sql.of("select nix from (values 1) as t (x)")));
        assertThat(problem.code()).isEqualTo("engine-refused");
        assertThat(problem.facts().get("detail").toString()).contains("nix").doesNotContain("#");
        assertThat(trino.engine().refusal(Sql.of("select nix")))
                .get()
                .asString()
                .contains("nix");
        assertThat(trino.engine().refusal(Sql.of("select 1"))).isEmpty();
    }

    @Test
    void a_question_that_takes_too_long_is_given_up() {
        try (DistributedEngine hasty = Trino.open(2)) {
            Problem problem = problem(() -> hasty.engine().query(Sql.of(ENDLESS)));
            assertThat(problem.code()).isEqualTo("engine-time");
            assertThat(problem.facts()).containsEntry("seconds", 2);
        }
    }

    @Test
    void a_cancelled_question_ends_on_the_cluster_too() throws InterruptedException {
        try (DistributedEngine asked = Trino.open(120)) {
            String endless = ENDLESS + " and " + System.nanoTime() + " > 0";
            CompletableFuture<QueryResult> answer =
                    CompletableFuture.supplyAsync(() -> asked.engine().query(Sql.of(endless)));
            await(endless, "state = 'RUNNING'");
            asked.cancel();
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo("engine-cancelled"));
            await(endless, "error_code = 'USER_CANCELED'");
        }
    }

    @Test
    void a_question_that_needs_more_memory_than_there_is_says_so() {
        Problem problem = problem(() -> trino.engine()
                .query(Sql.of("select cardinality(array_agg(rpad(cast(x * 1000 + y as varchar), 10000, 'x')))"
                        + " from unnest(sequence(1, 1000)) a (x), unnest(sequence(1, 1000)) b (y)")));
        assertThat(problem.code()).isEqualTo("engine-memory");
    }

    @Test
    void nobody_at_the_address_is_told_at_once() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(problem(() -> Trino.open("jdbc:trino://127.0.0.1:" + port, 5))
                        .code())
                .isEqualTo("engine-unreachable");
    }

    private static Problem problem(ThrowingCallable asked) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(asked).isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
        return problems.get(0);
    }

    /** Waits until the cluster says so of a question; each look is a question of its own. */
    private static void await(String question, String state) {
        Sql look = Sql.of("select count(*) from system.runtime.queries where query = ? and " + state, question);
        while (!trino.engine().query(look).rows().get(0).get(0).equals(1L)) {
            Thread.onSpinWait();
        }
    }
}
