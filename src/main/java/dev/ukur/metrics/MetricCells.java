package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
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
        if (compared && metric.parts().isPresent()) {
            columns.add(new Column(name() + "_change_low", Kind.METRIC, unit));
            columns.add(new Column(name() + "_change_high", Kind.METRIC, unit));
        }
        return columns;
    }

    List<@Nullable Object> values(Source source) {
        List<@Nullable Object> values = new ArrayList<>();
        Double now = number(source, source.row(), "");
        values.add(now);
        if (metric.ends().isPresent()) {
            values.add(number(source, source.row(), PlanSql.FIRST));
            values.add(number(source, source.row(), PlanSql.SECOND));
        } else if (metric.parts().isPresent()) {
            add(values, evidence(source).flatMap(Evidence::interval));
        }
        if (compared) {
            Double before = source.earlier() == null ? null : number(source, source.earlier(), "");
            values.add(before);
            addChange(values, now, before);
        }
        if (compared && metric.parts().isPresent()) {
            add(values, evidence(source).flatMap(mine -> earlier(source).flatMap(mine::less)));
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
        return above == null || below == null ? Optional.empty() : Optional.of(new Answer.Parts(above, below));
    }

    /** What the uncertainty of the number is judged by; empty when nothing is known of it. */
    Optional<Evidence> evidence(Source source) {
        return evidence(source, source.row());
    }

    private Optional<Evidence> earlier(Source source) {
        return source.earlier() == null ? Optional.empty() : evidence(source, source.earlier());
    }

    private Optional<Evidence> evidence(Source source, int row) {
        if (metric.parts().isEmpty()) {
            return Optional.empty();
        }
        Double first = number(source, row, PlanSql.FIRST);
        Double second = number(source, row, PlanSql.SECOND);
        if (first == null || second == null) {
            return Optional.empty();
        }
        return metric.overRows().isPresent()
                ? ratio(source, row, first, second)
                : Optional.of(new Evidence.Share(first, second));
    }

    private Optional<Evidence> ratio(Source source, int row, double x, double y) {
        List<Double> squares = new ArrayList<>();
        for (String suffix : MetricPlan.SQUARES) {
            Double value = source.result().columns().contains(name() + suffix) ? number(source, row, suffix) : null;
            if (value == null) {
                return Optional.empty();
            }
            squares.add(value);
        }
        return Optional.of(new Evidence.Ratio(
                new ClusterSums(Math.round(squares.get(0)), x, y, squares.get(1), squares.get(2), squares.get(3))));
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
