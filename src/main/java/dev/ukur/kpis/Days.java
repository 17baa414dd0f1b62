package dev.ukur.kpis;

import dev.ukur.stats.forecast.DayCourse;
import dev.ukur.stats.forecast.DayShape;
import dev.ukur.stats.forecast.Prognosis;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days of a KPI whose periods are the sums of their days, and what the {@link TradeCalendar} makes of any
 * day.
 */
final class Days {

    /** A difference between a period and the sum of its days up to this share is rounding. */
    private static final double ROUNDING = 0.005;

    private final Period span;
    private final double[] values;
    private final TradeCalendar calendar;
    private final Map<LocalDate, Double> worths = new HashMap<>();
    private @Nullable DayShape shape;

    private Days(Period span, double[] values, TradeCalendar calendar) {
        this.span = span;
        this.values = values;
        this.calendar = calendar;
    }

    /**
     * The days of a history.
     *
     * @param known the value of each day that has one; a day without rows counts as 0
     * @param history of the whole periods; the days of a period that do not add up to it (rows whose day is not known) are
     *     left out
     * @param calendar what is known of days beforehand
     * @param span all days there are data for
     */
    static Days of(Map<LocalDate, Double> known, History history, TradeCalendar calendar, Period span) {
        double[] values = new double[(int) span.days()];
        for (int day = 0; day < values.length; day++) {
            values[day] = Math.max(0, known.getOrDefault(span.first().plusDays(day), 0.0));
        }
        for (History.Entry entry : history.entries()) {
            if (span.holds(entry.period()) && !addsUp(values, entry, span)) {
                int from = index(span, entry.period().first());
                Arrays.fill(values, from, from + (int) entry.period().days(), Double.NaN);
            }
        }
        return new Days(span, values, calendar);
    }

    private static boolean addsUp(double[] values, History.Entry entry, Period span) {
        int from = index(span, entry.period().first());
        double sum =
                Arrays.stream(values, from, from + (int) entry.period().days()).sum();
        double whole = entry.value().value().orElse(0.0);
        return Math.abs(sum - whole) <= ROUNDING * Math.abs(whole);
    }

    /** These days up to one of them; empty when none is left. */
    Optional<Days> until(LocalDate last) {
        if (last.isBefore(span.first())) {
            return Optional.empty();
        }
        if (!last.isBefore(span.last())) {
            return Optional.of(this);
        }
        Period kept = new Period(span.first(), last);
        return Optional.of(new Days(kept, Arrays.copyOf(values, (int) kept.days()), calendar));
    }

    /** The first and the last day known. */
    Period span() {
        return span;
    }

    /** What the calendar makes of a period: the days an ordinary run of days would need for as much. */
    double worth(Period period) {
        double worth = 0;
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            worth += worth(day);
        }
        return worth;
    }

    private double worth(LocalDate day) {
        return worths.computeIfAbsent(day, any -> shape().factor(calendar.classes(any)));
    }

    /** Found when it is first asked for: often fewer days are wanted, and then only theirs. */
    private DayShape shape() {
        if (shape == null) {
            int[][] classes = IntStream.range(0, values.length)
                    .mapToObj(day -> calendar.classes(span.first().plusDays(day)))
                    .toArray(int[][]::new);
            shape = DayShape.of(new DayShape.Days(values, classes, calendar.sizes()));
        }
        return shape;
    }

    /** The sum of some days; empty when one of them is not known. */
    Optional<Double> sum(Period period) {
        if (!span.holds(period)) {
            return Optional.empty();
        }
        int from = index(span, period.first());
        double sum = Arrays.stream(values, from, from + (int) period.days()).sum();
        return Double.isNaN(sum) ? Optional.empty() : Optional.of(sum);
    }

    /** The values of some known days, in order; NaN where one is not known. */
    List<Double> values(Period period) {
        int from = index(span, period.first());
        return Arrays.stream(values, from, from + (int) period.days()).boxed().toList();
    }

    /** The sum of the days after the last known one, up to another; empty when it cannot be judged. */
    Optional<Prognosis> rest(LocalDate last) {
        int ahead = (int) ChronoUnit.DAYS.between(span.last(), last);
        double[] worth = new double[values.length + Math.max(0, ahead)];
        for (int day = 0; day < worth.length; day++) {
            worth[day] = worth(span.first().plusDays(day));
        }
        return DayCourse.of(values, worth).next(ahead);
    }

    private static int index(Period span, LocalDate day) {
        return (int) ChronoUnit.DAYS.between(span.first(), day);
    }
}
