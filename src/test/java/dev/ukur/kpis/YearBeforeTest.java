package dev.ukur.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class YearBeforeTest {

    private final BusinessCalendar calendar = BusinessCalendar.indonesia();

    /** 20 % more on every day than a year before; the second week before the feast sells double, the feast a third. */
    @Test
    void putting_the_feasts_over_each_other_more_than_halves_the_error_of_the_calendar() {
        double growth = 0.2;
        double naive = 0;
        double aligned = 0;
        int months = 0;
        for (int year = 2006; year <= 2026; year++) {
            Period span = new Period(LocalDate.of(year - 2, 12, 1), LocalDate.of(year, 12, 31));
            Random random = new Random(year);
            int now = year;
            Days days = days(span, day -> {
                double level = 1000 * Math.pow(1 + growth, (day.toEpochDay() - now * 365.25) / 365.25);
                return level * lebaran(day) * (1 + 0.02 * random.nextGaussian());
            });
            for (int month = 1; month <= 12; month++) {
                Period period = Grain.MONTH.around(LocalDate.of(year, month, 1));
                YearAgo ago = new YearBefore(days, Grain.MONTH).of(period).orElseThrow();
                if (ago.aligned().isPresent()) {
                    naive += Math.abs(ago.calendar() - growth);
                    aligned += Math.abs(ago.aligned().get() - growth);
                    months++;
                }
            }
        }
        System.out.printf(
                "%d months around Idulfitri: the growth of a year is missed by %.1f points by the calendar, %.1f aligned%n",
                months, 100 * naive / months, 100 * aligned / months);
        assertThat(months).isGreaterThan(40);
        assertThat(aligned).isLessThan(naive / 2);
    }

    /** April 2024 held the feast of 10 April; April 2025 did not: that of 31 March lay before it. */
    @Test
    void days_on_which_nothing_came_around_the_feast_are_told_as_a_pause() {
        Period span = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 4, 30));
        Period closed = new Period(LocalDate.of(2024, 4, 3), LocalDate.of(2024, 4, 7));
        Days days = days(span, day -> closed.holds(day) ? 0.0 : 10.0);

        YearAgo april = new YearBefore(days, Grain.MONTH)
                .of(Grain.MONTH.around(LocalDate.of(2025, 4, 1)))
                .orElseThrow();

        assertThat(april.calendar()).isCloseTo(300 / 250.0 - 1, within(1e-12));
        // The thirty days from 11 April 2024 on lie as far from their feast as April 2025 from its own.
        assertThat(april.aligned().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(april.pause()).contains(closed);
    }

    @Test
    void far_from_the_feast_only_the_calendar_is_compared_and_without_a_whole_year_before_nothing() {
        Period span = new Period(LocalDate.of(2024, 8, 5), LocalDate.of(2025, 10, 31));
        YearBefore year = new YearBefore(days(span, day -> day.getYear() == 2025 ? 12.0 : 10.0), Grain.MONTH);

        assertThat(year.of(Grain.MONTH.around(LocalDate.of(2025, 10, 1)))).hasValueSatisfying(ago -> {
            assertThat(ago.calendar()).isCloseTo(0.2, within(1e-12));
            assertThat(ago.aligned()).isEmpty();
            assertThat(ago.pause()).isEmpty();
        });
        assertThat(year.of(Grain.MONTH.around(LocalDate.of(2025, 8, 1)))).isEmpty();
    }

    private double lebaran(LocalDate day) {
        return switch (calendar.day(day).season()) {
            case BONUS -> 2.0;
            case FEAST -> 1 / 3.0;
            case EVE -> 1.3;
            case RETURN -> 0.8;
            default -> 1.0;
        };
    }

    private static Days days(Period span, ToDoubleFunction<LocalDate> value) {
        Map<LocalDate, Double> known = new HashMap<>();
        for (LocalDate day = span.first(); !day.isAfter(span.last()); day = day.plusDays(1)) {
            known.put(day, value.applyAsDouble(day));
        }
        History history = new History(
                List.of(), Optional.of(span.first()), Optional.of(span.last()), Optional.empty(), List.of());
        return Days.of(known, history, TradeCalendar.official(), span);
    }
}
