package dev.ukur.stats.attribution;

import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far credits and ranks can be trusted: the model is run again on paths drawn anew, each path's counts being Poisson
 * with the counts seen as means. The same seed gives the same answer.
 *
 * @param shares for each channel, the interval that holds 95 % of its shares of the conversions
 * @param sameRank for each channel, in which share of the runs it has the rank it has in the data
 */
public record RankStability(List<Interval> shares, List<Double> sameRank) {

    public RankStability {
        shares = List.copyOf(shares);
        sameRank = List.copyOf(sameRank);
    }

    /**
     * Draws and runs.
     *
     * @param runs at least 20; 200 serve well
     */
    public static RankStability of(AttributionModel model, Journeys journeys, int runs, long seed) {
        if (runs < 20) {
            throw new IllegalArgumentException("at least 20 runs, not " + runs);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int channels = journeys.channels().size();
        int[] ranks = ranks(model.credits(journeys).conversions());
        double[][] shares = new double[channels][runs];
        int[] same = new int[channels];
        for (int run = 0; run < runs; run++) {
            Journeys drawn = drawn(journeys, random);
            double[] credits = model.credits(drawn).conversions();
            int[] again = ranks(credits);
            for (int i = 0; i < channels; i++) {
                shares[i][run] = credits[i] / drawn.conversions();
                same[i] += again[i] == ranks[i] ? 1 : 0;
            }
        }
        return new RankStability(
                Arrays.stream(shares).map(RankStability::middle).toList(),
                Arrays.stream(same).mapToObj(count -> (double) count / runs).toList());
    }

    private static Interval middle(double[] draws) {
        Arrays.sort(draws);
        int cut = (int) Math.floor(0.025 * draws.length);
        return new Interval(draws[cut], draws[draws.length - 1 - cut]);
    }

    /** The rank of each channel, 0 for the largest credit; equal credits by their place. */
    private static int[] ranks(double[] credits) {
        int[] order = IntStream.range(0, credits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -credits[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[credits.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private static Journeys drawn(Journeys journeys, SplittableRandom random) {
        List<Path> paths = new ArrayList<>(journeys.paths().size());
        double conversions = 0;
        for (Path path : journeys.paths()) {
            double converted = poisson(path.conversions(), random);
            double nulls = poisson(path.nulls(), random);
            double value = path.conversions() == 0 ? 0 : path.value() * converted / path.conversions();
            conversions += converted;
            paths.add(new Path(path.touches(), path.daysBefore(), converted, value, nulls));
        }
        // A draw without any conversion says nothing; with a handful of conversions it can happen.
        return conversions == 0 ? journeys : new Journeys(journeys.channels(), paths);
    }

    /** Small means exactly, by a product of uniform draws (Knuth); means above 30 by the normal law, rounded. */
    private static double poisson(double mean, SplittableRandom random) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > 30) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
