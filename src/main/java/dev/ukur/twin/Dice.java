package dev.ukur.twin;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance. Each part of the shop has its own stream, so that a change in one leaves the others alone. Only raw
 * 64-bit draws and {@link StrictMath} are used: the same numbers on every Java version and machine.
 */
final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double LARGE_MEAN = 40;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The stream of that name under a seed. */
    static Dice of(long seed, String stream) {
        long hash = FNV_OFFSET ^ seed;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * FNV_PRIME;
        }
        return new Dice(hash);
    }

    /** 64 random bits. */
    long bits() {
        return random.nextLong();
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    /** True with that probability. */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from 0 up to, not with, the limit. */
    int below(int limit) {
        return (int) (unit() * limit);
    }

    /** A whole number between both, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    /** One of the list, all alike. */
    <T> T any(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Standard normal, Box and Muller. */
    double gauss() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Poisson by Knuth's product; by the normal approximation for large means. */
    int poisson(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > LARGE_MEAN) {
            return Math.max(0, (int) StrictMath.rint(mean + StrictMath.sqrt(mean) * gauss()));
        }
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        while (product > limit) {
            product *= unit();
            count++;
        }
        return count;
    }

    /** Successes in n trials. */
    int binomial(int trials, double probability) {
        if (trials > 1_000) {
            double mean = trials * probability;
            double sd = StrictMath.sqrt(mean * (1 - probability));
            return Math.min(trials, Math.max(0, (int) StrictMath.rint(mean + sd * gauss())));
        }
        int count = 0;
        for (int i = 0; i < trials; i++) {
            count += chance(probability) ? 1 : 0;
        }
        return count;
    }
}
