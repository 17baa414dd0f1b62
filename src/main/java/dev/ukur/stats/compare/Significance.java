package dev.ukur.stats.compare;

/**
 * The outcome of a test.
 *
 * @param statistic what was computed: z, t or chi-square
 * @param p the probability of a statistic at least as extreme when there is no difference, two-sided
 */
public record Significance(double statistic, double p) {}
