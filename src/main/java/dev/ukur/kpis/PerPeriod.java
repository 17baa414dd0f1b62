package dev.ukur.kpis;

import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a metric grows with the length of the days it is taken over. Revenue of six months must be brought to one
 * month before it is compared with a month; cost per order of six months must not. Counts and money grow, unless their
 * formula divides somewhere: {@code spend / orders} is money, but an average.
 */
final class PerPeriod {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final KpiMetrics metrics;

    PerPeriod(KpiMetrics metrics) {
        this.metrics = metrics;
    }

    /** Whether the metric's value is a sum over its days rather than an average. */
    boolean grows(Metric metric) {
        boolean amount = metric.unit() == MetricUnit.COUNT || metric.unit() == MetricUnit.MONEY;
        return amount && !divides(metric, new HashSet<>());
    }

    private boolean divides(Metric metric, Set<String> seen) {
        if (!seen.add(metric.name())) {
            return false;
        }
        String formula = TEXT.matcher(metric.formula()).replaceAll("");
        if (formula.contains("/")) {
            return true;
        }
        Matcher names = NAME.matcher(formula);
        while (names.find()) {
            if (metrics.find(names.group()).filter(part -> divides(part, seen)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
