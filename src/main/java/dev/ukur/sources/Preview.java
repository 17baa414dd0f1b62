package dev.ukur.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file would be read: what decided its numbers and dates, and its first rows as understood.
 *
 * @param decimals {@code dot} or {@code comma}
 * @param dotExample a cell that can only have a decimal point
 * @param commaExample a cell that can only have a decimal comma
 * @param dates column of the file to {@code dmy} or {@code mdy}, where its days need an order
 * @param table the canonical table of the rows
 * @param columns those columns of it that the first rows fill
 * @param rows first rows, a text a column; empty where unknown
 */
public record Preview(
        String decimals,
        Optional<String> dotExample,
        Optional<String> commaExample,
        Map<String, String> dates,
        String table,
        List<String> columns,
        List<List<String>> rows) {

    public Preview {
        dates = Map.copyOf(dates);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
