package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lake holds what the store holds: every version of every row, by which load it came and which one took it away. That is
 * asked of both and compared, so no number here comes from the lake alone.
 */
class LakePushTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final List<String> COST =
            List.of("account", "period_start", "period_end", "item", "category", "channel", "amount", "currency");
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

    private Store store;
    private LocalLake lake;
    private LocalGround ground;
    private LakeSchema schema;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(
                new StoreSettings(folder.resolve("store"), ZoneOffset.UTC, Clock.fixed(NOON, ZoneOffset.UTC)));
        lake = new LocalLake();
        ground = new LocalGround(lake, Files.createDirectories(folder.resolve("files")));
        schema = new LakeSchema(lake.engine(), "memory", "ukur");
    }

    @AfterEach
    void close() {
        lake.close();
        store.close();
    }

    @Test
    void every_version_of_every_row_is_in_the_lake_whether_loads_come_one_by_one_or_together() {
        costs("a", cost("gaji", "10.00"), cost("alat", "5.00"));
        assertThat(push().loads()).isEqualTo(1);
        LoadRecord second = costs("b", cost("alat", "6.00"), cost("iklan", "1.00"));
        assertThat(push().tables()).containsExactly(new PushedLoads.Table("costs", 2, 1));
        events("c", event("e1", "2026-01-05T03:00:00Z"));
        events("d", event("e2", "2026-01-05T03:10:00Z"));
        store.undo(second);
        assertThat(push())
                .as("one visit in its two versions; of the undoing: the tool as it was, two rows taken away")
                .isEqualTo(new PushedLoads(
                        5,
                        3,
                        false,
                        List.of(
                                new PushedLoads.Table("costs", 1, 2),
                                new PushedLoads.Table("events", 2, 0),
                                new PushedLoads.Table("visits", 2, 0))));
        assertThat(told(seen().engine())).isEqualTo(told(store.engine())).isNotEmpty();

        try (LocalLake other = new LocalLake()) {
            LakeSchema there = new LakeSchema(other.engine(), "memory", "ukur");
            new LakePush(store, new LocalGround(other, ground.folder()), there).run();
            assertThat(told(PushedLake.in(there).engine())).isEqualTo(told(store.engine()));
        }
    }

    @Test
    void what_is_there_already_is_not_brought_again() {
        costs("a", cost("gaji", "10.00"));
        push();
        assertThat(push()).isEqualTo(new PushedLoads(1, 0, false, List.of()));
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
    }

    @Test
    void a_push_that_breaks_off_at_any_step_shows_nothing_and_the_next_one_is_right() {
        costs("a", cost("gaji", "10.00"), cost("alat", "5.00"));
        push();
        List<List<Object>> before = told(seen().engine());
        costs("b", cost("alat", "6.00"), cost("iklan", "1.00"));

        int step = 0;
        while (!isPushed(step)) {
            assertThat(told(seen().engine())).as("after step " + step).isEqualTo(before);
            step++;
        }
        assertThat(step)
                .as("rows, a passing table, its rows, marks, the table gone, the book; and what was left is taken away")
                .isGreaterThan(5);
        assertThat(told(seen().engine())).isEqualTo(told(store.engine())).isNotEqualTo(before);
        push();
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
        assertThat(schema.tables()).containsOnlyKeys("costs", "loads", "push_turn");
        assertThat(folders()).as("one of each push that came to its end").hasSize(2);
    }

    /** Every second step that breaks off was done nevertheless, but for the last: with that, all is there. */
    private boolean isPushed(int step) {
        ground.breakAfter(step, step % 2 == 1);
        try {
            push();
            return true;
        } catch (LocalGround.Broken e) {
            boolean done = schema.newest() == 2;
            assertThat(done && step % 2 == 0).isFalse();
            return done;
        } finally {
            ground.mend();
        }
    }

    @Test
    void who_began_to_ask_before_a_push_is_answered_as_of_before_it() {
        costs("a", cost("alat", "5.00"));
        push();
        PushedLake asked = seen();
        List<List<Object>> before = told(asked.engine());
        costs("b", cost("alat", "6.00"), cost("iklan", "1.00"));
        push();
        assertThat(told(asked.engine())).isEqualTo(before);
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
    }

    @Test
    void keys_of_which_a_part_is_unknown_are_told_apart_from_empty_ones() {
        costs("a", cost("alat", null, "5.00"), cost("alat", "", "7.00"));
        push();
        costs("b", cost("alat", null, "6.00"));
        push();
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
    }

    @Test
    void who_was_erased_leaves_the_lake_with_the_next_push() {
        events("a", event("e1", "2026-01-05T03:00:00Z"));
        push();
        store.erase(List.of("budi"));
        PushedLoads pushed = push();
        assertThat(pushed.anew()).isTrue();
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
        assertThat(lake.engine()
                        .query(Sql.of("select count(*) from memory.ukur.events where anonymous_id = 'budi'"))
                        .rows())
                .containsExactly(List.of(0L));
        assertThat(push().anew()).isFalse();
    }

    @Test
    void a_lake_of_another_store_or_with_tables_of_others_is_left_alone() {
        assertThat(codes(this::seen)).containsExactly("lake-nothing-pushed");
        lake.run("create schema ukur", "create table ukur.orders (id bigint)");
        costs("a", cost("alat", "5.00"));
        assertThat(codes(this::push)).containsExactly("lake-foreign-tables");
        lake.run("drop table ukur.orders");
        push();
        lake.run("update ukur.loads set file_sha256 = 'other'");
        assertThat(codes(this::push)).containsExactly("lake-other-store");
    }

    @Test
    void a_second_push_is_refused_at_every_step_of_the_first_and_changes_nothing() {
        costs("a", cost("gaji", "10.00"), cost("alat", "5.00"));
        push();
        costs("b", cost("alat", "6.00"), cost("iklan", "1.00"));
        List<String> told = new ArrayList<>();
        ground.after(step -> !step.contains(LakeTurn.TABLE), () -> told.addAll(codes(this::push)));
        assertThat(push().tables()).containsExactly(new PushedLoads.Table("costs", 2, 1));
        assertThat(told).hasSizeGreaterThan(5).containsOnly("lake-push-under-way");
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
        assertThat(push().loads()).as("its turn was given back").isZero();
    }

    @Test
    void a_push_that_stood_still_until_another_has_come_writes_no_line_of_the_book() {
        costs("a", cost("alat", "5.00"));
        push();
        costs("b", cost("iklan", "6.00"));
        ground.after(schema.nameOf("costs")::equals, () -> {
            lake.run("update ukur.push_turn set expires = timestamp '2026-01-01 00:00:00'");
            push();
        });
        assertThat(codes(this::push)).containsExactly("lake-push-taken-over", "lake-push-broken-off");
        assertThat(told(seen().engine())).isEqualTo(told(store.engine()));
        ground.after(step -> false, () -> {});
        lake.run("update ukur.push_turn set push = 'one that is gone', expires = timestamp '2126-01-01 00:00:00'");
        assertThat(codes(this::push)).containsExactly("lake-push-under-way");
    }

    @Test
    void files_of_another_schema_in_the_same_folder_are_left_alone() {
        costs("a", cost("alat", "5.00"));
        push();
        assertThat(folders()).hasSize(1);
        new LakePush(store, ground, new LakeSchema(lake.engine(), "memory", "other")).run();
        assertThat(folders()).hasSize(1);
    }

    @Test
    void a_lake_that_does_not_hold_what_was_brought_is_not_believed() {
        costs("a", cost("alat", "5.00"));
        push();
        lake.run("delete from ukur.costs");
        costs("b", cost("alat", "6.00"));
        assertThat(codes(this::push)).containsExactly("lake-push-differs", "lake-push-broken-off");
        assertThat(seen().newest()).isEqualTo(1);
    }

    private PushedLoads push() {
        return new LakePush(store, ground, schema).run();
    }

    private PushedLake seen() {
        return PushedLake.in(schema);
    }

    private List<Path> folders() {
        try (Stream<Path> entries = Files.list(ground.folder().resolve("memory.ukur"))) {
            return entries.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> codes(ThrowingCallable work) {
        List<String> codes = new ArrayList<>();
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> e.problems().stream().map(Problem::code).forEach(codes::add));
        return codes;
    }

    /** Every version of every row. */
    private static List<List<Object>> told(QueryEngine engine) {
        List<List<Object>> rows = new ArrayList<>();
        for (String table : List.of(
                "costs:item, channel, amount",
                "events:event_id, anonymous_id, event_time",
                "visits:visit_id, visitor_id, pageviews",
                "loads:account")) {
            String name = table.substring(0, table.indexOf(':'));
            boolean book = name.equals("loads");
            String columns = table.substring(name.length() + 1) + ", load_id, "
                    + (book ? "loaded_at, profile, rows_loaded" : "source_line, period_start, superseded_by");
            engine.query(Sql.of("select '" + name + "', " + columns + " from "
                            + engine.dialect().table(name) + " t order by all"))
                    .rows()
                    .forEach(row -> rows.add(new ArrayList<>(row)));
        }
        return rows;
    }

    private static Object[] cost(String item, String amount) {
        return cost(item, "Email", amount);
    }

    private static Object[] cost(String item, String channel, String amount) {
        return new Object[] {"ukur", DAY, DAY, item, "other", channel, new BigDecimal(amount), "IDR"};
    }

    private static Object[] event(String id, String time) {
        return new Object[] {"web", DAY, DAY, id, "page_view", Instant.parse(time), "budi", "Direct", false};
    }

    private LoadRecord costs(String sha, Object[]... rows) {
        return load("costs", COST, sha, rows);
    }

    private LoadRecord events(String sha, Object[]... rows) {
        return load("events", EVENT, sha, rows);
    }

    private LoadRecord load(String table, List<String> columns, String sha, Object[]... rows) {
        try (Loading loading = store.begin(new LoadRequest(sha + ".csv", sha, "ukur." + table, 1, "ukur"))) {
            RowSink sink = loading.into(table, columns);
            for (int line = 0; line < rows.length; line++) {
                sink.row(line + 2L, rows[line]);
            }
            return loading.commit(new LoadOutcome(rows.length, null, "{}"));
        }
    }
}
