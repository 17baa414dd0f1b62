package dev.ukur.sources;

import dev.ukur.sources.ImportReport.ControlTotal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Totals a file states, against what its rows add up to. Money may differ by 0.01 + 0.005 x sqrt(rows), for each row is
 * rounded; counts and conversions may not differ at all.
 */
final class ControlTotals {

    /** Stands for the column where the number of rows is compared. */
    static final String ROWS = "rows";

    private record Stated(SourceRow.Total total, String column, BigDecimal value) {}

    private final List<String> columns;
    private final Set<String> money;
    private final List<ControlTotal> counts = new ArrayList<>();
    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
    private final List<Stated> stated = new ArrayList<>();
    private long rows;

    /**
     * @param columns those that are added up
     * @param money those of them that hold money
     */
    ControlTotals(List<String> columns, Set<String> money) {
        this.columns = List.copyOf(columns);
        this.money = Set.copyOf(money);
        columns.forEach(column -> sums.put(column, BigDecimal.ZERO));
    }

    /** Adds a row of data, rejected or not: the totals prove the reading. */
    void add(RowState state) {
        rows++;
        for (String column : columns) {
            BigDecimal value = number(state.slot(column) < 0 ? null : state.get(state.slot(column)));
            if (value != null) {
                sums.merge(column, value, BigDecimal::add);
            }
        }
    }

    /** Takes a total row. */
    void state(TablePlan plan, SourceRow row, SourceRow.Total total) {
        for (String column : columns) {
            BigDecimal value = number(plan.total(row, column));
            if (value != null) {
                stated.add(new Stated(total, column, value));
            }
        }
    }

    /** Takes the number of rows the file states, beside that of the rows read. */
    void count(String label, BigDecimal stated, long read) {
        BigDecimal rowsRead = BigDecimal.valueOf(read);
        counts.add(new ControlTotal(label, ROWS, stated, rowsRead, stated.compareTo(rowsRead) == 0, true));
    }

    /** Whether a binding total was met at all. */
    boolean hasBinding() {
        return !counts.isEmpty()
                || stated.stream().anyMatch(each -> each.total().binding());
    }

    /** Each stated total beside its sum. */
    List<ControlTotal> compare() {
        return Stream.concat(compareSums(), counts.stream()).toList();
    }

    private Stream<ControlTotal> compareSums() {
        return stated.stream().map(each -> {
            BigDecimal sum = sums.getOrDefault(each.column(), BigDecimal.ZERO);
            BigDecimal apart = each.value().subtract(sum).abs();
            boolean matches = apart.compareTo(tolerance(each.column())) <= 0;
            return new ControlTotal(
                    each.total().label(),
                    each.column(),
                    each.value(),
                    sum,
                    matches,
                    each.total().binding());
        });
    }

    private BigDecimal tolerance(String column) {
        if (!money.contains(column)) {
            return BigDecimal.ZERO;
        }
        BigDecimal root = BigDecimal.valueOf(rows).sqrt(MathContext.DECIMAL64);
        return new BigDecimal("0.01").add(new BigDecimal("0.005").multiply(root));
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
