package dev.ukur.metrics;

import dev.ukur.store.QueryResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets out what the query of a plan gave, so that every period is there, and every member in each. Where there are no rows,
 * counts and sums are nought if the data speak of the period and unknown if they do not, all other measures are unknown, and
 * the formulas follow from that.
 */
final class EmptyCells {

    private static final Comparator<@Nullable Object> UNKNOWN_LAST =
            Comparator.nullsLast(Comparator.comparing(String::valueOf));

    private final Plan plan;
    private final DividedCosts costs;

    EmptyCells(Plan plan) {
        this.plan = plan;
        this.costs = new DividedCosts(plan);
    }

    /** The same rows with those that are not there, in order: period by period, members by name, the unknown one last. */
    QueryResult fill(QueryResult result) {
        List<Integer> columns = plan.question().by().stream().map(result::index).toList();
        Set<List<@Nullable Object>> members = new LinkedHashSet<>();
        if (columns.isEmpty()) {
            members.add(List.of());
        }
        result.rows().forEach(row -> members.add(members(row, columns)));
        return filled(result, columns, members.stream().sorted(order()).toList());
    }

    private QueryResult filled(QueryResult result, List<Integer> columns, List<List<@Nullable Object>> members) {
        int bucketColumn = result.index("bucket");
        Map<Computed.Key, List<@Nullable Object>> there = new HashMap<>();
        result.rows()
                .forEach(row -> there.put(
                        new Computed.Key(
                                plan.spine().cut().key(Objects.requireNonNull(row.get(bucketColumn))),
                                members(row, columns)),
                        row));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Spine.Bucket bucket : plan.spine().buckets()) {
            Map<String, Object> numbers = numbers(bucket);
            for (List<@Nullable Object> some : members) {
                List<@Nullable Object> row = there.get(new Computed.Key(bucket.key(), some));
                rows.add(row == null ? row(result.columns(), numbers, some) : row);
            }
        }
        return new QueryResult(result.columns(), rows);
    }

    private static List<@Nullable Object> members(List<@Nullable Object> row, List<Integer> columns) {
        List<@Nullable Object> members = new ArrayList<>(columns.size());
        columns.forEach(column -> members.add(row.get(column)));
        return members;
    }

    private static Comparator<List<@Nullable Object>> order() {
        return (one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = UNKNOWN_LAST.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private List<@Nullable Object> row(
            List<String> columns, Map<String, Object> numbers, List<@Nullable Object> members) {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (String column : columns) {
            int member = plan.question().by().indexOf(column);
            row.add(member < 0 ? numbers.get(column) : members.get(member));
        }
        return row;
    }

    /** What is known of a period without rows, by column; what is not there is unknown. */
    private Map<String, Object> numbers(Spine.Bucket bucket) {
        Map<String, Object> numbers = new HashMap<>();
        numbers.put("bucket", plan.spine().cut().value(bucket.key()));
        for (MetricPlan metric : plan.question().metrics()) {
            if (metric.allows(plan.question().dimensions())) {
                add(numbers, metric, bucket);
            }
        }
        return numbers;
    }

    private void add(Map<String, Object> numbers, MetricPlan metric, Spine.Bucket bucket) {
        String name = metric.metric().name();
        Optional<Double> value = value(metric.value(), bucket);
        if (!costs.of(metric).isEmpty()) {
            numbers.put(name + DividedCosts.UNBOOKED, value.isPresent() ? 1 : 0);
            return; // no cost was booked
        }
        value.ifPresent(number -> numbers.put(name, number));
        metric.parts().or(metric::ends).ifPresent(pair -> {
            value(pair.first(), bucket).ifPresent(number -> numbers.put(name + PlanSql.FIRST, number));
            value(pair.second(), bucket).ifPresent(number -> numbers.put(name + PlanSql.SECOND, number));
        });
    }

    private Optional<Double> value(Formula formula, Spine.Bucket bucket) {
        return FormulaValue.of(formula, name -> nought(name, bucket)).map(number -> number + 0.0);
    }

    private Optional<Double> nought(String measure, Spine.Bucket bucket) {
        return plan.served(measure)
                .filter(served -> served.countsFromNought() && plan.knows(served, bucket))
                .map(known -> 0.0);
    }
}
