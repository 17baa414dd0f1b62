package dev.ukur.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How finely time is cut. Weeks are ISO weeks: Monday to Sunday. {@code TOTAL} does not cut at all. */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    TOTAL;

    /** The word used in commands and files: {@code day}, {@code week} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grain of a word, or empty. */
    public static Optional<Grain> of(String word) {
        return Arrays.stream(values())
                .filter(grain -> grain.word().equals(word))
                .findFirst();
    }

    /** All words, in order from fine to coarse. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Grain::word).toList();
    }

    /**
     * The whole period of this grain that holds a day.
     *
     * @throws IllegalStateException for {@code TOTAL}, which has no period of its own
     */
    public Period around(LocalDate day) {
        LocalDate first = start(day);
        return switch (this) {
            case DAY -> new Period(first, first);
            case WEEK -> new Period(first, first.plusDays(6));
            case MONTH -> new Period(first, first.plusMonths(1).minusDays(1));
            case QUARTER -> new Period(first, first.plusMonths(3).minusDays(1));
            case YEAR -> new Period(first, first.plusYears(1).minusDays(1));
            case TOTAL -> throw new IllegalStateException("a total has no period of its own");
        };
    }

    private LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY, TOTAL -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
