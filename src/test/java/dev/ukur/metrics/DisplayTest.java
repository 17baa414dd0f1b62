package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers beside each other: earlier periods, the largest members, totals, order, marks. */
class DisplayTest {

    private static final String ORDERS = """
            account,period_start,period_end,order_id,status,customer_id,sales_channel,payment_method,total_paid,currency
            """;

    @TempDir
    Path folder;

    private Rows rows;

    @BeforeEach
    void open() {
        rows = new Rows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void the_previous_period_has_as_many_days_and_members_gone_since_are_told_too() {
        rows.load("orders", ORDERS + """
                shop,2026-01-22,2026-01-22,A1,paid,ani,shopee,COD,10.00,IDR
                shop,2026-01-31,2026-01-31,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-02-01,2026-02-01,A3,paid,budi,web,COD,40.00,IDR
                shop,2026-02-10,2026-02-10,A4,paid,budi,web,COD,100.00,IDR
                """);
        Answer answer = ask(
                List.of("orders"),
                List.of("sales_channel"),
                Grain.TOTAL,
                "2026-02-01",
                "2026-02-10",
                Display.comparing(Comparison.PREVIOUS));
        assertThat(answer.columns().stream().map(Answer.Column::name))
                .containsExactly("sales_channel", "orders", "orders_before", "orders_change", "orders_change_rel");
        assertThat(answer.rows())
                .containsExactly(List.of("shopee", 0.0, 1.0, -1.0, -1.0), List.of("web", 2.0, 1.0, 1.0, 1.0));
        assertThat(answer.meta().from()).contains(LocalDate.of(2026, 2, 1));
    }

    @Test
    void months_are_compared_with_as_many_months_before_and_a_month_begun_with_as_many_days() {
        rows.load("orders", ORDERS + """
                shop,2025-11-30,2025-11-30,A9,paid,ani,web,COD,10.00,IDR
                shop,2025-12-31,2025-12-31,A0,paid,ani,web,COD,10.00,IDR
                shop,2026-01-01,2026-01-01,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-20,2026-01-20,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-02-10,2026-02-10,A3,paid,ani,web,COD,10.00,IDR
                shop,2026-02-16,2026-02-16,A4,paid,ani,web,COD,10.00,IDR
                shop,2026-03-15,2026-03-15,A5,paid,budi,web,COD,100.00,IDR
                """);
        Answer answer = ask(
                List.of("orders"),
                List.of(),
                Grain.MONTH,
                "2026-02-01",
                "2026-03-15",
                Display.comparing(Comparison.PREVIOUS));
        // February with December (two months before), 1 to 15 March with 1 to 15 January
        assertThat(answer.rows())
                .containsExactly(
                        List.of(LocalDate.of(2026, 2, 1), 2.0, 1.0, 1.0, 1.0),
                        List.of(LocalDate.of(2026, 3, 1), 1.0, 1.0, 0.0, 0.0));
        assertThat(answer.meta().partial()).containsExactly(LocalDate.of(2026, 3, 1));
    }

    @Test
    void an_earlier_period_that_the_data_tell_only_in_part_is_not_compared_with() {
        rows.load("orders", ORDERS + """
                shop,2026-01-20,2026-01-20,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-02-10,2026-02-10,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-03-10,2026-03-10,A3,paid,ani,web,COD,10.00,IDR
                """);
        Display previous = new Display(
                Optional.of(Comparison.PREVIOUS), Optional.empty(), Optional.empty(), Optional.empty(), true, false);

        Answer answer = ask(List.of("orders"), List.of(), Grain.MONTH, "2026-02-01", "2026-02-28", previous);

        // January is told from the 20th on only
        assertThat(answer.rows()).containsExactly(Arrays.asList(LocalDate.of(2026, 2, 1), 1.0, null, null, null));
        assertThat(answer.totals()).containsExactly(Arrays.asList(null, 1.0, null, null, null));
        assertThat(answer.meta().warnings())
                .extracting(problem -> problem.code() + " " + problem.facts())
                .contains("comparison-before-data {first=2026-01-20}");
    }

    @Test
    void last_year_is_the_same_month_or_the_same_weekdays() {
        rows.load("orders", ORDERS + """
                shop,2025-01-31,2025-01-31,A0,paid,ani,web,COD,10.00,IDR
                shop,2025-02-28,2025-02-28,A1,paid,ani,web,COD,10.00,IDR
                shop,2025-02-11,2025-02-11,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-02-10,2026-02-10,A3,paid,ani,web,COD,10.00,IDR
                """);
        Display lastYear = Display.comparing(Comparison.LAST_YEAR);
        assertThat(ask(List.of("orders"), List.of(), Grain.TOTAL, "2026-02-01", "2026-02-28", lastYear)
                        .rows())
                .containsExactly(List.of(1.0, 2.0, -1.0, -0.5));
        // Tuesday 10 February 2026 with Tuesday 11 February 2025
        assertThat(ask(List.of("orders"), List.of(), Grain.TOTAL, "2026-02-10", "2026-02-10", lastYear)
                        .rows())
                .containsExactly(List.of(1.0, 1.0, 0.0, 0.0));
    }

    @Test
    void days_before_lebaran_are_compared_with_those_before_the_last_lebaran() {
        rows.load("orders", ORDERS + """
                shop,2025-03-21,2025-03-21,A1,paid,ani,web,COD,10.00,IDR
                shop,2025-03-30,2025-03-30,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-03-20,2026-03-20,A3,paid,ani,web,COD,10.00,IDR
                shop,2026-03-20,2026-03-20,A4,paid,budi,web,COD,10.00,IDR
                """);
        // Idulfitri was on 31 March 2025 and 21 March 2026
        Answer answer = ask(
                List.of("orders"),
                List.of(),
                Grain.TOTAL,
                "2026-03-20",
                "2026-03-20",
                Display.comparing(Comparison.HOLIDAY));
        assertThat(answer.rows()).containsExactly(List.of(2.0, 1.0, 1.0, 1.0));
    }

    @Test
    void a_state_is_compared_with_the_state_at_the_end_of_the_earlier_period() {
        SmallShop.fill(rows);
        Answer answer = ask(
                List.of("mrr"),
                List.of(),
                Grain.MONTH,
                "2026-02-01",
                "2026-02-28",
                Display.comparing(Comparison.PREVIOUS));
        // At the end of January s1 and s4 at 50,000 and s3 at 70,000; in February s3 and s4 ended
        assertThat(answer.rows().get(0).subList(1, 3)).isEqualTo(List.of(50_000.0, 170_000.0));
    }

    /** Newcombe's own example (1998, table II, method 10): 56 of 70 against 48 of 80, difference 0.0524 to 0.3339. */
    @Test
    void the_change_of_a_rate_has_the_interval_of_newcombe() {
        StringBuilder orders = new StringBuilder(ORDERS);
        IntStream.range(0, 70).forEach(i -> orders.append(order("2026-02-01", "N" + i, i < 56)));
        IntStream.range(0, 80).forEach(i -> orders.append(order("2026-01-31", "B" + i, i < 48)));
        rows.load("orders", orders.toString());
        Answer answer = ask(
                List.of("cancel_rate"),
                List.of(),
                Grain.TOTAL,
                "2026-02-01",
                "2026-02-01",
                Display.comparing(Comparison.PREVIOUS));
        assertThat(answer.number(0, "cancel_rate_change").orElseThrow()).isCloseTo(0.2, within(1e-9));
        assertThat(answer.number(0, "cancel_rate_change_low").orElseThrow()).isCloseTo(0.0524, within(5e-5));
        assertThat(answer.number(0, "cancel_rate_change_high").orElseThrow()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void the_largest_members_are_named_and_the_rest_computed_as_one_row_with_a_total() {
        rows.load("orders", ORDERS + """
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-05,2026-01-05,A2,paid,ani,web,COD,30.00,IDR
                shop,2026-01-05,2026-01-05,A3,paid,ani,shopee,COD,20.00,IDR
                shop,2026-01-05,2026-01-05,A4,paid,ani,lazada,COD,5.00,IDR
                shop,2026-01-05,2026-01-05,A5,paid,budi,tokopedia,COD,7.00,IDR
                shop,2026-01-05,2026-01-05,A6,paid,ani,tokopedia,COD,1.00,IDR
                """);
        Display display = new Display(
                Optional.empty(),
                Optional.of(2),
                Optional.of(new Display.Order("revenue", true)),
                Optional.empty(),
                true,
                false);
        Answer answer = ask(
                List.of("revenue", "active_customers"),
                List.of("sales_channel"),
                Grain.TOTAL,
                "2026-01-01",
                "2026-01-31",
                display);
        // lazada and tokopedia together: 5 + 7 + 1, and two customers, not three
        assertThat(answer.rows())
                .containsExactly(
                        List.of("web", 40.0, 1.0), List.of("shopee", 20.0, 1.0), List.of("(others)", 13.0, 2.0));
        assertThat(answer.totals()).containsExactly(Arrays.asList(null, 73.0, 2.0));
    }

    @Test
    void the_largest_members_come_first_and_the_others_last_unless_another_order_is_asked_for() {
        rows.load("orders", ORDERS + """
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-05,2026-01-05,A2,paid,ani,shopee,COD,20.00,IDR
                shop,2026-01-05,2026-01-05,A3,paid,ani,lazada,COD,8.00,IDR
                shop,2026-01-05,2026-01-05,A4,paid,ani,tokopedia,COD,7.00,IDR
                """);
        Display top = new Display(Optional.empty(), Optional.of(2), Optional.empty(), Optional.empty(), false, false);

        assertThat(ask(List.of("revenue"), List.of("sales_channel"), Grain.TOTAL, "2026-01-01", "2026-01-31", top)
                        .rows())
                .containsExactly(List.of("shopee", 20.0), List.of("web", 10.0), List.of("(others)", 15.0));
    }

    @Test
    void rows_are_ordered_and_limited_and_an_unknown_column_is_refused() {
        SmallShop.fill(rows);
        Display largest = new Display(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Display.Order("visits", true)),
                Optional.of(1),
                false,
                false);
        assertThat(ask(List.of("visits"), List.of("device"), Grain.TOTAL, "2026-01-01", "2026-02-28", largest)
                        .rows())
                .containsExactly(List.of("mobile", 3.0));
        Display wrong = new Display(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Display.Order("clicks", true)),
                Optional.empty(),
                false,
                false);
        assertThatThrownBy(
                        () -> ask(List.of("visits"), List.of("device"), Grain.TOTAL, "2026-01-01", "2026-02-28", wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unknown-order");
    }

    /**
     * Of 100 orders three channels cancel 10 each. A fourth with 18 has p = 0.033 against the other 300 (z = 2.13), which
     * four comparisons make 0.13; one with 40 is far off.
     */
    @Test
    void only_members_that_differ_beyond_chance_are_marked() {
        StringBuilder orders = new StringBuilder(ORDERS);
        for (String channel : List.of("a", "b", "c", "d")) {
            for (int i = 0; i < 100; i++) {
                orders.append(order("2026-01-05", channel, i, i < (channel.equals("d") ? 18 : 10)));
                orders.append(order("2026-02-05", channel, i, i < (channel.equals("d") ? 40 : 10)));
            }
        }
        rows.load("orders", orders.toString());
        assertThat(marks("2026-01-01", "2026-01-31")).containsExactly(false, false, false, false);
        assertThat(marks("2026-02-01", "2026-02-28").get(3)).isEqualTo(true);
    }

    private List<Object> marks(String from, String to) {
        Display marking =
                new Display(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, true);
        Answer answer = ask(List.of("cancel_rate"), List.of("sales_channel"), Grain.TOTAL, from, to, marking);
        List<Object> marks = new ArrayList<>();
        answer.rows().forEach(row -> marks.add(row.get(answer.index("cancel_rate_differs"))));
        return marks;
    }

    private static String order(String day, String channel, int number, boolean cancelled) {
        return "shop,%s,%s,%s-%s-%d,%s,ani,%s,COD,1.00,IDR%n"
                .formatted(day, day, day, channel, number, cancelled ? "cancelled" : "paid", channel);
    }

    private static String order(String day, String id, boolean cancelled) {
        return "shop,%s,%s,%s,%s,ani,web,COD,1.00,IDR%n".formatted(day, day, id, cancelled ? "cancelled" : "paid");
    }

    private Answer ask(List<String> metrics, List<String> by, Grain grain, String from, String to, Display display) {
        Period days = Rows.days(from, to);
        return rows.metrics()
                .query(new MetricQuery(
                        metrics, by, grain, Optional.of(days), Optional.empty(), Optional.empty(), display));
    }
}
