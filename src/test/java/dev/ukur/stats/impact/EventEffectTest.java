package dev.ukur.stats.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventEffectTest {

    private static final int YEAR = 364;

    /** Without noise the regression gives back what was planted: weekdays, a trend, 7 for the event, 20 for the other. */
    @Test
    void planted_effects_of_several_events_are_given_back_exactly() {
        boolean[] event = marks(40, 131, 250);
        boolean[][] others = {marks(60, 61, 151)};
        double[] values = new double[YEAR];
        for (int i = 0; i < YEAR; i++) {
            values[i] = 100 + 3 * (i % 7) + 0.01 * i + (event[i] ? 7 : 0) + (others[0][i] ? 20 : 0);
        }
        EventEffect effect = EventEffect.of(values, event, others);
        assertThat(effect.effect()).isCloseTo(7, within(1e-9));
        assertThat(effect.interval().low()).isCloseTo(7, within(1e-9));
        assertThat(effect.test().p()).isLessThan(0.001);
    }

    @Test
    void event_days_that_are_those_of_another_event_are_refused() {
        boolean[] event = marks(40, 131);
        double[] values = new Random(1).doubles(YEAR).toArray();
        assertThatThrownBy(() -> EventEffect.of(values, event, new boolean[][] {event.clone()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be told");
    }

    @Test
    void the_same_series_gives_the_same_placebos() {
        boolean[] event = marks(40, 131);
        double[] values = new Random(1).doubles(YEAR).toArray();
        assertThat(EventEffect.of(values, event, new boolean[0][]).placebos())
                .isEqualTo(EventEffect.of(values, event, new boolean[0][]).placebos());
    }

    /** 400 years without effect, weekday pattern and days that resemble their neighbours, 4 weekend events each. */
    @Test
    @Tag("slow")
    void a_nominal_five_percent_is_five_percent_on_400_years_without_effect() {
        Random dice = new Random(20261127);
        int alarms = 0;
        int outside = 0;
        for (int year = 0; year < 400; year++) {
            boolean[] event = weekends(dice);
            EventEffect effect = EventEffect.of(year(dice, event, 0), event, new boolean[0][]);
            alarms += effect.test().p() <= 0.05 ? 1 : 0;
            outside += effect.interval().holds(0) ? 0 : 1;
        }
        assertThat(alarms / 400.0).isBetween(0.03, 0.07);
        assertThat(outside / 400.0).isBetween(0.03, 0.08);
    }

    @Test
    @Tag("slow")
    void planted_lifts_lie_inside_the_interval_as_often_as_it_says() {
        Random dice = new Random(7);
        int inside = 0;
        for (int year = 0; year < 400; year++) {
            boolean[] event = weekends(dice);
            double lift = 5 + 30 * dice.nextDouble();
            inside += EventEffect.of(year(dice, event, lift), event, new boolean[0][])
                            .interval()
                            .holds(lift)
                    ? 1
                    : 0;
        }
        assertThat(inside / 400.0).isBetween(0.92, 0.97);
    }

    private static double[] year(Random dice, boolean[] event, double lift) {
        double[] weekdays = {0, 2, -3, 4, 10, 25, 18};
        double[] values = new double[YEAR];
        double noise = 0;
        for (int i = 0; i < YEAR; i++) {
            noise = 0.5 * noise + 10 * Math.sqrt(0.75) * dice.nextGaussian();
            values[i] = 100 + weekdays[i % 7] + noise + (event[i] ? lift : 0);
        }
        return values;
    }

    /** Saturday and Sunday of four different weeks. */
    private static boolean[] weekends(Random dice) {
        boolean[] event = new boolean[YEAR];
        dice.ints(0, YEAR / 7).distinct().limit(4).forEach(week -> {
            event[week * 7 + 5] = true;
            event[week * 7 + 6] = true;
        });
        return event;
    }

    private static boolean[] marks(int... days) {
        boolean[] marks = new boolean[YEAR];
        for (int day : days) {
            marks[day] = true;
        }
        return marks;
    }
}
