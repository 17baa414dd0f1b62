package dev.ukur.store;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a load changed in one column of one day: rows it superseded, against the rows of the same keys that it brought.
 *
 * @param table canonical table
 * @param day the row's day, or the first of its period
 * @param column a count or an amount
 * @param before sum before the load; unknown values do not count
 * @param after sum since the load
 */
public record Restated(String table, LocalDate day, String column, BigDecimal before, BigDecimal after) {}
