package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a second process sees, and what is left of a load whose process dies. Both with real processes. */
class StoreProcessTest {

    private static final int LONGEST_MILLISECONDS = 4_000;

    @TempDir
    Path folder;

    @Test
    void a_second_process_is_told_that_the_workspace_is_in_use() throws Exception {
        Process owner = StoreProcess.start(folder);
        try (BufferedReader words = owner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("ready");

            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems())
                                    .extracting(Problem::code)
                                    .containsExactly("store-in-use"));
        } finally {
            owner.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_store_stays_its_owners_after_questions_that_read_its_file() throws Exception {
        try (Store store = open()) {
            store.engine().query(Sql.of("select count(*) from loads"));
            store.engine().query(Sql.of("select count(*) from loads"));
            Process second = StoreProcess.start(folder);
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(store.loads()).isEmpty();
        }
    }

    @Test
    void a_load_whose_process_is_killed_while_it_commits_leaves_the_state_before_it() throws Exception {
        Process owner = StoreProcess.start(folder);
        try (BufferedReader words = owner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("ready");
            go(owner);
            assertThat(words.readLine()).isEqualTo("committing");
        } finally {
            owner.destroyForcibly().waitFor();
        }

        try (Store store = open()) {
            assertThat(store.loads())
                    .extracting(record -> record.request().sha256())
                    .containsExactly("first");
            assertThat(store.engine()
                            .query(Sql.of("select count(*) from fx_rates where superseded_by is null"))
                            .rows())
                    .containsExactly(List.of((long) StoreProcess.FIRST_ROWS));
            assertThat(rollups(store)).isEqualTo(rows(store));
        }
    }

    /** Visits, and different visitors, as the roll-ups add them up. */
    private static List<List<Object>> rollups(Store store) {
        return List.copyOf(store.engine()
                .query(Sql.of("select (select cast(sum(visits) as bigint) from visit_days),"
                        + " (select cast(sum(visitors) as bigint) from visitor_days"
                        + " where who = 'all' and cut = '' and earlier is null)"))
                .rows());
    }

    private static List<List<Object>> rows(Store store) {
        return List.copyOf(store.engine()
                .query(Sql.of("select count(*), count(distinct visitor_id) from visits where superseded_by is null"))
                .rows());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void a_load_killed_at_any_moment_is_there_whole_or_not_at_all(int milliseconds) throws Exception {
        Process owner = StoreProcess.start(folder);
        try (BufferedReader words = owner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("ready");
            go(owner);
            owner.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } finally {
            owner.destroyForcibly().waitFor();
        }

        try (Store store = open()) {
            long second = store.loads().size() - 1L;
            assertThat(second).isBetween(0L, 1L);
            assertThat(store.engine()
                            .query(Sql.of("select count(*) from fx_rates where superseded_by is null"))
                            .rows())
                    .containsExactly(List.of(StoreProcess.FIRST_ROWS + second * StoreProcess.SECOND_ROWS));
        }
    }

    /** Spread by chance, from one seed, over the time a load takes; {@code -Dkills=20} for as many. */
    static IntStream moments() {
        return new Random(20261127).ints(Integer.getInteger("kills", 5), 0, LONGEST_MILLISECONDS);
    }

    private static void go(Process owner) throws IOException {
        owner.getOutputStream().write('\n');
        owner.getOutputStream().flush();
    }

    private Store open() {
        return Store.open(new StoreSettings(folder, ZoneOffset.UTC, Clock.systemUTC()));
    }
}
