package dev.ukur.kpis;

import dev.ukur.model.Target;
import dev.ukur.stats.forecast.Scale;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What is usual of some days beside others: by weekday, holidays and the campaigns of the calendar where a period is the sum
 * of its days, and by the time of year once that shows in two whole years. A straight shape takes all days for alike.
 */
final class Shape {

    private final Optional<Days> days;
    private final TimeOfYear year;
    private final Target.Path path;

    private Shape(Optional<Days> days, TimeOfYear year, Target.Path path) {
        this.days = days;
        this.year = year;
        this.path = path;
    }

    /** The shape of what is measured, learnt from what is known for good. */
    static Shape of(Measurement what, Outlook.Known known, Target.Path path) {
        return new Shape(
                known.days(), path == Target.Path.STRAIGHT ? TimeOfYear.none() : TimeOfYear.of(what, known), path);
    }

    /** What some days are worth together, an ordinary one 1. */
    double worth(Period period) {
        if (path == Target.Path.STRAIGHT) {
            return period.days();
        }
        double worth = 0;
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            worth += worthOf(day) * Math.exp(year.effect(day.getMonth()));
        }
        return worth;
    }

    private double worthOf(LocalDate day) {
        return days.map(known -> known.worth(new Period(day, day))).orElse(1.0);
    }

    /** The mean value of some periods as it would be if all days were alike. */
    double ordinary(double value, List<Period> periods) {
        if (days.isPresent()) {
            return value / mean(periods, this::worth);
        }
        return moved(value, -mean(periods, year::effect));
    }

    /** What an ordinary value becomes in a period. */
    double shaped(double ordinary, Period period) {
        return days.isPresent() ? ordinary * worth(period) : moved(ordinary, year.effect(period));
    }

    private double moved(double value, double effect) {
        Scale scale = year.scale();
        return effect == 0 || !Double.isFinite(scale.of(value)) ? value : scale.back(scale.of(value) + effect);
    }

    private static double mean(List<Period> periods, ToDoubleFunction<Period> of) {
        return periods.stream().mapToDouble(of).average().orElseThrow();
    }
}
