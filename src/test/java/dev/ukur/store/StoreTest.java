package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.ProblemException;
import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.Reject;
import dev.ukur.store.Loading.RowSink;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final List<String> COST =
            List.of("account", "period_start", "period_end", "item", "category", "amount", "currency");

    @TempDir
    Path folder;

    @Test
    void a_load_counts_new_changed_and_unchanged_rows_and_supersedes_only_the_changed_ones() {
        try (Store store = open()) {
            LoadRecord first = load(store, "a", cost(2, "gaji", "10.00"), cost(3, "alat", "5.00"));
            LoadRecord second =
                    load(store, "b", cost(2, "gaji", "10.00"), cost(3, "alat", "6.00"), cost(4, "iklan", "1.00"));

            assertThat(first)
                    .extracting(LoadRecord::loaded, LoadRecord::changed, LoadRecord::unchanged)
                    .containsExactly(2L, 0L, 0L);
            assertThat(second)
                    .extracting(LoadRecord::loaded, LoadRecord::changed, LoadRecord::unchanged)
                    .containsExactly(1L, 1L, 1L);
            assertThat(current(store))
                    .containsExactly(
                            List.of("alat", new BigDecimal("6.0000"), second.id(), 3L),
                            List.of("gaji", new BigDecimal("10.0000"), first.id(), 2L),
                            List.of("iklan", new BigDecimal("1.0000"), second.id(), 4L));
            assertThat(store.engine()
                            .query(Sql.of("select item, amount from costs where superseded_by = ?", second.id()))
                            .rows())
                    .containsExactly(List.of("alat", new BigDecimal("5.0000")));
        }
    }

    @Test
    void a_load_that_is_closed_without_commit_leaves_nothing() {
        try (Store store = open()) {
            try (Loading loading = store.begin(request("a"))) {
                loading.into("costs", COST).row(2, cost(2, "gaji", "10.00").values());
            }
            assertThat(current(store)).isEmpty();
            assertThat(store.loads()).isEmpty();
        }
    }

    @Test
    void rejected_rows_are_kept_with_their_reason() {
        try (Store store = open();
                Loading loading = store.begin(request("a"))) {
            Reject reject = new Reject(7, "not_a_number", "Biaya", "abc", "{\"Biaya\":\"abc\"}");
            loading.reject(reject);
            LoadRecord record = loading.commit(new LoadOutcome(1, null, "{}"));

            assertThat(record.rejected()).isEqualTo(1);
            assertThat(store.rejects(record.id())).containsExactly(reject);
        }
    }

    @Test
    void the_same_bytes_are_found_again_after_the_store_is_reopened() {
        try (Store store = open()) {
            load(store, "a", cost(2, "gaji", "10.00"));
        }
        try (Store store = open()) {
            assertThat(store.findLoad(request("a"))).isPresent();
            assertThat(store.findLoad(request("b"))).isEmpty();
            assertThat(store.loads()).hasSize(1).first().satisfies(record -> {
                assertThat(record.loadedAt()).isEqualTo(NOON);
                assertThat(record.periodStart()).isEqualTo(LocalDate.of(2026, 1, 1));
                assertThat(record.periodEnd()).isEqualTo(LocalDate.of(2026, 1, 31));
            });
        }
    }

    @Test
    void two_rows_with_one_key_in_one_load_are_refused_and_nothing_is_kept() {
        try (Store store = open()) {
            assertThatThrownBy(() -> load(store, "a", cost(2, "gaji", "10.00"), cost(3, "gaji", "11.00")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("line 2");
            assertThat(current(store)).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_database_is_told_as_broken() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ukur.duckdb"), "this is not a database, only a text that is long enough");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(dev.ukur.problem.Problem::code)
                                .containsExactly("store-broken"));
    }

    @Test
    void shapes_tell_each_tables_columns_key_and_required_columns() {
        try (Store store = open()) {
            TableShape fx = store.shapes().get("fx_rates");

            assertThat(fx.key()).containsExactly("account", "period_start", "base", "quote");
            assertThat(fx.columns().keySet())
                    .containsExactly("account", "extra", "period_start", "period_end", "base", "quote", "rate");
            assertThat(fx.required()).doesNotContain("extra").contains("rate");
        }
    }

    private record Row(long line, Object[] values) {}

    private static Row cost(long line, String item, String amount) {
        return new Row(line, new Object[] {
            "ukur", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), item, "other", new BigDecimal(amount), "IDR"
        });
    }

    private static LoadRecord load(Store store, String sha, Row... rows) {
        try (Loading loading = store.begin(request(sha))) {
            RowSink sink = loading.into("costs", COST);
            for (Row row : rows) {
                sink.row(row.line(), row.values());
            }
            return loading.commit(new LoadOutcome(rows.length, null, "{}"));
        }
    }

    private static List<List<Object>> current(Store store) {
        return List.copyOf(store.engine()
                .query(
                        Sql.of(
                                "select item, amount, load_id, source_line from costs where superseded_by is null order by item"))
                .rows());
    }

    private static LoadRequest request(String sha) {
        return new LoadRequest("biaya.csv", sha, "ukur.costs", 1, "ukur");
    }

    private Store open() {
        return Store.open(new StoreSettings(folder, ZoneId.of("Asia/Jakarta"), Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
