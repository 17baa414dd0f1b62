package dev.ukur.metrics.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.store.EmptyStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.TableColumns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FixedSetTest {

    private static EmptyStore store;
    private static QueryEngine fixed;

    @BeforeAll
    static void open() {
        store = EmptyStore.open();
        fixed = FixedSet.on(store.engine(), TableColumns.of(store.engine()));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void it_has_two_hundred_thousand_rows_each_with_a_key_of_its_own() {
        assertThat(row("visits", "count(*), count(distinct visit_id)")).containsExactly(40_000L, 40_000L);
        assertThat(row("events", "count(*), count(distinct event_id)")).containsExactly(120_000L, 120_000L);
        assertThat(row("orders", "count(*), count(distinct order_id)")).containsExactly(20_000L, 20_000L);
        assertThat(row("ad_performance", "count(*), count(distinct campaign)")).containsExactly(20_000L, 20_000L);
        assertThat(row("leads", "count(*)")).containsExactly(0L);
    }

    @Test
    void its_rows_are_what_their_numbers_say() {
        assertThat(row("visits", "count(distinct visitor_id), sum(case when purchases > 0 then 1 else 0 end)"))
                .as("numbers from 0 to 39,999: 9,973 rests, and 3,334 multiples of 12")
                .hasToString("[9973, 3334]");
        assertThat(row("events", "count(*) filter (where event_name = 'purchase')"))
                .containsExactly(3_334L);
        assertThat(row("visits", "min(period_start), max(period_end)"))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 16));
        assertThat(row("orders", "count(*) filter (where status = 'cancelled')"))
                .as("a tenth")
                .containsExactly(2_000L);
    }

    @Test
    void purchases_of_the_first_twenty_thousand_visits_have_their_order() {
        assertThat(fixed.query(Sql.of("select count(*), count(o.order_id) from " + table("events") + " e left join "
                                + table("orders") + " o on o.order_id = e.transaction_id"
                                + " where e.event_name = 'purchase'"))
                        .rows())
                .as("orders up to number 19,999: 1,667 multiples of 12")
                .containsExactly(List.of(3_334L, 1_667L));
    }

    private static List<Object> row(String table, String columns) {
        return List.copyOf(fixed.query(Sql.of("select " + columns + " from " + table(table)))
                .rows()
                .get(0));
    }

    private static String table(String name) {
        return fixed.dialect().table(name) + " ";
    }
}
