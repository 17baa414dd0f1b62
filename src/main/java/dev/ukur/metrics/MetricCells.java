package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
import dev.ukur.stats.PoissonSum;
import dev.ukur.stats.compare.ClusterSums;
import dev.ukur.store.QueryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one metric in a row: its number {@code x}, the ends of its interval {@code x_low} and {@code x_high},
 * and, when compared, {@code x_before}, {@code x_change} (absolute), {@code x_change_rel} (as a share of the earlier
 * number) and the ends of the change's interval.
 */
final class MetricCells {

    private final MetricPlan metric;
    private final boolean compared;

    MetricCells(MetricPlan metric, boolean compared) {
        this.metric = metric;
        this.compared = compared;
    }

    /**
     * Where a row's numbers stand in the result of the query.
     *
     * @param result of the query
     * @param row of the period
     * @param earlier row of the period it is compared with, if there is one
     */
    record Source(QueryResult result, int row, @Nullable Integer earlier) {}

    String name() {
        return metric.metric().name();
    }

    List<Column> columns() {
        Optional<String> unit = Optional.of(metric.metric().unit().word());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(name(), Kind.METRIC, unit));
        if (metric.hasInterval()) {
            columns.add(new Column(name() + "_low", Kind.METRIC, unit));
            columns.add(new Column(name() + "_high", Kind.METRIC, unit));
        }
        if (compared) {
            columns.add(new Column(name() + "_before", Kind.METRIC, unit));
            columns.add(new Column(name() + "_change", Kind.METRIC, unit));
            columns.add(new Column(name() + "_change_rel", Kind.METRIC, Optional.of(MetricUnit.SHARE.word())));
        }
        if (compared && metric.isJudged()) {
            columns.add(new Column(name() + "_change_low", Kind.METRIC, unit));
            columns.add(new Column(name() + "_change_high", Kind.METRIC, unit));
        }
        return columns;
    }

    /**
     * The cells of a row.
     *
     * @param comparable whether the number may be compared; of one whose days are not final a change says nothing
     */
    List<@Nullable Object> values(Source source, boolean comparable) {
        List<@Nullable Object> values = new ArrayList<>();
        Double now = number(source, source.row(), "");
        values.add(now);
        if (metric.ends().isPresent()) {
            values.add(number(source, source.row(), PlanSql.FIRST));
            values.add(number(source, source.row(), PlanSql.SECOND));
        } else if (metric.ranked().isPresent()) {
            boolean told = now != null;
            values.add(told ? optional(source, source.row(), Spread.LOW).orElse(null) : null);
            values.add(told ? optional(source, source.row(), Spread.HIGH).orElse(null) : null);
        } else if (metric.isJudged()) {
            add(values, evidence(source).flatMap(Evidence::interval));
        }
        if (compared) {
            Double before = source.earlier() == null ? null : number(source, source.earlier(), "");
            values.add(before);
            addChange(values, comparable ? now : null, before);
        }
        if (compared && metric.isJudged()) {
            add(
                    values,
                    evidence(source)
                            .filter(any -> comparable)
                            .flatMap(mine -> earlier(source).flatMap(mine::less)));
        }
        return values;
    }

    /** What is divided by what, where the number is a rate or ratio with an interval. */
    Optional<Answer.Parts> parts(Source source) {
        if (metric.parts().isEmpty()) {
            return Optional.empty();
        }
        Double above = number(source, source.row(), PlanSql.FIRST);
        Double below = number(source, source.row(), PlanSql.SECOND);
        if (above == null || below == null) {
            return Optional.empty();
        }
        boolean withheld = below != 0 && number(source, source.row(), "") == null;
        return withheld ? Optional.empty() : Optional.of(new Answer.Parts(above, below));
    }

    /** What the uncertainty of the number is judged by; empty when nothing is known of it. */
    Optional<Evidence> evidence(Source source) {
        return evidence(source, source.row());
    }

    private Optional<Evidence> earlier(Source source) {
        return source.earlier() == null ? Optional.empty() : evidence(source, source.earlier());
    }

    private Optional<Evidence> evidence(Source source, int row) {
        if (number(source, row, "") == null) {
            return Optional.empty();
        }
        if (metric.mean().isPresent()) {
            return mean(source, row);
        }
        Optional<Double> first = metric.parts().flatMap(any -> optional(source, row, PlanSql.FIRST));
        Optional<Double> second = metric.parts().flatMap(any -> optional(source, row, PlanSql.SECOND));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (metric.isPerEvent()) {
            return Optional.of(new Evidence.PerEvent(first.get(), second.get()));
        }
        if (metric.isGrowth()) {
            return Optional.of(new Evidence.Growth(first.get(), second.get()));
        }
        if (metric.randomSum().isPresent()) {
            return randomSum(source, row, first.get(), second.get());
        }
        return overRows(source, row, first.get(), second.get());
    }

    private Optional<Evidence> randomSum(Source source, int row, double above, double below) {
        Optional<Double> rows = optional(source, row, Spread.N);
        Optional<Double> total = optional(source, row, Spread.X);
        Optional<Double> squares = optional(source, row, Spread.XX);
        Optional<Double> largest = optional(source, row, Spread.LARGEST);
        return rows.isEmpty() || total.isEmpty() || squares.isEmpty() || largest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence.RandomSum(
                        Math.round(rows.get()),
                        new PoissonSum(total.get(), squares.get(), largest.get()),
                        above,
                        below));
    }

    private Optional<Evidence> overRows(Source source, int row, double above, double below) {
        boolean share = metric.metric().unit() == MetricUnit.SHARE;
        Evidence.Share trials = new Evidence.Share(above, below);
        if (metric.overRows().isEmpty()) {
            return Optional.of(trials);
        }
        Optional<ClusterSums> sums = sums(source, row, above, below);
        if (metric.squaresEachRow() || !share) {
            return sums.map(Evidence.Ratio::new);
        }
        // rows of one visitor say less than as many of different ones; where nobody knows the visitor, each counts
        return Optional.of(sums.map(ClusterSums::designEffect).map(trials::over).orElse(trials));
    }

    /** A mean is the ratio of the sum of values to their number. */
    private Optional<Evidence> mean(Source source, int row) {
        Optional<Double> n = optional(source, row, Spread.N);
        Optional<Double> squares = optional(source, row, Spread.XX);
        Optional<Double> mean = optional(source, row, "");
        return n.isEmpty() || squares.isEmpty() || mean.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence.Ratio(new ClusterSums(
                        Math.round(n.get()),
                        mean.get() * n.get(),
                        n.get(),
                        squares.get(),
                        n.get(),
                        mean.get() * n.get())));
    }

    private Optional<ClusterSums> sums(Source source, int row, double x, double y) {
        Optional<Double> n = optional(source, row, Spread.N);
        Optional<Double> xx = optional(source, row, Spread.XX);
        Optional<Double> yy = optional(source, row, Spread.YY);
        Optional<Double> xy = optional(source, row, Spread.XY);
        return n.isEmpty() || xx.isEmpty() || yy.isEmpty() || xy.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClusterSums(Math.round(n.get()), x, y, xx.get(), yy.get(), xy.get()));
    }

    private Optional<Double> optional(Source source, int row, String suffix) {
        return source.result().columns().contains(name() + suffix)
                ? Optional.ofNullable(number(source, row, suffix))
                : Optional.empty();
    }

    private @Nullable Double number(Source source, int row, String suffix) {
        Object value = source.result().value(row, name() + suffix);
        return value == null ? null : Double.valueOf(((Number) value).doubleValue());
    }

    private static void addChange(List<@Nullable Object> values, @Nullable Double now, @Nullable Double before) {
        if (now == null || before == null) {
            values.add(null);
            values.add(null);
            return;
        }
        values.add(now - before);
        values.add(before == 0 ? null : Double.valueOf((now - before) / Math.abs(before)));
    }

    private static void add(List<@Nullable Object> values, Optional<Interval> interval) {
        values.add(interval.map(Interval::low).orElse(null));
        values.add(interval.map(Interval::high).orElse(null));
    }
}
