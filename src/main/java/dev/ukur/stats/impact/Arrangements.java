package dev.ukur.stats.impact;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The ways to lay the chosen ones among n places: without order, or with it when the chosen ones are not alike.
 *
 * @param n places
 * @param observed where they are
 * @param alike whether exchanging two of them changes nothing
 */
record Arrangements(int n, int[] observed, boolean alike) {

    Arrangements(int n, int[] observed) {
        this(n, observed, true);
    }

    /** Compares a statistic of what was observed with that of all arrangements, or of many drawn ones. */
    Permutation compare(ToDoubleFunction<int[]> statistic) {
        double seen = statistic.applyAsDouble(observed);
        double count = count();
        if (count <= Permutation.EXACT) {
            long[] tally = new long[2];
            everyOne(new int[observed.length], 0, chosen -> {
                tally[0]++;
                tally[1] += Permutation.reaches(statistic.applyAsDouble(chosen), seen) ? 1 : 0;
            });
            return new Permutation(seen, tally[1] / (double) tally[0], tally[0], true);
        }
        SplittableRandom random = new SplittableRandom(Permutation.SEED);
        int[] places = new int[n];
        Arrays.setAll(places, i -> i);
        int hits = 0;
        for (int draw = 0; draw < Permutation.DRAWS; draw++) {
            for (int i = 0; i < observed.length; i++) {
                int other = random.nextInt(i, n);
                int place = places[i];
                places[i] = places[other];
                places[other] = place;
            }
            int[] chosen = Arrays.copyOf(places, observed.length);
            hits += Permutation.reaches(statistic.applyAsDouble(chosen), seen) ? 1 : 0;
        }
        return new Permutation(seen, (1.0 + hits) / (1 + Permutation.DRAWS), Permutation.DRAWS, false);
    }

    private double count() {
        double count = 1;
        for (int i = 0; i < observed.length; i++) {
            count *= (n - i) / (alike ? i + 1.0 : 1.0);
        }
        return Math.rint(count);
    }

    private void everyOne(int[] chosen, int depth, java.util.function.Consumer<int[]> use) {
        if (depth == chosen.length) {
            use.accept(chosen);
            return;
        }
        int from = alike && depth > 0 ? chosen[depth - 1] + 1 : 0;
        for (int place = from; place < n; place++) {
            int candidate = place;
            if (alike || Arrays.stream(chosen, 0, depth).noneMatch(taken -> taken == candidate)) {
                chosen[depth] = place;
                everyOne(chosen, depth + 1, use);
            }
        }
    }
}
