package dev.ukur.sources;

import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.NumberLocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the preview of a file for a dry run. */
final class PreviewMaker {

    private static final int ROWS = 3;

    /** Columns that say nothing of the file. */
    private static final Set<String> UNSHOWN = Set.of("account", "extra", "breakdown", "is_paid");

    private final Table table;
    private final Evidence evidence;

    PreviewMaker(Table table, Evidence evidence) {
        this.table = table;
        this.evidence = evidence;
    }

    /** @param plan reads the first rows */
    Preview of(TablePlan plan) {
        List<@Nullable Object[]> first = firstRows(plan);
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            int column = i;
            boolean filled = first.stream().anyMatch(row -> row[column] != null);
            if (filled && !UNSHOWN.contains(plan.columns().get(i))) {
                shown.add(i);
            }
        }
        return new Preview(
                evidence.numberLocale() == NumberLocale.COMMA ? "comma" : "dot",
                evidence.example(NumberLocale.DOT),
                evidence.example(NumberLocale.COMMA),
                dates(),
                plan.table(),
                shown.stream().map(plan.columns()::get).toList(),
                first.stream()
                        .map(row -> shown.stream().map(i -> text(row[i])).toList())
                        .toList());
    }

    private List<@Nullable Object[]> firstRows(TablePlan plan) {
        List<@Nullable Object[]> first = new ArrayList<>();
        try (Table.Rows rows = table.rows()) {
            for (SourceRow row = rows.next(); row != null && first.size() < ROWS; row = rows.next()) {
                @Nullable Object @Nullable [] values = row.total().isPresent() ? null : plan.read(row, 1);
                if (values != null) {
                    first.add(values);
                }
            }
        }
        return first;
    }

    private Map<String, String> dates() {
        Map<String, String> orders = new TreeMap<>();
        for (Map.Entry<Integer, Dates> column : evidence.dates().entrySet()) {
            evidence.order(column.getKey())
                    .ifPresent(order -> orders.put(
                            table.fields().name(column.getKey()), order.name().toLowerCase(Locale.ROOT)));
        }
        return orders;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
