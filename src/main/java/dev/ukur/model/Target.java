package dev.ukur.model;

import dev.ukur.problem.Location;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where a KPI is to be, and when.
 *
 * @param value the number per period of the KPI's cadence; shares as 0..1; a change as 0.15 for {@code +15%}
 * @param form how it was written
 * @param due the last day to be there
 * @param at where the target stands
 */
public record Target(BigDecimal value, Form form, LocalDate due, Location at) {

    /** How a target was written; only together with the metric's unit does it say what is meant. */
    public enum Form {
        /** A plain number, in the metric's unit. */
        LEVEL,
        /** A percentage without sign, {@code 3.5%}: a level that only a share can have. */
        PERCENT,
        /** A percentage with sign, {@code +15%}: a change relative to the baseline. */
        CHANGE
    }

    /** A target as a plain level, or as a change relative to the baseline. */
    public Target(BigDecimal value, boolean relative, LocalDate due, Location at) {
        this(value, relative ? Form.CHANGE : Form.LEVEL, due, at);
    }

    /** Whether the value is a change relative to the baseline rather than a level. */
    public boolean relative() {
        return form == Form.CHANGE;
    }
}
