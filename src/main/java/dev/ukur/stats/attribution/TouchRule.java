package dev.ukur.stats.attribution;

import java.util.Arrays;

/** A model that divides each conversion among the touches of its path by a fixed rule. */
@FunctionalInterface
public interface TouchRule extends AttributionModel {

    /** What each touch of a path gets; sums to 1. */
    double[] weights(Path path);

    /** All to the first touch. */
    static TouchRule first() {
        return path -> {
            double[] weights = new double[path.touches().length];
            weights[0] = 1;
            return weights;
        };
    }

    /** All to the last touch. */
    static TouchRule last() {
        return path -> {
            double[] weights = new double[path.touches().length];
            weights[weights.length - 1] = 1;
            return weights;
        };
    }

    /** The same to each touch. */
    static TouchRule linear() {
        return path -> {
            double[] weights = new double[path.touches().length];
            Arrays.fill(weights, 1.0 / weights.length);
            return weights;
        };
    }

    /** 40 % to the first, 40 % to the last, the rest among those between; halves when there are two. */
    static TouchRule position() {
        return path -> {
            int touches = path.touches().length;
            double[] weights = new double[touches];
            if (touches < 3) {
                Arrays.fill(weights, 1.0 / touches);
                return weights;
            }
            Arrays.fill(weights, 0.2 / (touches - 2));
            weights[0] = 0.4;
            weights[touches - 1] = 0.4;
            return weights;
        };
    }

    /** Half as much with each step back from the end. */
    static TouchRule stepDecay() {
        return path -> {
            double[] weights = new double[path.touches().length];
            double weight = 1;
            for (int i = weights.length - 1; i >= 0; i--) {
                weights[i] = weight;
                weight /= 2;
            }
            return normalised(weights);
        };
    }

    /**
     * Half as much with each half-life before the end; half as much with each step where times are not known.
     *
     * @param halfLifeDays positive; 7 is usual
     */
    static TouchRule timeDecay(double halfLifeDays) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("a half-life is positive, not " + halfLifeDays);
        }
        return path -> path.daysBefore()
                .map(days -> {
                    // Counted from the latest touch, so that a long path long ago does not vanish altogether.
                    double latest = Arrays.stream(days).min().orElseThrow();
                    return normalised(Arrays.stream(days)
                            .map(day -> Math.pow(2, (latest - day) / halfLifeDays))
                            .toArray());
                })
                .orElseGet(() -> stepDecay().weights(path));
    }

    @Override
    default Credits credits(Journeys journeys) {
        double[] conversions = new double[journeys.channels().size()];
        double[] value = new double[conversions.length];
        for (Path path : journeys.paths()) {
            if (path.conversions() > 0) {
                double[] weights = weights(path);
                for (int i = 0; i < weights.length; i++) {
                    conversions[path.touches()[i]] += weights[i] * path.conversions();
                    value[path.touches()[i]] += weights[i] * path.value();
                }
            }
        }
        return new Credits(
                Credits.settled(conversions, journeys.conversions()), Credits.settled(value, journeys.value()));
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
