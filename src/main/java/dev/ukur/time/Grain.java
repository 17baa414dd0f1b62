package dev.ukur.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How finely time is cut. {@code TOTAL} does not cut at all. Which days make a week or year is a {@link FiscalCalendar}'s. */
public enum Grain {
    HOUR,
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
     * The whole period of this grain that holds a day, in the civil calendar. Where a workspace's own weeks and years
     * matter, its {@link FiscalCalendar} is asked instead.
     *
     * @throws IllegalStateException for {@code TOTAL}, which has no period of its own
     */
    public Period around(LocalDate day) {
        return FiscalCalendar.CIVIL.around(this, day);
    }
}
