package dev.ukur.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query.
 *
 * @param columns names in order
 * @param rows values in the order of the columns; null is unknown
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {

    public QueryResult {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    /** The position of a column. */
    public int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + columns);
        }
        return index;
    }

    /** A cell by row number and column name. */
    public @Nullable Object value(int row, String column) {
        return rows.get(row).get(index(column));
    }
}
