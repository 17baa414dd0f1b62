package dev.ukur.stats.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventDaysTest {

    private static final int YEAR = 365;

    /** Weekday and trend exactly, and 7 more on four event days, one of each weekday in turn: the effect is 7. */
    @Test
    void an_effect_beyond_weekday_and_trend_is_found_exactly() {
        double[] values = new double[140];
        boolean[] event = new boolean[140];
        for (int day : new int[] {9, 40, 73, 102}) {
            event[day] = true;
        }
        for (int day = 0; day < 140; day++) {
            values[day] = 100 + 20 * (day % 7) + 0.5 * day + (event[day] ? 7 : 0);
        }
        EventDays answer = EventDays.of(values, event);

        assertThat(answer.effect().value()).isCloseTo(7, within(1e-9));
        assertThat(answer.eventDays()).isEqualTo(4);
        assertThat(answer.weeks()).isEqualTo(20);
        assertThat(answer.test().p()).isLessThan(0.05);
    }

    @Test
    void what_cannot_be_told_apart_is_refused() {
        boolean[] everyMonday = new boolean[70];
        for (int day = 0; day < 70; day += 7) {
            everyMonday[day] = true;
        }
        double[] values = new Random(56).doubles(70).toArray();

        assertThatThrownBy(() -> EventDays.of(values, everyMonday)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventDays.of(values, new boolean[70])).isInstanceOf(IllegalArgumentException.class);
        boolean[] one = new boolean[14];
        one[3] = true;
        assertThatThrownBy(() -> EventDays.of(new double[14], one)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * 400 years without effect: busy weekends, a trend, days that resemble the day before (.5 of yesterday's deviation),
     * six events on Saturday and Sunday. At 5 % between 3 and 7 % are rejected.
     */
    @Test
    @Tag("slow")
    void of_years_without_effect_a_twentieth_is_rejected() {
        Random random = new Random(57);
        int rejected = 0;
        for (int year = 0; year < 400; year++) {
            boolean[] event = new boolean[YEAR];
            for (int i = 0; i < 6; i++) {
                int saturday = 5 + 7 * (1 + random.nextInt(50));
                event[saturday] = true;
                event[saturday + 1] = true;
            }
            double[] values = new double[YEAR];
            double deviation = 0;
            for (int day = 0; day < YEAR; day++) {
                deviation = 0.5 * deviation + random.nextGaussian();
                values[day] = 50 + 0.02 * day + (day % 7 > 4 ? 5 : 0) + deviation;
            }
            rejected += EventDays.of(values, event).test().p() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 400.0).isBetween(0.03, 0.07);
    }
}
