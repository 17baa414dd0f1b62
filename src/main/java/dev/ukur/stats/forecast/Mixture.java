package dev.ukur.stats.forecast;

import dev.ukur.stats.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * What several forecasts say together of the error of one of them: normal laws, each with its weight. A few that are far
 * wider than the rest hardly move the middle 80 % of it, but its variance very much; so its width is told by the former.
 */
final class Mixture {

    private static final double MIDDLE = 0.8;
    private static final double REACH = Normal.standard().quantile((1 + MIDDLE) / 2);
    /** A law with less weight than this moves nothing that is told. */
    private static final double NOTHING = 1e-4;

    /** Beyond so many standard deviations lies less than a millionth. */
    private static final double FAR = 5;

    private static final int MOST_STEPS = 60;
    /** How near to 80 % is near enough. */
    private static final double NEAR = 1e-4;

    private final List<Part> parts = new ArrayList<>();
    private double weights;
    private double squares;

    private record Part(double weight, double away, double sd) {

        /** How much of it lies no further than a distance from nought. */
        double within(double distance) {
            return sd == 0
                    ? Math.abs(away) <= distance ? 1 : 0
                    : below((distance - away) / sd) - below((-distance - away) / sd);
        }

        private static double below(double z) {
            return Math.abs(z) > FAR ? z > 0 ? 1 : 0 : Normal.standard().atMost(z);
        }
    }

    /**
     * One more law.
     *
     * @param weight beside the others, not negative
     * @param away its mean, from the forecast whose error it is about
     * @param variance around its mean
     */
    void add(double weight, double away, double variance) {
        if (weight > NOTHING) {
            parts.add(new Part(weight, away, Math.sqrt(variance)));
            weights += weight;
            squares += weight * (variance + away * away);
        }
    }

    /** The standard deviation of the normal law around nought whose middle 80 % reach as far. */
    double sd() {
        double low = 0;
        double high = 4 * Math.sqrt(squares / weights);
        // Regula falsi; the height of an end that stays is halved (Illinois), so that it does not stay for long.
        double below = -MIDDLE;
        double above = within(high) - MIDDLE;
        for (int step = 0; step < MOST_STEPS && high - low > NEAR * high; step++) {
            double middle = low - below * (high - low) / (above - below);
            double off = within(middle) - MIDDLE;
            if (Math.abs(off) < NEAR) {
                return middle / REACH;
            }
            if (off > 0) {
                high = middle;
                above = off;
                below /= 2;
            } else {
                low = middle;
                below = off;
                above /= 2;
            }
        }
        return high / REACH;
    }

    private double within(double distance) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * part.within(distance);
        }
        return sum / weights;
    }
}
