package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.cluster.Trino;
import dev.ukur.problem.Location;
import dev.ukur.store.Dialect;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.EmptyStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SQL that both engines read and answer differently, and what Ukur writes instead. Were the second written as the first,
 * the second test of a pair would fail as the first shows.
 */
@Tag("cluster")
class SameTextTest {

    private static DistributedEngine trino;
    private static EmptyStore duckdb;

    @BeforeAll
    static void open() {
        trino = Trino.open(120);
        duckdb = EmptyStore.open();
    }

    @AfterAll
    static void close() {
        trino.close();
        duckdb.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 / 2",
                "1 / 0",
                "cast(10 as decimal(18, 2)) / cast(3 as decimal(18, 2))",
                "(select avg(x) from (values (cast(1.10 as decimal(18, 2))), (cast(1.15 as decimal(18, 2)))) as t (x))",
                "(select sum(x) from (values (9223372036854775807), (1)) as t (x))",
                "date_diff('second', timestamp '2026-01-05 10:00:00.900', timestamp '2026-01-05 10:00:01.100')",
                "extract(dow from date '2026-01-04')",
                "regexp_extract('toko', '[0-9]+')",
                "greatest(1, null)",
                "date '2026-01-31' + interval '1' month",
                "cast(timestamp '2026-01-05 10:00:00.100' as varchar)"
            })
    void the_same_text_gives_different_answers(String expression) {
        assertThat(answer(trino.engine(), expression)).isNotEqualTo(answer(duckdb.engine(), expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 2 | 3.5",
                "1 | 0 |",
                "cast(10 as decimal(18, 2)) | cast(4 as decimal(18, 2)) | 2.5",
                "1 | 3 | 0.3333333333333333"
            })
    void a_quotient_is_of_doubles_and_by_nought_unknown(String above, String below, @Nullable Double expected) {
        Formula quotient = FormulaParser.parse(new FormulaText("above / below", Location.nowhere()));
        assertBoth(dialect -> FormulaSql.render(quotient, name -> name.equals("above") ? above : below), expected);
    }

    @Test
    void a_mean_of_money_is_not_rounded_to_its_places() {
        assertBoth(
                dialect -> "(select avg(cast(x as double)) from (values (cast(1.10 as decimal(18, 2))),"
                        + " (cast(1.15 as decimal(18, 2)))) as t (x))",
                1.125);
    }

    @Test
    void seconds_between_moments_are_ticks_of_the_clock() {
        assertBoth(
                dialect -> "date_diff('second', date_trunc('second', timestamp '2026-01-05 10:00:00.900'),"
                        + " date_trunc('second', timestamp '2026-01-05 10:00:01.100'))",
                1L);
    }

    @ParameterizedTest
    @CsvSource({
        // 4 January 2026 is a Sunday; the year from April, quarters from there
        "WEEK, SUNDAY, JANUARY, 2026-01-04, 2026-01-04",
        "WEEK, MONDAY, JANUARY, 2026-01-04, 2025-12-29",
        "WEEK, SUNDAY, JANUARY, 2026-01-03, 2025-12-28",
        "MONTH, MONDAY, JANUARY, 2026-01-31, 2026-01-01",
        "QUARTER, MONDAY, FEBRUARY, 2026-01-31, 2025-11-01",
        "YEAR, MONDAY, APRIL, 2026-03-31, 2025-04-01",
        "YEAR, MONDAY, APRIL, 2026-04-01, 2026-04-01"
    })
    void a_day_falls_into_the_same_period(Grain grain, DayOfWeek week, Month year, LocalDate day, LocalDate expected) {
        FiscalCalendar calendar = new FiscalCalendar(week, year);
        assertBoth(dialect -> dialect.startOf(grain, calendar, "date '" + day + "'"), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, 2026-07-01T00:00:00.123456Z",
        "America/New_York, 2026-06-30T13:00:00.123456Z", // summer time
        "Asia/Kathmandu, 2026-06-30T22:45:00.123456Z"
    })
    void clocks_show_the_same_to_the_microsecond(ZoneId zone, Instant expected) {
        assertBoth(dialect -> dialect.local("timestamp '2026-06-30 17:00:00.123456'", zone), expected);
    }

    @Test
    void a_range_of_days_has_each_day_once() {
        assertBoth(
                dialect -> "(select count(*) * 100 + count(distinct day) from "
                        + dialect.days("date '2026-02-27'", "date '2026-03-02'") + ")",
                404L);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 30.0", "0.9, 82.0", "0, 10.0", "1, 100.0"})
    void a_percentile_lies_on_the_line_between_its_neighbours(String share, double expected) {
        assertBoth(
                dialect -> "(select " + dialect.percentile("x", Optional.of("x > 0"), share)
                        + " from (values (20.0e0), (10.0e0), (40.0e0), (100.0e0), (null), (-7.0e0)) as t (x))",
                expected);
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, 10.0", "3, 40.0", "4, "})
    void a_rank_beyond_the_values_is_unknown(int rank, @Nullable Double expected) {
        assertBoth(
                dialect -> "(select " + dialect.nth("x", Optional.empty(), String.valueOf(rank))
                        + " from (values (20.0e0), (10.0e0), (null), (40.0e0)) as t (x))",
                expected);
    }

    @Test
    void no_values_have_no_percentile() {
        assertBoth(
                dialect -> "(select " + dialect.percentile("x", Optional.of("x > 9"), "0.5")
                        + " from (values (1.0e0)) as t (x))",
                null);
    }

    @Test
    void microseconds_are_exact() {
        assertBoth(dialect -> dialect.micros("timestamp '2026-01-05 10:00:00.123457'"), 1_767_607_200_123_457L);
    }

    @Test
    void a_key_is_no_negative_number_and_tells_texts_apart() {
        assertBoth(
                dialect -> "(" + dialect.key("'a'") + " >= 0 and " + dialect.key("'a'") + " = " + dialect.key("'a'")
                        + " and " + dialect.key("'a'") + " <> " + dialect.key("'b'") + ")",
                true);
    }

    @Test
    void texts_are_ordered_by_their_characters_and_unknown_ones_last() {
        String ordered = "select x from (values ('b'), (null), ('B'), ('ä'), ('a')) as t (x) order by x nulls last";
        assertThat(trino.engine().query(Sql.of(ordered)).rows())
                .isEqualTo(duckdb.engine().query(Sql.of(ordered)).rows());
    }

    private static void assertBoth(Function<Dialect, String> expression, @Nullable Object expected) {
        for (QueryEngine engine : List.of(duckdb.engine(), trino.engine())) {
            String sql = expression.apply(engine.dialect());
            Object told = engine.query(Sql.of("select " + sql)).rows().get(0).get(0);
            assertThat(told).as(engine.dialect().name() + ": " + sql).isEqualTo(expected);
        }
    }

    /** The answer, or that there is none. */
    private static String answer(QueryEngine engine, String expression) {
        return engine.refusal(Sql.of("select " + expression))
                .map(why -> "refused")
                .orElseGet(() -> String.valueOf(engine.query(Sql.of("select " + expression))
                        .rows()
                        .get(0)
                        .get(0)));
    }
}
