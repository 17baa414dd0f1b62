package dev.ukur.kpis;

import dev.ukur.metrics.Answer.Parts;
import dev.ukur.model.MetricUnit;
import dev.ukur.time.Grain;
import java.util.List;

/**
 * What a forecast learns from: complete periods without gaps, oldest first.
 *
 * @param values of the periods
 * @param parts what each value divides; empty when it is no ratio or that is not known
 * @param worth what the calendar makes of each period and of those to come, an ordinary one 1; empty when that is not known
 * @param grain of the periods
 * @param unit of the values
 */
record Past(List<Double> values, List<Parts> parts, List<Double> worth, Grain grain, MetricUnit unit) {

    Past {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
        worth = List.copyOf(worth);
    }

    /** The season in periods: a year, or a week of days; whether the values show it is for the forecast to find. */
    int season() {
        return switch (grain) {
            case DAY -> 7;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            default -> 1;
        };
    }

    /** Whether the values can be forecast through their parts. */
    boolean isRatio() {
        return parts.size() == values.size() && parts.stream().allMatch(part -> part.above() >= 0 && part.below() > 0);
    }

    /** The values as they would be if all periods were alike in the calendar. */
    double[] levelled() {
        double[] levelled = new double[values.size()];
        for (int t = 0; t < levelled.length; t++) {
            levelled[t] = values.get(t) / worth(t);
        }
        return levelled;
    }

    /** What the calendar makes of a period, counted from the first; later ones are those to come. */
    double worth(int period) {
        return worth.isEmpty() ? 1 : worth.get(period);
    }

    /** This past without the calendar. */
    Past plain() {
        return new Past(values, parts, List.of(), grain, unit);
    }
}
