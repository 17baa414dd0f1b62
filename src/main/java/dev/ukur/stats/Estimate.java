package dev.ukur.stats;

/**
 * A number computed from a sample, with how far it may be off.
 *
 * @param value the number
 * @param se its standard error, not negative
 * @param df degrees of freedom behind the standard error; infinite when the normal distribution serves
 */
public record Estimate(double value, double se, double df) {

    public Estimate {
        if (!Double.isFinite(value) || !(se >= 0) || Double.isInfinite(se) || !(df > 0)) {
            throw new IllegalArgumentException("no estimate of " + value + " with error " + se + " and df " + df);
        }
    }

    /** An estimate whose error is normal. */
    public static Estimate normal(double value, double se) {
        return new Estimate(value, se, Double.POSITIVE_INFINITY);
    }

    /** The 95 % interval {@code value ± t se}. */
    public Interval interval() {
        return interval(0.95);
    }

    /**
     * The interval that holds the truth with the probability given.
     *
     * @param level strictly between 0 and 1
     */
    public Interval interval(double level) {
        double reach = new StudentT(df).quantile(0.5 + level / 2) * se;
        return new Interval(value - reach, value + reach);
    }

    /** The two-sided p-value of "the truth is 0". With no error at all it is 0, or 1 when the value is 0. */
    public double p() {
        if (se == 0) {
            return value == 0 ? 1 : 0;
        }
        return new StudentT(df).beyond(value / se);
    }

    /**
     * This minus another, from independent samples: variances add, degrees of freedom after Welch and Satterthwaite,
     * {@code (v1 + v2)² / (v1²/df1 + v2²/df2)}. Source: Welch 1947, Biometrika 34:28.
     */
    public Estimate minus(Estimate other) {
        return new Estimate(value - other.value, Math.hypot(se, other.se), jointDf(other));
    }

    /**
     * How much larger this is than a baseline from an independent sample, as a share of the baseline, by the delta
     * method: {@code a/b - 1} with variance {@code va/b² + a² vb/b⁴}.
     *
     * @param baseline not 0
     */
    public Estimate liftOver(Estimate baseline) {
        double base = baseline.value;
        if (base == 0) {
            throw new IllegalArgumentException("no lift over a baseline of 0");
        }
        double error = Math.hypot(se / base, value * baseline.se / (base * base));
        return new Estimate(value / base - 1, error, jointDf(baseline));
    }

    private double jointDf(Estimate other) {
        double mine = se * se;
        double theirs = other.se * other.se;
        double loss = mine * mine / df + theirs * theirs / other.df;
        return loss == 0 ? Double.POSITIVE_INFINITY : (mine + theirs) * (mine + theirs) / loss;
    }
}
