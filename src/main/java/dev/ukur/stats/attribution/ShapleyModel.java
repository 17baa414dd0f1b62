package dev.ukur.stats.attribution;

import dev.ukur.stats.Shapley;

/** Shapley values of the channels; which game is played must be said with the answer. */
public enum ShapleyModel implements AttributionModel {
    /**
     * A set of channels is worth the conversions of all paths that need no others. Each conversion is then divided equally
     * among the distinct channels of its path, however often each was met.
     */
    ADDITIVE {
        @Override
        public Credits credits(Journeys journeys) {
            double[] conversions = new double[journeys.channels().size()];
            double[] value = new double[conversions.length];
            for (Path path : journeys.paths()) {
                int[] distinct =
                        java.util.Arrays.stream(path.touches()).distinct().toArray();
                for (int channel : distinct) {
                    conversions[channel] += path.conversions() / distinct.length;
                    value[channel] += path.value() / distinct.length;
                }
            }
            return new Credits(
                    Credits.settled(conversions, journeys.conversions()), Credits.settled(value, journeys.value()));
        }
    },
    /**
     * A set of channels is worth the conversion rate of the paths that need no others, 0 when there are none. A channel can
     * get less than nothing. At most 20 channels.
     */
    RATE {
        @Override
        public Credits credits(Journeys journeys) {
            int channels = journeys.channels().size();
            if (channels > Shapley.MOST_PLAYERS) {
                throw new IllegalArgumentException(
                        "at most " + Shapley.MOST_PLAYERS + " channels; put rare ones together");
            }
            double[] converted = new double[1 << channels];
            double[] all = new double[1 << channels];
            for (Path path : journeys.paths()) {
                int set = 0;
                for (int touch : path.touches()) {
                    set |= 1 << touch;
                }
                converted[set] += path.conversions();
                all[set] += path.conversions() + path.nulls();
            }
            sumOverSubsets(converted, channels);
            sumOverSubsets(all, channels);
            double[] rates = Shapley.values(channels, set -> all[set] == 0 ? 0 : converted[set] / all[set]);
            return Credits.inProportion(rates, journeys);
        }
    };

    private static void sumOverSubsets(double[] bySet, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            for (int set = 0; set < bySet.length; set++) {
                if ((set >> channel & 1) != 0) {
                    bySet[set] += bySet[set ^ 1 << channel];
                }
            }
        }
    }
}
