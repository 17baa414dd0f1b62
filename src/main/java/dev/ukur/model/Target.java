package dev.ukur.model;

import dev.ukur.problem.Location;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where a KPI is to be, and when.
 *
 * @param value the number per period of the KPI's cadence; shares as 0..1
 * @param relative whether the value is a change relative to the baseline ({@code +15%} is 0.15) rather than a level
 * @param due the last day to be there
 * @param at where the target stands
 */
public record Target(BigDecimal value, boolean relative, LocalDate due, Location at) {}
