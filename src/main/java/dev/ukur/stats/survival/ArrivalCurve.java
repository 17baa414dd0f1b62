package dev.ukur.stats.survival;

import dev.ukur.stats.Normal;
import java.util.List;

/**
 * How much of what follows on something has arrived by its age in days. Of what began lately only short delays were seen, so
 * delays are counted among those that could have been seen: with d(j) arrivals after just j days and n(j) after j days or
 * fewer, both of beginnings at least j days old, the share arrived by age a is
 *
 * <pre>
 *   F(a) = Π (1 - d(j) / n(j))   over all delays j longer than a
 * </pre>
 *
 * <p>the product-limit estimate of right truncated delays, of those that arrive within the longest age known. The variance of
 * its logarithm is {@code Σ d / (n (n - d))}. Source: Lagakos, Barraj and De Gruttola 1988, Biometrika 75:515.
 *
 * @param shares by age, from 0 days on
 * @param errors standard error of the logarithm of each share
 */
public record ArrivalCurve(double[] shares, double[] errors) {

    private static final double REACH = Normal.standard().quantile(0.975);

    /**
     * Some arrivals.
     *
     * @param age of what they followed on, in days, today
     * @param delay after how many days they arrived, from 0 to the age
     * @param count how many
     */
    public record Arrivals(int age, int delay, long count) {}

    /** A share with its 95 % interval. */
    public record Share(double value, double low, double high) {}

    /** The curve of some arrivals; everything has arrived where there are none. */
    public static ArrivalCurve of(List<Arrivals> arrivals) {
        int longest = arrivals.stream().mapToInt(Arrivals::delay).max().orElse(0);
        double[] just = new double[longest + 1];
        double[] within = new double[longest + 2];
        for (Arrivals some : arrivals) {
            just[some.delay()] += some.count();
            within[some.delay()] += some.count();
            within[Math.min(some.age(), longest) + 1] -= some.count();
        }
        for (int delay = 1; delay <= longest; delay++) {
            within[delay] += within[delay - 1];
        }
        double[] shares = new double[longest + 1];
        double[] errors = new double[longest + 1];
        shares[longest] = 1;
        double variance = 0;
        for (int delay = longest; delay > 0; delay--) {
            double d = just[delay];
            double n = within[delay];
            shares[delay - 1] = n == 0 ? shares[delay] : shares[delay] * (1 - d / n);
            variance += d == 0 || d == n ? 0 : d / (n * (n - d));
            errors[delay - 1] = Math.sqrt(variance);
        }
        return new ArrivalCurve(shares, errors);
    }

    /** The share arrived by an age. */
    public Share at(int age) {
        int place = Math.min(age, shares.length - 1);
        double share = shares[place];
        double factor = Math.exp(REACH * errors[place]);
        return new Share(share, share / factor, Math.min(1, share * factor));
    }

    /** The age by which at least a share has arrived. */
    public int age(double share) {
        int age = 0;
        while (age < shares.length - 1 && shares[age] < share) {
            age++;
        }
        return age;
    }
}
