package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A period of a KPI beside the year before: by the calendar, and around Idulfitri also by the distance from the feast. */
final class YearBefore {

    /** Fewer empty days in a row may be chance. */
    private static final int PAUSE_DAYS = 3;

    /** With less than this on an ordinary day, a day without anything is no pause. */
    private static final double BUSY = 2;

    private final BusinessCalendar calendar = BusinessCalendar.indonesia();
    private final Days days;
    private final Grain grain;

    YearBefore(Days days, Grain grain) {
        this.days = days;
        this.grain = grain;
    }

    /** The comparison; empty when the year before is not known whole, or was empty. */
    Optional<YearAgo> of(Period period) {
        Period before = calendarYearBefore(period);
        return change(period, before).map(naive -> {
            boolean moved = calendar.meetsIdulfitri(period) || calendar.meetsIdulfitri(before);
            Optional<Double> aligned = moved ? change(period, calendar.yearBefore(period)) : Optional.empty();
            Optional<Period> pause = moved ? pause(before).or(() -> pause(period)) : Optional.empty();
            return new YearAgo(naive, aligned, pause);
        });
    }

    private Period calendarYearBefore(Period period) {
        boolean dates = grain != Grain.DAY && grain != Grain.WEEK;
        return dates
                ? new Period(
                        period.first().minusYears(1),
                        period.last().plusDays(1).minusYears(1).minusDays(1))
                : new Period(period.first().minusWeeks(52), period.last().minusWeeks(52));
    }

    private Optional<Double> change(Period now, Period before) {
        return days.sum(before)
                .filter(sum -> sum > 0)
                .flatMap(sum -> days.sum(now).map(later -> later / sum - 1));
    }

    /** The longest run of empty days around the feast, if trade is otherwise busy. */
    private Optional<Period> pause(Period period) {
        double perDay = days.sum(period).orElse(0.0) / period.days();
        if (perDay < BUSY) {
            return Optional.empty();
        }
        List<Double> values = days.values(period);
        int best = 0;
        int end = 0;
        int run = 0;
        for (int day = 0; day < values.size(); day++) {
            boolean around = calendar.meetsIdulfitri(one(period.first().plusDays(day)));
            run = values.get(day) == 0 && around ? run + 1 : 0;
            if (run > best) {
                best = run;
                end = day;
            }
        }
        LocalDate last = period.first().plusDays(end);
        return best < PAUSE_DAYS ? Optional.empty() : Optional.of(new Period(last.minusDays(best - 1L), last));
    }

    private static Period one(LocalDate day) {
        return new Period(day, day);
    }
}
