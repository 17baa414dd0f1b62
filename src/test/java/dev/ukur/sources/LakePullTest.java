package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LakeReport.Pulled;
import dev.ukur.store.Dialect;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LocalLake;
import dev.ukur.store.MappedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a lake come into the store whole days at a time, and what the lake restates is restated here. */
class LakePullTest {

    private static final String COSTS = """
            tables:
              - from: memory.main.biaya
                into: costs
                account: keuangan
                currency: IDR
                restated_days: 3
                columns: {period: hari, item: pos, category: {const: media}, amount: jumlah}
            """;

    @TempDir
    Path folder;

    private LocalLake lake;
    private Store store;

    @BeforeEach
    void open() {
        lake = new LocalLake()
                .run(
                        "create table biaya (hari date, sampai date, pos varchar, jumlah decimal(12, 2))",
                        "insert into biaya select date '2026-01-01' + cast(i as integer), date '2026-01-31', 'iklan', 10 + i"
                                + " from range(10) t (i)");
        Clock clock = Clock.fixed(Instant.parse("2026-01-11T05:00:00Z"), ZoneOffset.UTC);
        store = Store.open(new StoreSettings(folder.resolve(".ukur"), ZoneId.of("Asia/Jakarta"), clock));
    }

    @AfterEach
    void close() {
        store.close();
        lake.close();
    }

    @Test
    void each_day_is_a_load_and_a_second_pull_finds_nothing_new() {
        Pulled first = pull();
        assertThat(first.days().orElseThrow().toString()).isEqualTo("2026-01-01..2026-01-10");
        assertThat(List.of(first.loads(), first.added(), first.changed(), first.gone()))
                .containsExactly(10L, 10L, 0L, 0L);
        assertThat(store.loads()).hasSize(10).allSatisfy(load -> {
            assertThat(load.periodStart()).isEqualTo(load.periodEnd());
            assertThat(load.request().profile()).isEqualTo("memory.main.biaya");
        });

        Pulled second = pull();
        assertThat(second.days().orElseThrow().toString()).isEqualTo("2026-01-08..2026-01-10");
        assertThat(second.loads())
                .as("the last day alone, which says when the lake was looked at")
                .isEqualTo(1);
        assertThat(second.added() + second.changed() + second.gone()).isZero();
        assertThat(sum()).isEqualByComparingTo("145"); // 10 + 11 + ... + 19
    }

