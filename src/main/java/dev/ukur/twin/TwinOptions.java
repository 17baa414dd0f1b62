package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * What to simulate. Equal options give equal files, byte for byte.
 *
 * @param seed any number
 * @param visitsPerDay visits on an ordinary day, about; everything else of the shop scales with it
 * @param months calendar months touched, the last one up to {@code lastDay}
 * @param lastDay the last day of the exports
 * @param incidents what goes wrong
 */
public record TwinOptions(long seed, int visitsPerDay, int months, LocalDate lastDay, List<Incident> incidents) {

    private static final int ORDINARY_MONTHS = 15;
    private static final long DEMO_SEED = 20_261_122;
    private static final LocalDate DEMO_LAST_DAY = LocalDate.of(2026, 11, 22);

    public TwinOptions {
        incidents = List.copyOf(incidents);
        if (visitsPerDay < 1 || months < 1) {
            throw new IllegalArgumentException(
                    "a shop needs visits [" + visitsPerDay + "] and months [" + months + "]");
        }
    }

    /** With the incidents of the demo. */
    public TwinOptions(long seed, int visitsPerDay, int months, LocalDate lastDay) {
        this(seed, visitsPerDay, months, lastDay, Faults.usual(lastDay));
    }

    /** Fifteen months of a shop of that size. */
    public TwinOptions(long seed, TwinSize size, LocalDate lastDay) {
        this(seed, size.visitsPerDay(), ORDINARY_MONTHS, lastDay);
    }

    /** The demo's shop: always the same one. */
    public static TwinOptions demo(TwinSize size) {
        return new TwinOptions(DEMO_SEED, size, DEMO_LAST_DAY);
    }

    /** First to last day; the first is the first of its month. */
    public Period days() {
        return new Period(lastDay.withDayOfMonth(1).minusMonths(months - 1L), lastDay);
    }

    /** Size against the small shop, 1 for equal. */
    double scale() {
        return visitsPerDay / (double) TwinSize.SMALL.visitsPerDay();
    }
}
