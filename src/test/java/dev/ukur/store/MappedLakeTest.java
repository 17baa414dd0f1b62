package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping of a lake, and the canonical rows that come of it. */
class MappedLakeTest {

    private static final String ORDERS = """
            tables:
              - from: memory.toko.pesanan
                into: orders
                account: toko
                time_zone: WIB
                currency: IDR
                columns:
                  period: {day_of: dibuat}
                  order_id: id
                  ordered_at: dibuat
                  paid_at: dibayar
                  status: {map: {of: keadaan, words: {paid: [lunas, selesai], cancelled: batal}, else: pending}}
                  status_raw: keadaan
                  sales_channel: {const: web}
                  customer_id: {concat: [{const: "c-"}, pelanggan]}
                  channel: {coalesce: [kanal, {const: Direct}]}
                  items: {add: [potong, {const: 1}]}
                  total_paid: {multiply: [sen, {const: 0.01}]}
                  discount: diskon
            """;

    @TempDir
    Path folder;

    private LocalLake lake;

    @BeforeEach
    void fill() {
        lake = new LocalLake()
                .run(
                        "create schema toko",
                        "create table toko.pesanan (id bigint, dibuat timestamp, dibayar timestamp with time zone,"
                                + " keadaan varchar, pelanggan integer, kanal varchar, potong smallint, sen bigint,"
                                + " diskon decimal(12, 2), berat double)",
                        // 23.30 WIB is half past four in the afternoon of the same day in UTC; 00.30 WIB the day before
                        "insert into toko.pesanan values (7, '2026-01-05 23:30:00', '2026-01-05 18:00:00+01', 'lunas', 3,"
                                + " 'Email', 2, 1234567, 1.10, 1.5), (8, '2026-01-06 00:30:00', null, 'aneh', null, null, null,"
                                + " null, null, null)");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void each_row_of_the_lake_is_a_canonical_row() {
        assertThat(rows(
                        ORDERS,
                        "select account, period_start, period_end, order_id, ordered_at, paid_at, status, status_raw,"
                                + " sales_channel, customer_id, channel, items, total_paid, discount, currency, city,"
                                + " superseded_by from %s order by order_id"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .containsExactly(
                                        "toko",
                                        LocalDate.of(2026, 1, 5),
                                        LocalDate.of(2026, 1, 5),
                                        "7",
                                        Instant.parse("2026-01-05T16:30:00Z"),
                                        Instant.parse("2026-01-05T17:00:00Z"),
                                        "paid",
                                        "lunas",
                                        "web",
                                        "c-3",
                                        "Email",
                                        3L,
                                        new BigDecimal("12345.6700"),
                                        new BigDecimal("1.1000"),
                                        "IDR",
                                        null,
                                        null),
                        second -> assertThat(second)
                                .containsExactly(
                                        "toko",
                                        LocalDate.of(2026, 1, 6),
                                        LocalDate.of(2026, 1, 6),
                                        "8",
                                        Instant.parse("2026-01-05T17:30:00Z"),
                                        null,
                                        "pending",
                                        "aneh",
                                        "web",
                                        null,
                                        "Direct",
                                        null,
                                        null,
                                        null,
                                        "IDR",
                                        null,
                                        null));
    }

    @Test
    void money_in_millionths_is_not_rounded_on_the_way() {
        lake.run(
                "create table toko.iklan (hari date, biaya_mikro bigint)",
                "insert into toko.iklan values" + " ('2026-01-05', 1234567890123456)");
        QueryEngine engine = lake.mapped(folder, """
                tables:
                  - from: memory.toko.iklan
                    into: costs
                    account: iklan
                    currency: IDR
                    columns: {period: hari, item: {const: Iklan}, category: {const: media},
                      amount: {multiply: [biaya_mikro, {const: 0.000001}]}}
                """).engine();
        assertThat(engine.query(Sql.of("select amount from " + engine.dialect().table("costs")))
                        .rows())
                .as("1,234,567,890.123456 to the four places of the canonical table")
                .containsExactly(List.of(new BigDecimal("1234567890.1235")));
    }

    @Test
    void tables_that_nothing_is_mapped_to_have_no_rows_but_all_columns() {
        QueryEngine engine = lake.mapped(folder, ORDERS).engine();
        assertThat(engine.query(Sql.of("select visitor_id, load_id from "
                                + engine.dialect().table("visits")))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_question_may_name_canonical_tables_plainly() {
        QueryEngine engine = lake.mapped(folder, ORDERS).engine();
        assertThat(engine.query(
                                Sql.of(
                                        "-- how many\nwith paid as (select * from orders where status = 'paid')\n"
                                                + "select count(*), (select count(*) from orders), (select count(*) from visits) from paid"))
                        .rows())
                .containsExactly(List.of(1L, 2L, 0L));
        assertThat(engine.query(Sql.of(
                                "select order_id from orders o left join visits v on v.visit_id = o.order_id"
                                        + " where o.status = ?",
                                "paid"))
                        .rows())
                .containsExactly(List.of("7"));
        assertThat(engine.query(
                                Sql.of(
                                        "with a as (select 1 as y),\n-- its own\norders as (select 9 as x) select x from orders"))
                        .rows())
                .as("its own definition stands")
                .containsExactly(List.of(9L));
    }

    @Test
    void several_tables_may_be_one() {
        lake.run("create table toko.lama as select * from toko.pesanan where id = 7");
        String both = ORDERS
                + ORDERS.replace("tables:\n", "")
                        .replace("toko.pesanan", "toko.lama")
                        .replace("account: toko", "account: lama");
        assertThat(rows(both, "select account, order_id from %s order by 1, 2"))
                .containsExactly(List.of("lama", "7"), List.of("toko", "7"), List.of("toko", "8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "order_id: id | order_id: ids | lake-no-column | 9:17",
                "order_id: id | orderid: id | lake-unknown-column | 9:16",
                "order_id: id | order_id: berat | lake-type | 9:17",
                "total_paid: {multiply: [sen, {const: 0.01}]} | total_paid: dibuat | lake-type | 18:19",
                "total_paid: {multiply: [sen, {const: 0.01}]} | total_paid: {divide: [sen, {const: 100}]} | lake-expression | 18:19",
                "total_paid: {multiply: [sen, {const: 0.01}]} | total_paid: {multiply: [sen, {const: satu}]} | lake-constant | 18:19",
                "order_id: id | order_id: {hash: [id]} | lake-expression | 9:17",
                "period: {day_of: dibuat} | period: dibuat | lake-type | 8:15",
                "time_zone: WIB | | lake-zone | 7:15",
                "currency: IDR | | lake-currency | 2:5",
                "into: orders | into: order | lake-unknown-table | 2:5",
                "from: memory.toko.pesanan | from: memory.toko.tiada | lake-no-table | 2:5",
                "sales_channel: {const: web} | | lake-required-column | 2:5",
                "from: memory.toko.pesanan | from: toko.pesanan | lake-name | 2:11"
            })
    void what_is_wrong_is_told_at_its_place(String right, String wrong, String code, String place) {
        String yaml = wrong == null
                ? ORDERS.replaceFirst("(?m)^ *" + java.util.regex.Pattern.quote(right) + "\n", "")
                : ORDERS.replace(right, wrong);
        assertThat(problems(yaml))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.at().toString()).endsWith("lake.yaml:" + place);
                })
                .allMatch(problem -> problem.code().startsWith("lake-"));
    }

    @Test
    void the_same_table_is_not_mapped_twice_for_one_account() {
        assertThat(problems(ORDERS + ORDERS.replace("tables:\n", "")))
                .extracting(Problem::code)
                .containsExactly("lake-twice");
    }

    private List<Problem> problems(String yaml) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(() -> lake.mapped(folder, yaml))
                .isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
        return problems;
    }

    private List<List<Object>> rows(String yaml, String question) {
        QueryEngine engine = lake.mapped(folder, yaml).engine();
        List<List<Object>> rows = new ArrayList<>();
        engine.query(Sql.of(question.formatted(engine.dialect().table("orders"))))
                .rows()
                .forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }
}
