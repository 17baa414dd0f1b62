package dev.ukur.sources.cell;

/** How a column writes shares where a cell has no percent sign. With a percent sign {@code 4.62%} is always 0.0462. */
public enum ShareForm {
    /** Every cell must have the sign; a plain number is rejected. */
    SIGNED,
    /** A plain number is the share itself: {@code 0.0462}. */
    FRACTION,
    /** A plain number is in percent: {@code 4.62}. */
    PERCENT
}