    @Test
    void the_last_days_are_provisional() {
        pull();
        assertThat(store.loads())
                .filteredOn(load -> load.provisionalFrom() != null)
                .extracting(LoadRecord::periodStart)
                .containsExactly(LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 9), LocalDate.of(2026, 1, 10));
    }

    @Test
    void restated_days_are_pulled_again_within_their_window_and_what_was_known_stays_known() {
        pull();
        lake.run(
                "update biaya set jumlah = 100 where hari = '2026-01-09'", // was 18
                "delete from biaya where hari = '2026-01-10'", // was 19
                "update biaya set jumlah = 500 where hari = '2026-01-02'"); // was 11, before the window
        Pulled again = pull();
        assertThat(List.of(again.added(), again.changed(), again.gone())).containsExactly(0L, 1L, 1L);
        assertThat(sum()).as("145 - 18 + 100 - 19").isEqualByComparingTo("208");
        assertThat(asOf(10)).isEqualByComparingTo("145");

        Pulled asked = pull(Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 1, 3)));
        assertThat(asked.changed()).isEqualTo(1);
        assertThat(sum()).as("208 - 11 + 500").isEqualByComparingTo("697");
    }

    @Test
    void what_was_restated_and_comes_back_is_as_it_was() {
        pull();
        lake.run("update biaya set jumlah = 100 where hari = '2026-01-09'");
        pull();
        lake.run("update biaya set jumlah = 18 where hari = '2026-01-09'");
        assertThat(pull().changed()).isEqualTo(1);
        assertThat(sum()).isEqualByComparingTo("145");
    }

    @Test
    void rows_of_many_days_belong_to_the_day_they_begin_on() {
        String months = COSTS.replace("period: hari", "period_start: hari, period_end: sampai");
        lake.run(
                "delete from biaya where hari > '2026-01-02'",
                "insert into biaya values ('2026-01-02', '2026-01-31', 'gaji', 7)");
        pull(months);
        assertThat(sum()).as("10 + 11 + 7").isEqualByComparingTo("28");
        lake.run("delete from biaya where pos = 'gaji'");
        assertThat(pull(months).gone()).isEqualTo(1);
        assertThat(sum()).isEqualByComparingTo("21");
    }

    @Test
    void a_pull_that_is_broken_off_leaves_whole_days_and_the_next_one_goes_on() {
        lake.run("insert into biaya select hari, sampai, 'alat', 1 from biaya");
        MappedLake mapped = lake.mapped(folder, COSTS);
        List<Problem> told = problems(() -> new LakePull(new Breaking(mapped.engine(), 13), store)
                .pull(mapped.sources(), Optional.empty(), Optional.empty()));
        assertThat(told).extracting(Problem::code).containsExactly("engine-lost-node", "lake-broken-off");
        assertThat(told.get(1).facts()).containsEntry("days", 6L);
        assertThat(sum()).as("six days of two rows: 10 + ... + 15, and 6").isEqualByComparingTo("81");

        assertThat(pull().added()).isEqualTo(8);
        assertThat(sum()).isEqualByComparingTo("155");
        assertThat(store.loads()).hasSize(10);
    }

    @Test
    void rows_that_are_not_told_apart_are_refused_and_nothing_of_their_day_is_kept() {
        lake.run("insert into biaya values ('2026-01-04', null, 'iklan', 1)");
        List<Problem> told = problems(this::pull);
        assertThat(told).extracting(Problem::code).containsExactly("lake-repeated-key", "lake-broken-off");
        assertThat(told.get(0).facts()).containsEntry("day", LocalDate.of(2026, 1, 4));
        assertThat(sum()).as("the three days before").isEqualByComparingTo("33");
    }

    @Test
    void a_row_without_a_value_that_all_must_have_is_refused() {
        lake.run("insert into biaya values ('2026-01-04', null, null, 1)");
        assertThat(problems(this::pull).get(0))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("lake-missing-value"))
                .satisfies(problem -> assertThat(problem.facts()).containsEntry("columns", "item"));
    }

    @Test
    void a_table_that_is_not_to_be_pulled_stays_where_it_is() {
        MappedLake mapped = lake.mapped(folder, COSTS.replace("restated_days: 3", "pull: false"));
        assertThat(new LakePull(mapped.engine(), store)
                        .pull(mapped.sources(), Optional.empty(), Optional.empty())
                        .tables())
                .isEmpty();
        assertThat(store.loads()).isEmpty();
    }

    @Test
    void a_lake_without_rows_gives_none() {
        lake.run("delete from biaya");
        assertThat(pull().days()).isEmpty();
    }

    private Pulled pull() {
        return pull(COSTS);
    }

    private Pulled pull(String yaml) {
        MappedLake mapped = lake.mapped(folder, yaml);
        return new LakePull(mapped.engine(), store)
                .pull(mapped.sources(), Optional.empty(), Optional.empty())
                .tables()
                .get(0);
    }

    private Pulled pull(Optional<LocalDate> from, Optional<LocalDate> to) {
        MappedLake mapped = lake.mapped(folder, COSTS);
        return new LakePull(mapped.engine(), store)
                .pull(mapped.sources(), from, to)
                .tables()
                .get(0);
    }

    private BigDecimal sum() {
        return number("select sum(amount) from costs where superseded_by is null");
    }

    private BigDecimal asOf(long load) {
        return number("select sum(amount) from costs where load_id <= " + load
                + " and (superseded_by is null or superseded_by > " + load + ")");
    }

    private BigDecimal number(String sql) {
        return (BigDecimal) store.engine().query(Sql.of(sql)).rows().get(0).get(0);
    }

    private static List<Problem> problems(ThrowingCallable work) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
        return problems;
    }

    /** An engine that loses a machine after some rows. */
    private record Breaking(QueryEngine engine, int rows) implements QueryEngine {

        @Override
        public Dialect dialect() {
            return engine.dialect();
        }

        @Override
        public QueryResult query(Sql sql) {
            return engine.query(sql);
        }

        @Override
        public List<String> stream(Sql sql, RowVisitor visitor) {
            int[] handed = {0};
            return engine.stream(sql, values -> {
                if (handed[0]++ == rows) {
                    throw new ProblemException(Problem.error("engine-lost-node", Location.nowhere()));
                }
                visitor.row(values);
            });
        }
    }
}
