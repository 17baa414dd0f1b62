package dev.ukur.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months that fall short, and the day on which a path shaped by the calendar and a straight one notice. */
class PaceAlarmTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int MONTHS = 250;
    private static final double FALSE_ALARMS = 0.05;
    private static final double SHORTFALL = 0.75;
    private static final int FROM_DAY = 3;

    /** A month: what came each day, and the share of the path done by the end of each day, shaped and straight. */
    private record Month(double[] came, double expected, double[] shaped, double[] straight) {}

    @Test
    void a_shaped_path_raises_a_true_alarm_earlier_at_equal_false_alarms() {
        List<Month> good = months(1, 1.0);
        List<Month> bad = months(2, SHORTFALL);

        double shaped = day(good, bad, Month::shaped);
        double straight = day(good, bad, Month::straight);

        System.out.printf(
                "a month that falls short by %.0f %% is noticed after %.1f days on the shaped path, %.1f on the straight one,"
                        + " at %.0f %% false alarms%n",
                100 * (1 - SHORTFALL), shaped, straight, 100 * FALSE_ALARMS);
        assertThat(shaped).isLessThan(straight - 1);
    }

    /** The mean day of the alarm in short months; a month without one counts to its end. */
    private static double day(List<Month> good, List<Month> bad, java.util.function.Function<Month, double[]> path) {
        double[] worst = good.stream()
                .mapToDouble(month -> IntStream.rangeClosed(FROM_DAY, month.came().length)
                        .mapToDouble(day -> behind(month, path.apply(month), day))
                        .max()
                        .orElseThrow())
                .sorted()
                .toArray();
        double threshold = worst[(int) Math.ceil(worst.length * (1 - FALSE_ALARMS)) - 1];
        ToDoubleFunction<Month> alarm = month -> IntStream.rangeClosed(FROM_DAY, month.came().length)
                .filter(day -> behind(month, path.apply(month), day) > threshold)
                .findFirst()
                .orElse(month.came().length);
        return bad.stream().mapToDouble(alarm).average().orElseThrow();
    }

    /** How far behind the path, in units of the scatter that sums of so many days have. */
    private static double behind(Month month, double[] share, int day) {
        double came = Arrays.stream(month.came(), 0, day).sum();
        double path = month.expected() * share[day - 1];
        return (path - came) / Math.sqrt(month.expected() * day);
    }

    /** The path is learnt from the two years before the month. */
    private static List<Month> months(int seed, double factor) {
        Random random = new Random(seed);
        return IntStream.range(0, MONTHS).mapToObj(i -> month(random, factor)).toList();
    }

    private static Month month(Random random, double factor) {
        Shop shop = new Shop(random);
        Period due = Grain.MONTH.around(FIRST.plusMonths(24 + random.nextInt(12)));
        Period before = new Period(FIRST, due.first().minusDays(1));
        double[] past = shop.days(before);
        Map<LocalDate, Double> known = new HashMap<>();
        for (int day = 0; day < past.length; day++) {
            known.put(FIRST.plusDays(day), past[day]);
        }
        History none =
                new History(List.of(), Optional.of(FIRST), Optional.of(before.last()), Optional.empty(), List.of());
        Days days = Days.of(known, none, TradeCalendar.official(), before);
        int length = (int) due.days();
        double[] shaped = new double[length];
        double[] straight = new double[length];
        double[] came = new double[length];
        double ordinary = 40;
        double expected = 0;
        for (int day = 0; day < length; day++) {
            LocalDate date = due.first().plusDays(day);
            double mean = ordinary * shop.worth(date);
            expected += mean;
            came[day] = factor * mean + Math.sqrt(mean) * 1.5 * random.nextGaussian();
            shaped[day] = days.worth(new Period(due.first(), date)) / days.worth(due);
            straight[day] = (day + 1.0) / length;
        }
        return new Month(came, expected, shaped, straight);
    }
}
