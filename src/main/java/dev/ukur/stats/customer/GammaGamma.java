package dev.ukur.stats.customer;

import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.Objective;
import dev.ukur.stats.fit.PositiveFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * The Gamma-Gamma model of money: a purchase varies around a customer's mean as a gamma of shape p, and the means differ
 * between customers so that their scale is Gamma(q, γ). It supposes that how much and how often are unrelated. With x
 * purchases of mean z:
 *
 * <pre>
 *   log L = log Γ(px+q) - log Γ(px) - log Γ(q) + q log γ + (px-1) log z + px log x - (px+q) log(γ + xz)
 *   E[M | x, z] = p (γ + xz) / (px + q - 1)
 * </pre>
 *
 * Source: Fader and Hardie 2013, "The Gamma-Gamma Model of Monetary Value".
 *
 * @param p shape of one customer's purchases
 * @param q shape of the differences between customers
 * @param gamma scale, in money
 */
public record GammaGamma(double p, double q, double gamma) {

    /**
     * What a customer spent.
     *
     * @param purchases x, how many purchases the mean is over; not negative
     * @param mean z, their mean value, positive when there are any
     */
    public record Spend(int purchases, double mean) {}

    public GammaGamma {
        if (!(p > 0 && q > 0 && gamma > 0)) {
            throw new IllegalArgumentException("parameters must be positive: %s %s %s".formatted(p, q, gamma));
        }
    }

    /** Fits by maximum likelihood to the customers with purchases of a positive mean; the others are left out. */
    public static FitResult<GammaGamma> fit(List<Spend> customers) {
        List<Spend> used = customers.stream()
                .filter(one -> one.purchases() > 0 && one.mean() > 0)
                .sorted(java.util.Comparator.comparingInt(Spend::purchases).thenComparingDouble(Spend::mean))
                .toList();
        if (used.size() < 3) {
            return new FitResult.Degenerate<>(Degeneracy.NOTHING_HAPPENED);
        }
        double typical = used.stream().mapToDouble(Spend::mean).average().orElseThrow();
        List<Alike> groups = Alike.of(used);
        Objective objective = Objective.of(at -> meanCost(groups, used.size(), at));
        double[] start = {Math.log(4), Math.log(4), Math.log(typical * 3 / 4)};
        PositiveFit fit = PositiveFit.of(objective, used.size(), start);
        double[] best = fit.parameters();
        // γ is money and may be of any size; what runs away is a shape.
        PositiveFit shapes = new PositiveFit(
                new double[] {best[0], best[1], best[2] / typical}, fit.logLikelihood(), fit.standardErrors());
        return shapes.as(new GammaGamma(best[0], best[1], best[2]));
    }

    /** p, q and γ. */
    public List<Double> parameters() {
        return List.of(p, q, gamma);
    }

    /**
     * The mean value to expect of a customer's purchases: between what he spent and what all spend. Without purchases it is
     * the mean of all, {@code pγ / (q-1)}.
     *
     * @throws ArithmeticException when it is infinite: no purchases and q not above 1
     */
    public double expected(Spend spend) {
        double weight = p * spend.purchases() + q - 1;
        if (weight <= 0) {
            throw new ArithmeticException("with q = " + q + " the mean over all customers is infinite");
        }
        return p * (gamma + spend.purchases() * spend.mean()) / weight;
    }

    /**
     * Customers of equally many purchases: what the likelihood needs of them, so that the gamma functions are computed once
     * for all.
     *
     * @param purchases of each
     * @param logMeans sum of the logarithms of their mean values
     * @param sums what each spent in all
     */
    private record Alike(int purchases, double logMeans, double[] sums) {

        static List<Alike> of(List<Spend> customers) {
            Map<Integer, List<Spend>> byPurchases = new TreeMap<>();
            customers.forEach(one -> byPurchases
                    .computeIfAbsent(one.purchases(), any -> new ArrayList<>())
                    .add(one));
            List<Alike> groups = new ArrayList<>();
            byPurchases.forEach((purchases, all) -> groups.add(new Alike(
                    purchases,
                    all.stream().mapToDouble(one -> Math.log(one.mean())).sum(),
                    all.stream().mapToDouble(one -> purchases * one.mean()).toArray())));
            return groups;
        }

        /** The log-likelihood of the group; {@code logGamma} is that of γ. */
        double logLikelihood(double p, double q, double logGamma) {
            double px = p * purchases;
            double gamma = Math.exp(logGamma);
            double logs = 0;
            for (double sum : sums) {
                logs += Math.log(gamma + sum);
            }
            double each = Gamma.logGamma(px + q)
                    - Gamma.logGamma(px)
                    - Gamma.logGamma(q)
                    + q * logGamma
                    + px * Math.log(purchases);
            return sums.length * each + (px - 1) * logMeans - (px + q) * logs;
        }
    }

    private static double meanCost(List<Alike> groups, int customers, double[] at) {
        double sum = 0;
        for (Alike group : groups) {
            sum += group.logLikelihood(Math.exp(at[0]), Math.exp(at[1]), at[2]);
        }
        return -sum / customers;
    }
}
