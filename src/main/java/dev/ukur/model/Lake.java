package dev.ukur.model;

import java.util.List;

/**
 * What the tables of a user's own lake mean, as {@code lake.yaml} says. They are only read.
 *
 * @param tables each mapped to a canonical table; several may be mapped to one
 * @param staleDays after so many days without a pull, answers from what was pulled say so
 */
public record Lake(List<LakeTable> tables, int staleDays) {

    /** The usual time after which a pull is missed: a nightly one that failed twice. */
    public static final int STALE_DAYS = 2;

    public Lake {
        tables = List.copyOf(tables);
    }
}
