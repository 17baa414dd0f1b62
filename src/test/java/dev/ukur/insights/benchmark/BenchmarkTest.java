package dev.ukur.insights.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Series.Point;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import dev.ukur.model.Direction;
import dev.ukur.problem.ProblemException;
import dev.ukur.stats.Interval;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

    @TempDir
    Path folder;

    /** Orders of five months: 2, 4, 3, 3 and 6; the usual is the median of the first four, 3. */
    @Test
    void a_period_is_set_against_the_median_of_those_before_it() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, 2, 4, 3, 3, 6);
            Finding finding = new Benchmark("orders", Optional.empty()).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOISE);
            assertThat(Told.answer(finding, Language.EN))
                    .isEqualTo(
                            "Orders in May 2026 was 6, not to be told from the usual 3 (median of 4 periods before): "
                                    + "index 200, rank 1 of 5.");
            assertThat(Told.answer(finding, Language.ID))
                    .isEqualTo("Pesanan pada Mei 2026 6, tidak dapat dibedakan dari biasanya (3, median 4 masa "
                            + "sebelumnya): indeks 200, peringkat 1 dari 5.");
            assertThat(finding.evidence().get(0).rows()).hasSize(5);
            assertThat(finding.provenance().metrics()).containsExactly("orders");
            assertThat(finding.provenance().sources()).containsExactly("test.orders/shop");
        }
    }

    @Test
    void the_same_question_on_the_same_data_has_the_same_answer_in_every_word() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, 2, 4, 3, 3, 6);
            Benchmark question = new Benchmark("orders", Optional.empty());
            assertThat(question.find(Desks.of(rows))).isEqualTo(question.find(Desks.of(rows)));
        }
    }

    @Test
    void two_earlier_periods_are_too_few_to_speak_of_what_is_usual() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, 2, 4, 3);
            Finding finding = new Benchmark("orders", Optional.empty()).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(finding.answer().code()).isEqualTo("benchmark-short");
            assertThat(Told.answer(finding, Language.ID)).contains("baru ada 2 masa lengkap sebelumnya, perlu 3");
        }
    }

    @Test
    void nothing_is_said_of_a_metric_without_data() {
        try (Rows rows = new Rows(folder)) {
            Finding finding = new Benchmark("orders", Optional.empty()).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(finding, Language.EN)).contains("no complete period");
        }
    }

    @Test
    void as_of_a_day_later_periods_are_not_looked_at() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, 2, 4, 3, 3, 6);
            Finding finding = new Benchmark("orders", Optional.of(LocalDate.of(2026, 5, 30))).find(Desks.of(rows));
            assertThat(Told.answer(finding, Language.EN)).startsWith("Orders in Apr 2026 was 3");
        }
    }

    /** 3 orders in April against a close 2 (better than it) and a rough 300, of which nothing may be said. */
    @Test
    void published_numbers_are_compared_over_their_own_days_and_a_rough_one_ranks_nobody() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, 2, 4, 3, 3, 6);
            rows.load("benchmarks", """
                    account,period_start,period_end,provider,subject,metric,value,looseness
                    ukur,2026-04-01,2026-04-30,Survei,Toko A,orders,2,close
                    ukur,2026-04-01,2026-04-30,Survei,Toko B,orders,300,rough
                    ukur,2025-04-01,2025-04-30,Survei,Toko C,orders,9,close
                    ukur,2026-03-01,2026-03-31,Survei,Toko A,orders,100,close
                    """);
            Finding finding = new Benchmark("orders", Optional.empty()).find(Desks.of(rows));
            Told.answer(finding, Language.ID);
            assertThat(finding.reasons().stream().map(Sentence::code))
                    .containsExactly("benchmark-rival-behind", "benchmark-rival-same", "benchmark-rival-unknown");
            assertThat(finding.caveats().stream().map(Sentence::code)).contains("benchmark-loose");
        }
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest_one() {
        try (Rows rows = new Rows(folder)) {
            assertThatThrownBy(() -> new Benchmark("ordres", Optional.empty()).find(Desks.of(rows)))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problems().get(0).code()).isEqualTo("finding-unknown-subject");
                        assertThat(e.problems().get(0).facts()).containsEntry("nearest", "orders");
                    });
        }
    }

    /** Of [1,3] [2,4] [7,9] and now [4,6]: only [7,9] is surely higher and only [1,3] surely lower. */
    @Test
    void a_rank_is_a_range_where_intervals_touch() {
        OwnHistory own = new OwnHistory(point(3, 5), List.of(point(0, 2), point(1, 3), point(2, 8)), Direction.UP);
        assertThat(own.rank()).isEqualTo(2);
        assertThat(own.bestRank()).isEqualTo(2);
        assertThat(own.worstRank()).isEqualTo(3);
        assertThat(own.usual()).isEqualTo(3);
        assertThat(own.differs()).isTrue();
        OwnHistory down = new OwnHistory(point(3, 5), List.of(point(0, 2), point(1, 3), point(2, 8)), Direction.DOWN);
        assertThat(down.rank()).isEqualTo(3);
    }

    @Test
    void without_an_interval_only_a_record_among_twelve_is_called_different() {
        List<Point> eleven = IntStream.range(0, 11).mapToObj(i -> bare(i, i)).toList();
        assertThat(new OwnHistory(bare(11, 10.5), eleven, Direction.UP).differs())
                .isTrue();
        assertThat(new OwnHistory(bare(11, 9.5), eleven, Direction.UP).differs())
                .isFalse();
        assertThat(new OwnHistory(bare(11, 99), eleven.subList(1, 11), Direction.UP).differs())
                .isFalse();
    }

    /** A point whose interval reaches one to either side. */
    private static Point point(int month, double value) {
        return new Point(
                Grain.MONTH.around(LocalDate.of(2026, 1 + month, 1)),
                value,
                Optional.of(new Interval(value - 1, value + 1)));
    }

    private static Point bare(int month, double value) {
        return new Point(Grain.MONTH.around(LocalDate.of(2026, 1 + month, 1)), value, Optional.empty());
    }

    /** So many orders in each month from January 2026 on, the last on the last day, so that months are complete. */
    private static void orders(Rows rows, int... months) {
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,order_id,ordered_at,status,sales_channel,total_paid,currency\n");
        for (int month = 0; month < months.length; month++) {
            LocalDate first = LocalDate.of(2026, 1 + month, 1);
            for (int order = 0; order < months[month]; order++) {
                LocalDate day = order == 0 ? first.plusMonths(1).minusDays(1) : first.plusDays(order - 1L);
                text.append(
                        "shop,%s,%s,#%d-%d,%sT03:00:00Z,paid,web,1000.00,IDR%n".formatted(day, day, month, order, day));
            }
        }
        rows.load("orders", text.toString());
    }
}
