package dev.ukur.stats;

import java.util.function.IntToDoubleFunction;

/**
 * Shapley values: what each of several players contributes to a game's worth, averaged over all orders in which they
 * could have joined. They sum to the worth of all players minus that of none. Source: Shapley 1953.
 */
public final class Shapley {

    /** More players would take minutes: the work doubles with each. */
    public static final int MOST_PLAYERS = 20;

    private Shapley() {}

    /**
     * The exact values.
     *
     * @param players 1 to 20
     * @param worth of a coalition, given as bits: bit i for player i
     */
    public static double[] values(int players, IntToDoubleFunction worth) {
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException("1 to " + MOST_PLAYERS + " players, not " + players);
        }
        double[] worths = new double[1 << players];
        for (int coalition = 0; coalition < worths.length; coalition++) {
            worths[coalition] = worth.applyAsDouble(coalition);
        }
        double[] weights = weights(players);
        double[] values = new double[players];
        for (int coalition = 0; coalition < worths.length; coalition++) {
            double weight = weights[Integer.bitCount(coalition)];
            for (int player = 0; player < players; player++) {
                if ((coalition >> player & 1) == 0) {
                    values[player] += weight * (worths[coalition | 1 << player] - worths[coalition]);
                }
            }
        }
        return values;
    }

    /** The share of orders in which exactly these come before a player: s! (n-s-1)! / n!. */
    private static double[] weights(int players) {
        double[] weights = new double[players + 1];
        weights[0] = 1.0 / players;
        for (int size = 1; size < players; size++) {
            weights[size] = weights[size - 1] * size / (players - size);
        }
        return weights;
    }
}
