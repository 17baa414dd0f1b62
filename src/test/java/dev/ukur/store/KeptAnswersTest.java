package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers are given again without the database, and never of data that have changed. */
class KeptAnswersTest {

    private static final Sql RATES =
            Sql.of("select count(*), max(rate) from fx_rates where superseded_by is null order by 1");

    @TempDir
    Path folder;

    @Test
    void a_question_asked_before_is_answered_without_the_database() throws IOException {
        load("a", 1);
        QueryResult first = ask(RATES);
        hideDatabase();

        assertThat(ask(RATES)).isEqualTo(first);
    }

    @Test
    void a_load_between_two_processes_is_seen() {
        load("a", 1);
        assertThat(ask(RATES).rows().get(0)).containsExactly(1L, new BigDecimal("1.00000000"));
        load("b", 2);

        assertThat(ask(RATES).rows().get(0)).containsExactly(2L, new BigDecimal("2.00000000"));
    }

    @Test
    void a_load_of_the_same_process_is_seen_even_before_the_database_is_closed() {
        try (Store store = open()) {
            assertThat(store.engine().query(RATES).rows().get(0)).containsExactly(0L, null);
            load(store, "a", 1);
            assertThat(store.engine().query(RATES).rows().get(0).get(0)).isEqualTo(1L);
        }
        assertThat(ask(RATES).rows().get(0).get(0)).isEqualTo(1L);
    }

    @Test
    void every_value_of_the_port_comes_back_as_it_was() {
        Sql sql = Sql.of(
                "select cast(7 as bigint) as n, 0.5 :: double as d, cast(1.50 as decimal(9, 2)) as m, 'teks' as t,"
                        + " true as b, date '2026-02-28' as y, timestamp '2026-02-28 01:02:03.004' as i, null as x"
                        + " where ? <= 1 and ? = 'a' and ? > date '2020-01-01' order by 1",
                1L,
                "a",
                LocalDate.of(2026, 1, 1));
        QueryResult first = ask(sql);
        assertThat(first.rows().get(0))
                .containsExactly(
                        7L,
                        0.5,
                        new BigDecimal("1.50"),
                        "teks",
                        true,
                        LocalDate.of(2026, 2, 28),
                        Instant.parse("2026-02-28T01:02:03.004Z"),
                        null);

        assertThat(ask(sql)).isEqualTo(first);
    }

    @Test
    void one_text_with_other_parameters_is_another_question() {
        try (Store store = open()) {
            assertThat(store.engine().query(Sql.of("select ? as a", 1L)).value(0, "a"))
                    .isEqualTo(1L);
            assertThat(store.engine().query(Sql.of("select ? as a", 2L)).value(0, "a"))
                    .isEqualTo(2L);
        }
    }

    @Test
    void streamed_rows_are_the_same_rows_the_second_time() {
        Sql sql = Sql.of("select i from range(3) t(i) order by i");
        try (Store store = open()) {
            assertThat(streamed(store, sql)).containsExactly(List.of(0L), List.of(1L), List.of(2L));
            assertThat(streamed(store, sql)).containsExactly(List.of(0L), List.of(1L), List.of(2L));
        }
    }

    @Test
    void many_rows_are_streamed_but_not_kept() throws IOException {
        Sql sql = Sql.of("select i, i, i, i, i, i, i, i, i, i from range(20000) t(i) order by 1");
        try (Store store = open()) {
            assertThat(streamed(store, sql)).hasSize(20_000);
            assertThat(streamed(store, sql)).hasSize(20_000);
        }
        assertThat(Files.exists(folder.resolve("answers"))).isFalse();
    }

    @Test
    void a_damaged_file_of_answers_is_passed_over() throws IOException {
        load("a", 1);
        QueryResult first = ask(RATES);
        Path file = folder.resolve("answers");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += 293) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x41;
            Files.write(file, at % 2 == 0 ? damaged : Arrays.copyOf(bytes, at));

            assertThat(ask(RATES)).isEqualTo(first);
        }
    }

    /** A database that only answers to who does not open it: its content beyond the headers is gone. */
    private void hideDatabase() throws IOException {
        Path database = DuckDbFile.in(folder);
        byte[] bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, 3 * 4096, bytes.length, (byte) 0);
        Files.write(database, bytes);
    }

    private QueryResult ask(Sql sql) {
        try (Store store = open()) {
            return store.engine().query(sql);
        }
    }

    private static List<List<@Nullable Object>> streamed(Store store, Sql sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        store.engine().stream(sql, row -> rows.add(Arrays.asList(row.clone())));
        return rows;
    }

    private void load(String file, int rate) {
        try (Store store = open()) {
            load(store, file, rate);
        }
    }

    private static void load(Store store, String file, int rate) {
        try (Loading loading = store.begin(new LoadRequest(file, file, "ukur.fx_rates", 1, "bank"))) {
            loading.into("fx_rates", List.of("account", "period_start", "period_end", "base", "quote", "rate"))
                    .row(
                            1,
                            "bank",
                            LocalDate.of(2026, 1, rate),
                            LocalDate.of(2026, 1, rate),
                            "USD",
                            "IDR",
                            BigDecimal.valueOf(rate));
            loading.commit(new Loading.LoadOutcome(1, null, "{}"));
        }
    }

    private Store open() {
        return Store.lazily(new StoreSettings(folder, ZoneOffset.UTC, Clock.systemUTC()));
    }
}
