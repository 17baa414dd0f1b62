package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DayShapeTest {

    private static final double[] WEEK = {0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 0.6};

    /** Two years at a level of 100; every twentieth day a feast that sells three times as much. */
    @Test
    void weekday_and_feast_are_told_apart() {
        DayShape shape = DayShape.of(days(728, 100));

        for (int weekday = 0; weekday < 7; weekday++) {
            assertThat(shape.factor(0, weekday)).isCloseTo(WEEK[weekday], within(0.02));
        }
        assertThat(shape.factor(1, 0)).isEqualTo(1);
        // Drawn towards 1 as if one ordinary day more had been seen: (37 · 3 + 1) / 38 and about that.
        assertThat(shape.factor(1, 1)).isCloseTo(3, within(0.1));
        assertThat(shape.factor(new int[] {5, 1})).isCloseTo(1.4 * 3, within(0.15));
    }

    /** One feast of three seen: (3 + 1) / (1 + 1) = 2. */
    @Test
    void what_was_seen_once_is_believed_half() {
        double[] values = new double[70];
        int[][] classes = new int[70][2];
        Arrays.fill(values, 50);
        values[35] = 150;
        classes[35][1] = 1;
        for (int day = 0; day < 70; day++) {
            classes[day][0] = day % 7;
        }
        DayShape shape = DayShape.of(new DayShape.Days(values, classes, new int[] {7, 2}));

        assertThat(shape.factor(1, 1)).isCloseTo(2, within(0.1));
    }

    @Test
    void days_without_anything_give_a_flat_shape() {
        DayShape shape = DayShape.of(new DayShape.Days(new double[10], new int[10][2], new int[] {7, 2}));

        assertThat(shape.factor(new int[] {3, 1})).isEqualTo(1);
    }

    /** With an exact shape and level the next days are known: 100 a day, a week of which is worth 7. */
    @Test
    void the_next_days_bring_the_level_times_what_they_are_worth() {
        DayShape.Days days = days(280, 100);
        double[] worth = new double[294];
        for (int day = 0; day < worth.length; day++) {
            worth[day] = WEEK[day % 7] * (day % 20 == 0 ? 3 : 1);
        }
        Prognosis next = DayCourse.of(days.values(), worth).next(7).orElseThrow();

        double week = Arrays.stream(worth, 280, 287).sum();
        assertThat(next.mean()[0]).isCloseTo(100 * week, within(1e-6));
        assertThat(next.spread()[0]).isCloseTo(0, within(1e-6));
        assertThat(DayCourse.of(Arrays.copyOf(days.values(), 50), worth).next(7))
                .isEmpty();
    }

    /** Level 100, each weekday its share, every twentieth day a feast. */
    private static DayShape.Days days(int count, double level) {
        double[] values = new double[count];
        int[][] classes = new int[count][2];
        for (int day = 0; day < count; day++) {
            boolean feast = day % 20 == 0;
            classes[day] = new int[] {day % 7, feast ? 1 : 0};
            values[day] = level * WEEK[day % 7] * (feast ? 3 : 1);
        }
        return new DayShape.Days(values, classes, new int[] {7, 2});
    }
}
