package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How eager people are to shop on a day: weekday, payday, Lebaran, twin dates, slow growth. 1 is ordinary. */
final class Season {

    static final double GROWTH_PER_YEAR = 0.22;
    static final double PAYDAY_LIFT = 1.18;
    static final double TWIN_DATE_LIFT = 2.3;
    static final double TWIN_DATE_LIFT_MARKETPLACE = 4.2;
    static final double LEBARAN_RAMP = 0.75;
    static final double LEBARAN_DIP = 0.5;
    static final int LEBARAN_RAMP_DAYS = 30;

    /** Monday to Sunday. */
    private static final double[] WEEKDAYS = {1.02, 1.0, 0.97, 0.95, 0.93, 1.02, 1.11};

    /** First day of Idul Fitri. */
    private static final List<LocalDate> LEBARAN =
            List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2026, 3, 20), LocalDate.of(2027, 3, 10));

    private final Period days;

    Season(Period days) {
        this.days = days;
    }

    /** Eagerness to visit the web shop. */
    double web(LocalDate day) {
        return ordinary(day) * (twinDate(day) ? TWIN_DATE_LIFT : 1);
    }

    /** Eagerness to buy in the marketplace. */
    double marketplace(LocalDate day) {
        return ordinary(day) * (twinDate(day) ? TWIN_DATE_LIFT_MARKETPLACE : 1);
    }

    /** The discount code of the day, if there is one. */
    Optional<String> promotion(LocalDate day) {
        if (twinDate(day)) {
            return Optional.of("KEMBAR" + day.getMonthValue() + day.getDayOfMonth());
        }
        double toLebaran = daysToLebaran(day);
        return toLebaran >= 6 && toLebaran <= 20 ? Optional.of("LEBARAN") : Optional.empty();
    }

    /** 9.9, 10.10, 11.11 and 12.12. */
    static boolean twinDate(LocalDate day) {
        return day.getMonthValue() >= 9 && day.getMonthValue() == day.getDayOfMonth();
    }

    /** The twin dates of the simulated days. */
    List<LocalDate> twinDates() {
        List<LocalDate> twins = new ArrayList<>();
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            if (twinDate(day)) {
                twins.add(day);
            }
        }
        return twins;
    }

    /** The first days of Idul Fitri within the simulated days. */
    List<LocalDate> lebaran() {
        return LEBARAN.stream().filter(days::holds).toList();
    }

    private double ordinary(LocalDate day) {
        double years = ChronoUnit.DAYS.between(days.first(), day) / 365.0;
        double growth = 1 + GROWTH_PER_YEAR * years;
        double weekday = WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        double payday = day.getDayOfMonth() >= 25 || day.getDayOfMonth() == 1 ? PAYDAY_LIFT : 1;
        return growth * weekday * payday * lebaran(day);
    }

    /** Rises for a month, falls in the week before (parcels come too late), low while people travel. */
    private static double lebaran(LocalDate day) {
        double left = daysToLebaran(day);
        if (left > LEBARAN_RAMP_DAYS || left < -9) {
            return 1;
        }
        if (left >= 7) {
            return 1 + LEBARAN_RAMP * (LEBARAN_RAMP_DAYS - left) / (LEBARAN_RAMP_DAYS - 7);
        }
        if (left >= 2) {
            return 1;
        }
        return left > -5 ? LEBARAN_DIP : 0.8;
    }

    /** Days until the nearest first day of Idul Fitri, negative after it. */
    private static double daysToLebaran(LocalDate day) {
        long nearest = Long.MAX_VALUE;
        for (LocalDate first : LEBARAN) {
            long left = ChronoUnit.DAYS.between(day, first);
            nearest = Math.abs(left) < Math.abs(nearest) ? left : nearest;
        }
        return nearest;
    }
}
