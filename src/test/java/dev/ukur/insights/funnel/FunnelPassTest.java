package dev.ukur.insights.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.insights.funnel.Window.From;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FunnelPassTest {

    private static final long DAY = 86_400_000_000L;
    private static final Window WEEK = new Window(Duration.ofDays(7), From.FIRST_STEP);
    private static final Window WEEK_A_STEP = new Window(Duration.ofDays(7), From.STEP_BEFORE);

    /** Something a visitor did, on a day. */
    private record Row(long visitor, double day, int... steps) {

        long[] numbers() {
            int bits = Arrays.stream(steps).map(step -> 1 << step).sum();
            return new long[] {visitor, Math.round(day * DAY), bits};
        }
    }

    private static FunnelCounts pass(FunnelShape shape, Row... rows) {
        FunnelPass pass = new FunnelPass(shape, new FunnelCounts(shape, 1, 100 * DAY));
        for (Row row : rows) {
            long[] numbers = row.numbers();
            pass.block(new long[][] {{numbers[0]}, {numbers[1]}, {numbers[2]}}, 1);
        }
        return pass.end();
    }

    private static List<Long> reached(FunnelShape shape, Row... rows) {
        FunnelCounts counts = pass(shape, rows);
        return IntStream.range(0, shape.steps()).mapToObj(counts::reached).toList();
    }

    @Test
    void steps_five_and_five_days_apart_are_outside_a_week_from_the_first_and_inside_a_week_each() {
        Row[] rows = {new Row(1, 0, 0), new Row(1, 5, 1), new Row(1, 10, 2)};

        assertThat(reached(FunnelShape.of(3, WEEK), rows)).containsExactly(1L, 1L, 0L);
        assertThat(reached(FunnelShape.of(3, WEEK_A_STEP), rows)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void a_step_exactly_at_the_end_of_the_window_is_in_time_and_one_a_moment_later_is_not() {
        FunnelShape shape = FunnelShape.of(2, WEEK);

        assertThat(reached(shape, new Row(1, 0, 0), new Row(1, 7, 1))).containsExactly(1L, 1L);
        assertThat(reached(shape, new Row(1, 0, 0), new Row(1, 7 + 1e-9, 1))).containsExactly(1L, 0L);
    }

    @Test
    void a_way_may_begin_at_any_first_step_and_not_only_the_first_one() {
        Row[] rows = {new Row(1, 0, 0), new Row(1, 6, 0), new Row(1, 8, 1), new Row(1, 12, 2)};

        assertThat(reached(FunnelShape.of(3, WEEK), rows)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void steps_in_the_wrong_order_count_as_done_and_not_as_reached() {
        FunnelCounts counts = pass(FunnelShape.of(3, WEEK), new Row(1, 0, 2), new Row(1, 1, 1), new Row(1, 2, 0));

        assertThat(List.of(counts.reached(0), counts.reached(1), counts.reached(2)))
                .containsExactly(1L, 0L, 0L);
        assertThat(List.of(counts.did(0), counts.did(1), counts.did(2))).containsExactly(1L, 1L, 1L);
    }

    @Test
    void an_optional_step_may_be_left_out_and_those_who_do_are_counted() {
        FunnelShape shape = new FunnelShape(List.of(false, true, false), WEEK);
        FunnelCounts counts =
                pass(shape, new Row(1, 0, 0), new Row(1, 1, 1), new Row(1, 2, 2), new Row(2, 0, 0), new Row(2, 3, 2));

        assertThat(List.of(counts.reached(0), counts.reached(1), counts.reached(2)))
                .containsExactly(2L, 1L, 2L);
        assertThat(counts.skipped(1)).isEqualTo(1);
    }

    @Test
    void one_happening_that_is_two_steps_moves_a_visitor_one_step() {
        FunnelShape twice = FunnelShape.of(2, WEEK);

        assertThat(reached(twice, new Row(1, 0, 0, 1))).containsExactly(1L, 0L);
        assertThat(reached(twice, new Row(1, 0, 0, 1), new Row(1, 1, 0, 1))).containsExactly(1L, 1L);
    }

    @Test
    void what_happens_at_the_same_moment_counts_in_order_of_the_steps() {
        assertThat(reached(FunnelShape.of(2, WEEK), new Row(1, 3, 0), new Row(1, 3, 1)))
                .containsExactly(1L, 1L);
    }

    @Test
    void the_time_between_steps_is_that_of_the_first_way_through() {
        FunnelCounts counts = pass(
                FunnelShape.of(2, WEEK),
                new Row(1, 0, 0),
                new Row(1, 2, 1),
                new Row(1, 2.5, 1),
                new Row(2, 0, 0),
                new Row(2, 6, 1));

        assertThat(counts.gaps(1).size()).isEqualTo(2);
        assertThat(counts.gaps(1).quantile(0.5)).hasValue(2 * DAY);
        assertThat(counts.gaps(1).quantile(1)).hasValue(6 * DAY);
    }

    @Test
    void who_stopped_where_how_long_they_are_silent_and_who_still_has_time() {
        FunnelCounts counts = pass(
                FunnelShape.of(2, WEEK),
                new Row(1, 95, 0),
                new Row(2, 60, 0),
                new Row(3, 40, 0),
                new Row(4, 90, 0),
                new Row(4, 91, 1));

        assertThat(counts.stopped(0)).isEqualTo(3);
        assertThat(counts.waiting(0)).isEqualTo(1);
        assertThat(counts.typicalSilence(0)).hasValue(40);
        assertThat(counts.silentFor(0, 41)).isEqualTo(1);
    }

    @Test
    void rows_out_of_order_end_the_pass() {
        FunnelShape shape = FunnelShape.of(2, WEEK);

        assertThatThrownBy(() -> pass(shape, new Row(1, 1, 0), new Row(1, 0, 1)))
                .hasMessageContaining("order of time");
        assertThatThrownBy(() -> pass(shape, new Row(2, 1, 0), new Row(1, 2, 1)))
                .hasMessageContaining("order of visitors");
    }

    /** Tries every way through the rows of a visitor; only for few rows. */
    @Test
    void random_visitors_reach_what_trying_every_way_says() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 400; round++) {
            FunnelShape shape = shape(random);
            List<Row> rows = rows(random, shape.steps());
            List<Long> expected = IntStream.range(0, shape.steps())
                    .mapToObj(step -> LongVisitors.of(rows)
                            .filter(visitor -> reaches(shape, visitor, step))
                            .count())
                    .toList();
            assertThat(reached(shape, rows.toArray(Row[]::new)))
                    .as("round %d of seed 7: %s %s", round, shape, rows)
                    .isEqualTo(expected);
        }
    }

    private static FunnelShape shape(SplittableRandom random) {
        int steps = 2 + random.nextInt(4);
        List<Boolean> optional = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            optional.add(step > 0 && step < steps - 1 && random.nextInt(3) == 0);
        }
        return new FunnelShape(optional, random.nextBoolean() ? WEEK : WEEK_A_STEP);
    }

    private static List<Row> rows(SplittableRandom random, int steps) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(22); i++) {
            int step = random.nextInt(steps);
            boolean both = random.nextInt(5) == 0;
            double day = i + random.nextInt(3) / 4.0;
            rows.add(new Row(random.nextInt(3), day, both ? new int[] {step, (step + 1) % steps} : new int[] {step}));
        }
        rows.sort(Comparator.comparingLong(Row::visitor).thenComparingDouble(Row::day));
        return rows;
    }

    /** The rows of each visitor. */
    private static final class LongVisitors {
        static java.util.stream.Stream<List<Row>> of(List<Row> rows) {
            return rows.stream()
                    .map(Row::visitor)
                    .distinct()
                    .map(visitor -> rows.stream()
                            .filter(row -> row.visitor() == visitor)
                            .toList());
        }
    }

    private static boolean reaches(FunnelShape shape, List<Row> rows, int step) {
        return IntStream.range(0, rows.size())
                .anyMatch(i -> isStep(rows.get(i), 0) && goesOn(shape, rows, new Way(i, i, 0), step));
    }

    /** Where a way began and stands: rows, and the step reached. */
    private record Way(int first, int at, int step) {}

    private static boolean goesOn(FunnelShape shape, List<Row> rows, Way way, int wanted) {
        if (way.step() == wanted) {
            return true;
        }
        for (int next = way.at() + 1; next < rows.size(); next++) {
            for (int step = way.step() + 1; step <= wanted; step++) {
                Row from = rows.get(shape.window().from() == From.FIRST_STEP ? way.first() : way.at());
                boolean inTime = rows.get(next).day() - from.day() <= 7;
                boolean mayFollow = IntStream.range(way.step() + 1, step)
                        .allMatch(between -> shape.optional().get(between));
                if (inTime
                        && mayFollow
                        && isStep(rows.get(next), step)
                        && goesOn(shape, rows, new Way(way.first(), next, step), wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStep(Row row, int step) {
        return Arrays.stream(row.steps()).anyMatch(own -> own == step);
    }
}
