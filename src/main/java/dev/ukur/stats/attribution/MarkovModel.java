package dev.ukur.stats.attribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Removal effects in a Markov chain of channels, solved exactly. Paths lead from one START through states to CONVERSION or
 * NULL; a state is the last touch (order 1) or the last two (order 2). Removing a channel sends whatever enters one of its
 * states to NULL; its removal effect is the share of conversions that then fails, and credits are proportional to it.
 *
 * <p>With N the fundamental matrix of the chain, those who ever enter a set of states R first do so as
 * {@code h = N[start, R] N[R, R]^-1}; without R, {@code P(start) - h P(R)} still convert. So one factorisation serves all
 * channels. Sources: Anderl, Becker, von Wangenheim and Schumann 2016, International Journal of Research in Marketing
 * 33:457; Kemeny and Snell, Finite Markov Chains.
 *
 * @param order 1 or 2
 * @param paths whether paths that ended in nothing take part
 */
public record MarkovModel(int order, Paths paths) implements AttributionModel {

    private static final int MOST_STATES = 4000;

    /** Which paths take part. */
    public enum Paths {
        /** Those that converted: every path of the chain ends in a conversion. */
        CONVERTED,
        /** All: the chain converts as often as the data do. */
        ALL
    }

    /**
     * What the chain says.
     *
     * @param base the probability of a conversion with all channels
     * @param removal for each channel, the share of conversions that fails without it
     * @param credits in proportion to the removal effects
     */
    public record Effects(double base, double[] removal, Credits credits) {}

    public MarkovModel {
        if (order != 1 && order != 2) {
            throw new IllegalArgumentException("chains of order 1 and 2, not " + order);
        }
    }

    @Override
    public Credits credits(Journeys journeys) {
        return effects(journeys).credits();
    }

    /**
     * Solves the chain.
     *
     * @throws IllegalArgumentException when there is no conversion, or when there are more than 4,000 states
     */
    public Effects effects(Journeys journeys) {
        if (!(journeys.conversions() > 0)) {
            throw new IllegalArgumentException("without a conversion there is nothing to attribute");
        }
        return new Chain(journeys).solve();
    }

    /**
     * Numbers of states: START is 0; of order 1 the one after touch t is 1 + t; of order 2 the one after t, before which b
     * came, is 1 + b K + t, with b = K for the first touch of a path.
     */
    private final class Chain {

        private final Journeys journeys;
        private final int channels;
        /** Moves out of each state seen, by the channel touched next. */
        private final double[][] moves;

        private final double[] conversions;
        private final double[] leaving;
        /** Numbers of the states seen, rising. */
        private int[] seen = new int[0];

        Chain(Journeys journeys) {
            this.journeys = journeys;
            this.channels = journeys.channels().size();
            int states = 1 + (order == 1 ? channels : Math.multiplyExact(channels + 1, channels));
            moves = new double[states][];
            conversions = new double[states];
            leaving = new double[states];
            for (Path path : journeys.paths()) {
                double weight = path.conversions() + (paths == Paths.ALL ? path.nulls() : 0);
                if (weight > 0) {
                    add(path, weight);
                }
            }
        }

        private void add(Path path, double weight) {
            int from = 0;
            int before = channels;
            for (int touch : path.touches()) {
                if (moves[from] == null) {
                    moves[from] = new double[channels];
                }
                moves[from][touch] += weight;
                leaving[from] += weight;
                from = next(before, touch);
                before = touch;
            }
            leaving[from] += weight;
            conversions[from] += path.conversions();
        }

        private int next(int before, int touch) {
            return 1 + touch + (order == 1 ? 0 : before * channels);
        }

        /** The last channel of a state; K for START, so that the first touch follows it. */
        private int last(int state) {
            return state == 0 ? channels : (state - 1) % channels;
        }

        Effects solve() {
            seen = IntStream.range(0, leaving.length)
                    .filter(state -> leaving[state] > 0)
                    .toArray();
            if (seen.length > MOST_STATES) {
                throw new IllegalArgumentException("more than " + MOST_STATES + " states; put rare channels together");
            }
            RealMatrix fundamental = new LUDecomposition(new Array2DRowRealMatrix(staying(), false))
                    .getSolver()
                    .getInverse();
            double[] ends = Arrays.stream(seen)
                    .mapToDouble(state -> conversions[state] / leaving[state])
                    .toArray();
            double[] converts = fundamental.operate(ends);
            double[] removal = new double[channels];
            for (int channel = 0; channel < channels; channel++) {
                removal[channel] = lost(fundamental, converts, statesOf(channel)) / converts[0];
            }
            return new Effects(converts[0], removal, Credits.inProportion(removal, journeys));
        }

        /** The unit matrix minus the probabilities of moving between the states seen. */
        private double[][] staying() {
            int[] place = new int[leaving.length];
            for (int i = 0; i < seen.length; i++) {
                place[seen[i]] = i;
            }
            double[][] staying = new double[seen.length][seen.length];
            for (int i = 0; i < seen.length; i++) {
                staying[i][i] = 1;
                double[] out = moves[seen[i]];
                for (int touch = 0; out != null && touch < channels; touch++) {
                    if (out[touch] > 0) {
                        staying[i][place[next(last(seen[i]), touch)]] -= out[touch] / leaving[seen[i]];
                    }
                }
            }
            return staying;
        }

        /** Places of all states in which a channel takes part. */
        private int[] statesOf(int channel) {
            return IntStream.range(1, seen.length)
                    .filter(i -> last(seen[i]) == channel || order == 2 && (seen[i] - 1) / channels == channel)
                    .toArray();
        }

        /** The probability of a conversion that passes through one of the states. */
        private double lost(RealMatrix fundamental, double[] converts, int[] removed) {
            if (removed.length == 0) {
                return 0;
            }
            RealVector conversion = new ArrayRealVector(removed.length);
            RealVector visits = new ArrayRealVector(removed.length);
            for (int i = 0; i < removed.length; i++) {
                conversion.setEntry(i, converts[removed[i]]);
                visits.setEntry(i, fundamental.getEntry(0, removed[i]));
            }
            RealMatrix among = fundamental.getSubMatrix(removed, removed);
            return visits.dotProduct(new LUDecomposition(among).getSolver().solve(conversion));
        }
    }
}
