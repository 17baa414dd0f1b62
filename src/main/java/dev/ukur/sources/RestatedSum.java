package dev.ukur.sources;

import dev.ukur.store.Restated;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a load changed in one column of one day.
 *
 * @param day the rows' day, or the first of their period
 * @param column as {@code table.column}
 * @param before the sum the load replaced
 * @param after the sum since
 */
public record RestatedSum(LocalDate day, String column, BigDecimal before, BigDecimal after) {

    /** As the store tells it. */
    public static RestatedSum of(Restated told) {
        return new RestatedSum(told.day(), told.table() + "." + told.column(), told.before(), told.after());
    }
}
