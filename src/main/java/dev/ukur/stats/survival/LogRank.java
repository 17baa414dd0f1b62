package dev.ukur.stats.survival;

import dev.ukur.stats.ChiSquare;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * The log-rank test: do several groups last equally long? At each time the endings expected of a group are its share of
 * those watched; the differences, with their hypergeometric covariance, give a chi-square. Source: Mantel 1966; Kalbfleisch
 * and Prentice, The Statistical Analysis of Failure Time Data.
 *
 * @param chiSquare with one degree of freedom fewer than groups
 * @param p the probability of as large a chi-square when all last equally long
 * @param observed endings in each group
 * @param expected endings in each group if all lasted equally long
 */
public record LogRank(double chiSquare, double p, List<Double> observed, List<Double> expected) {

    public LogRank {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
    }

    /**
     * Compares groups.
     *
     * @param groups at least two, none empty, with at least one ending among them
     */
    public static LogRank of(List<List<Lifetime>> groups) {
        if (groups.size() < 2 || groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a comparison needs at least two groups that are not empty");
        }
        if (groups.stream().flatMap(List::stream).noneMatch(Lifetime::ended)) {
            throw new IllegalArgumentException("nothing has ended yet, so nothing can be compared");
        }
        return new Tally(groups).result();
    }

    private static final class Tally {

        private final int groups;
        /** By time: endings, then all last seen, of each group. */
        private final TreeMap<Double, long[]> times = new TreeMap<>();

        private final double[] watched;
        private final double[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Tally(List<List<Lifetime>> all) {
            groups = all.size();
            watched = new double[groups];
            observed = new double[groups];
            expected = new double[groups];
            covariance = new double[groups][groups];
            for (int g = 0; g < groups; g++) {
                watched[g] = all.get(g).size();
                for (Lifetime lifetime : all.get(g)) {
                    long[] counts = times.computeIfAbsent(lifetime.time(), time -> new long[2 * groups]);
                    counts[g] += lifetime.ended() ? 1 : 0;
                    counts[groups + g]++;
                }
            }
            times.values().forEach(this::add);
        }

        private void add(long[] counts) {
            double n = 0;
            double d = 0;
            for (int g = 0; g < groups; g++) {
                n += watched[g];
                d += counts[g];
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < groups; g++) {
                double share = watched[g] / n;
                observed[g] += counts[g];
                expected[g] += d * share;
                for (int h = 0; h < groups; h++) {
                    covariance[g][h] += spread * share * ((g == h ? 1 : 0) - watched[h] / n);
                }
            }
            for (int g = 0; g < groups; g++) {
                watched[g] -= counts[groups + g];
            }
        }

        LogRank result() {
            int free = groups - 1;
            double[] difference = new double[free];
            double[][] block = new double[free][free];
            for (int g = 0; g < free; g++) {
                difference[g] = observed[g] - expected[g];
                System.arraycopy(covariance[g], 0, block[g], 0, free);
            }
            ArrayRealVector vector = new ArrayRealVector(difference, false);
            double chiSquare = vector.dotProduct(new QRDecomposition(new Array2DRowRealMatrix(block, false))
                    .getSolver()
                    .solve(vector));
            return new LogRank(chiSquare, new ChiSquare(free).atLeast(chiSquare), boxed(observed), boxed(expected));
        }

        private static List<Double> boxed(double[] numbers) {
            return java.util.Arrays.stream(numbers).boxed().toList();
        }
    }
}
