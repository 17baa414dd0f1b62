package dev.ukur.stats.fit;

/** Why data do not determine a model's parameters. */
public enum Degeneracy {
    /** Nobody bought again, or nobody left: nothing to learn from. */
    NOTHING_HAPPENED,
    /** Customers do not visibly drop out: a model without drop-out explains the data as well. */
    NO_DROP_OUT,
    /** Parameters run away to 0 or infinity, mostly because all customers are alike. */
    RUNS_AWAY,
    /** The likelihood is flat in some direction. */
    FLAT
}
