package dev.ukur.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days that move Indonesian trade from year to year. Idulfitri wanders through the year by about eleven days, and
 * Ramadan, the holiday bonus and the journey home go with it.
 */
public final class BusinessCalendar {

    /** Ramadan, and the days until people are back. */
    private static final int DAYS_BEFORE = 30;

    private static final int DAYS_AFTER = 14;
    private static final int SAME_WEEKDAY = 364;
    private static final int LAST_COMPUTED_YEAR = 2060;
    private static final int SHAWWAL = 10;

    private static final BusinessCalendar INDONESIA = new BusinessCalendar(decreed());

    private final TreeSet<LocalDate> idulfitri;

    private BusinessCalendar(List<LocalDate> decreed) {
        idulfitri = new TreeSet<>(decreed);
        int year = idulfitri.last().getYear() + 1;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() <= LAST_COMPUTED_YEAR; day = day.plusDays(1)) {
            HijrahDate hijri = HijrahDate.from(day);
            if (hijri.get(ChronoField.MONTH_OF_YEAR) == SHAWWAL && hijri.get(ChronoField.DAY_OF_MONTH) == 1) {
                idulfitri.add(day);
            }
        }
    }

    /** Official days from 2000 on; later than the last decree as the Umm al-Qura calendar has them. */
    public static BusinessCalendar indonesia() {
        return INDONESIA;
    }

    /** The first days of Idulfitri in a year: one, seldom two, in order. */
    public List<LocalDate> idulfitri(int year) {
        return idulfitri.stream().filter(day -> day.getYear() == year).toList();
    }

    /**
     * The comparable days of the year before, as many as there are: around Idulfitri those that lie just as far from the
     * Idulfitri before, else the same weekdays 52 weeks earlier.
     */
    public Period yearBefore(Period period) {
        long back = festival(period).map(this::distance).orElse((long) SAME_WEEKDAY);
        return new Period(period.first().minusDays(back), period.last().minusDays(back));
    }

    /** The Idulfitri whose season a period meets. */
    private Optional<LocalDate> festival(Period period) {
        return idulfitri.stream()
                .filter(day -> !period.last().isBefore(day.minusDays(DAYS_BEFORE))
                        && !period.first().isAfter(day.plusDays(DAYS_AFTER)))
                .filter(day -> idulfitri.lower(day) != null)
                .findFirst();
    }

    private long distance(LocalDate festival) {
        return ChronoUnit.DAYS.between(Objects.requireNonNull(idulfitri.lower(festival)), festival);
    }

    private static List<LocalDate> decreed() {
        List<LocalDate> days = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(BusinessCalendar.class.getResourceAsStream("holidays-id.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> days.add(LocalDate.parse(line.substring(0, line.indexOf(',')))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }
}
