package dev.ukur.kpis;

import dev.ukur.model.DriverLink;
import dev.ukur.model.DriverLink.Relation;
import dev.ukur.model.Metric;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values of a metric beside what its parts make, month by month, or day by day while no month is complete. */
final class IdentityCheck {

    /** Of the size of the value: sums of money are exact, a ratio is rounded to 15 digits. */
    private static final double SAME = 1e-9;

    private static final Map<Relation, String> SIGNS =
            Map.of(Relation.PRODUCT, " × ", Relation.SUM, " + ", Relation.DIFFERENCE, " − ", Relation.RATIO, " / ");

    private final KpiMetrics metrics;
    private final Numbers numbers;

    IdentityCheck(KpiMetrics metrics, Numbers numbers) {
        this.metrics = metrics;
        this.numbers = numbers;
    }

    /**
     * What was found.
     *
     * @param periods in which all parts and the metric are known
     * @param apart the first period in which they do not agree
     */
    record Found(int periods, Optional<Apart> apart) {}

    /** A period in which the metric has one value and its parts make another. */
    record Apart(Period period, double value, double made) {}

    /** The identity as people write it. */
    static String formula(DriverLink link) {
        return String.join(SIGNS.getOrDefault(link.relation(), ", "), link.parts());
    }

    Found check(DriverLink link) {
        Found months = check(link, Grain.MONTH);
        return months.periods() > 0 ? months : check(link, Grain.DAY);
    }

    private Found check(DriverLink link, Grain grain) {
        Optional<History> whole = history(link.metric(), grain);
        List<History> parts = link.parts().stream()
                .flatMap(part -> history(part, grain).stream())
                .toList();
        if (whole.isEmpty() || parts.size() < link.parts().size()) {
            return new Found(0, Optional.empty());
        }
        int known = 0;
        for (History.Entry entry : whole.get().entries()) {
            Optional<Double> made = made(link, parts, entry.period());
            if (made.isPresent() && entry.value().value().isPresent()) {
                known++;
                double value = entry.value().value().get();
                if (Math.abs(value - made.get()) > SAME * Math.max(Math.abs(value), Math.abs(made.get()))) {
                    return new Found(known, Optional.of(new Apart(entry.period(), value, made.get())));
                }
            }
        }
        return new Found(known, Optional.empty());
    }

    /** What the parts make in a period; empty while one is unknown, or one divides by 0. */
    private static Optional<Double> made(DriverLink link, List<History> parts, Period period) {
        List<Double> values = new ArrayList<>();
        for (History part : parts) {
            part.at(period).ifPresent(values::add);
        }
        if (values.size() < parts.size()) {
            return Optional.empty();
        }
        return Optional.of(link.relation().of(values)).filter(Double::isFinite);
    }

    private Optional<History> history(String name, Grain grain) {
        Optional<Metric> metric = metrics.find(name);
        return metric.map(
                found -> numbers.history(new Measurement(found, Optional.empty(), grain, metrics.calendar())));
    }
}
