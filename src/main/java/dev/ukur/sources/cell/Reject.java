package dev.ukur.sources.cell;

import java.util.Locale;

/** Why a cell, or a whole column of cells, cannot be read. */
public enum Reject {
    /** No number, or one written with broken grouping ({@code 1.25} where the point groups thousands). */
    NOT_A_NUMBER,
    /** Some cells show a decimal point, others a decimal comma. */
    MIXED_NUMBER_LOCALE,
    /** Only cells such as {@code 150.000}, and nothing declared. */
    AMBIGUOUS_NUMBER_LOCALE,
    /** The profile declares one way of writing numbers, the cells show the other. */
    DECLARED_LOCALE_CONTRADICTED,
    /** No date, or one whose day and month cannot be told apart. */
    BAD_OR_AMBIGUOUS_DATE;

    /** The stable code shown to users, for example {@code not_a_number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
