package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final List<String> COST =
            List.of("account", "period_start", "period_end", "item", "category", "amount", "currency");
    private static final List<String> EVENT = List.of(
            "account",
            "period_start",
            "period_end",
            "event_id",
            "event_name",
            "event_time",
            "anonymous_id",
            "channel",
            "is_paid");

    @TempDir
    Path folder;

    @Test
    void undoing_a_load_brings_back_what_it_replaced_and_takes_away_what_it_added() {
        try (Store store = open()) {
            costs(store, "a", cost("gaji", "10.00"), cost("alat", "5.00"));
            LoadRecord second = costs(store, "b", cost("alat", "6.00"), cost("iklan", "1.00"));

            store.undo(second);

            assertThat(current(store)).containsExactly("alat 5", "gaji 10");
        }
    }

    @Test
    void what_was_known_before_the_undoing_can_still_be_asked() {
        try (Store store = open()) {
            costs(store, "a", cost("alat", "5.00"));
            LoadRecord second = costs(store, "b", cost("alat", "6.00"));
            LoadRecord undoing = store.undo(second);

            assertThat(asOf(store, second.id())).containsExactly("alat 6");
            assertThat(asOf(store, undoing.id())).containsExactly("alat 5");
            assertThat(store.undone()).containsExactly(java.util.Map.entry(second.id(), undoing.id()));
        }
    }

    @Test
    void a_load_on_which_a_later_one_rests_is_not_undone_before_that_one() {
        try (Store store = open()) {
            LoadRecord first = costs(store, "a", cost("alat", "5.00"));
            LoadRecord second = costs(store, "b", cost("alat", "6.00"));
            assertThat(codeOf(store, first)).isEqualTo("load-built-on");

            store.undo(second);
            store.undo(first);

            assertThat(current(store)).isEmpty();
        }
    }

    @Test
    void a_load_whose_rows_a_later_file_confirmed_is_not_undone_before_that_one() {
        try (Store store = open()) {
            LoadRecord first = costs(store, "a", cost("alat", "5.00"));
            costs(store, "b", cost("alat", "5.00"), cost("iklan", "1.00"));

            assertThat(codeOf(store, first)).isEqualTo("load-built-on");
            assertThat(current(store)).containsExactly("alat 5", "iklan 1");
        }
    }

    @Test
    void a_load_is_undone_once_and_its_file_can_be_imported_again() {
        try (Store store = open()) {
            LoadRecord first = costs(store, "a", cost("alat", "5.00"));
            store.undo(first);

            assertThat(codeOf(store, first)).isEqualTo("load-undone-before");
            assertThat(store.findLoad(first.request())).isEmpty();

            LoadRecord again = costs(store, "a", cost("alat", "5.00"));
            assertThat(store.findLoad(first.request())).contains(again);
            assertThat(current(store)).containsExactly("alat 5");
        }
    }

    @Test
    void the_undoing_of_an_undoing_brings_the_load_back() {
        try (Store store = open()) {
            costs(store, "a", cost("alat", "5.00"));
            LoadRecord second = costs(store, "b", cost("alat", "6.00"));

            store.undo(store.undo(second));

            assertThat(current(store)).containsExactly("alat 6");
        }
    }

    @Test
    void visits_follow_the_events_that_are_left() {
        try (Store store = open()) {
            events(store, "a", event("e1", "2026-01-05T03:00:00Z"));
            LoadRecord second = events(store, "b", event("e2", "2026-01-05T03:10:00Z"));
            assertThat(pageviews(store)).containsExactly(2L);

            store.undo(second);

            assertThat(pageviews(store)).containsExactly(1L);
        }
    }

    @Test
    void roll_ups_follow_too() {
        try (Store store = open()) {
            events(store, "a", event("e1", "2026-01-05T03:00:00Z"));
            LoadRecord second = events(store, "b", event("e2", "2026-01-06T03:00:00Z"));
            assertThat(rolledUpVisits(store)).isEqualTo(2);

            store.undo(second);

            assertThat(rolledUpVisits(store)).isEqualTo(1);
        }
    }

    private static long rolledUpVisits(Store store) {
        Object visits = store.engine()
                .query(Sql.of("select cast(sum(visits) as bigint) as visits from visit_days"))
                .value(0, "visits");
        return visits == null ? 0 : (Long) visits;
    }

    @Test
    void a_restatement_is_told_by_day_and_column_with_the_old_and_the_new_sum() {
        try (Store store = open()) {
            costs(store, "a", cost("gaji", "10.00"), cost("alat", "5.00"), cost("sewa", "7.00"));
            LoadRecord second = costs(
                    store, "b", cost("gaji", "12.50"), cost("alat", "6.00"), cost("sewa", "7.00"), cost("baru", "9"));

            // 10 + 5 = 15 became 12.5 + 6 = 18.5; what did not change and what is new is no restatement
            assertThat(store.restated(second.id())).singleElement().satisfies(told -> {
                assertThat(told.table()).isEqualTo("costs");
                assertThat(told.day()).isEqualTo(DAY);
                assertThat(told.column()).isEqualTo("amount");
                assertThat(told.before()).isEqualByComparingTo("15");
                assertThat(told.after()).isEqualByComparingTo("18.5");
            });
        }
    }

    private static String codeOf(Store store, LoadRecord load) {
        ProblemException[] thrown = new ProblemException[1];
        assertThatThrownBy(() -> store.undo(load)).isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e);
        return thrown[0].problems().stream().map(Problem::code).findFirst().orElseThrow();
    }

    private static Object[] cost(String item, String amount) {
        return new Object[] {"ukur", DAY, DAY, item, "other", new BigDecimal(amount), "IDR"};
    }

    private static Object[] event(String id, String time) {
        return new Object[] {"web", DAY, DAY, id, "page_view", Instant.parse(time), "budi", "Direct", false};
    }

    private static LoadRecord costs(Store store, String sha, Object[]... rows) {
        return load(store, "costs", COST, sha, rows);
    }

    private static LoadRecord events(Store store, String sha, Object[]... rows) {
        return load(store, "events", EVENT, sha, rows);
    }

    private static LoadRecord load(Store store, String table, List<String> columns, String sha, Object[]... rows) {
        try (Loading loading = store.begin(new LoadRequest(sha + ".csv", sha, "ukur." + table, 1, "ukur"))) {
            RowSink sink = loading.into(table, columns);
            for (int line = 0; line < rows.length; line++) {
                sink.row(line + 2L, rows[line]);
            }
            return loading.commit(new LoadOutcome(rows.length, null, "{}"));
        }
    }

    private static List<String> current(Store store) {
        return items(store, "superseded_by is null");
    }

    private static List<String> asOf(Store store, long load) {
        return items(store, "load_id <= " + load + " and (superseded_by is null or superseded_by > " + load + ")");
    }

    private static List<String> items(Store store, String condition) {
        return store
                .engine()
                .query(Sql.of("select item, cast(amount as bigint) from costs where " + condition + " order by item"))
                .rows()
                .stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    private static List<Object> pageviews(Store store) {
        return store
                .engine()
                .query(Sql.of("select pageviews from visits where superseded_by is null order by visit_id"))
                .rows()
                .stream()
                .map(row -> (Object) row.get(0))
                .toList();
    }

    private Store open() {
        return Store.open(new StoreSettings(folder, ZoneOffset.UTC, Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
