package dev.ukur.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of a canonical table as SQL over the cells of a file, {@code temp.file_lines c}, and over what their texts mean.
 *
 * @param values of the table's columns, in the order they were opened in
 * @param guards conditions that all hold where the values are right; the others' lines are left to a reader
 * @param meanings by the name the SQL calls each by, how it is joined with the cells
 */
public record CellRows(List<String> values, List<String> guards, Map<String, String> meanings) {

    public CellRows {
        values = List.copyOf(values);
        guards = List.copyOf(guards);
        meanings = Map.copyOf(meanings);
    }

    /** Lines of which not all guards hold. */
    String odd() {
        return "select c.line" + from(guards) + " where not coalesce(" + String.join(" and ", guards) + ", false)";
    }

    /** Some of the values of each line, or all. */
    String select(List<String> some) {
        return "select c.line, " + String.join(", ", some) + from(some);
    }

    /** Meanings are joined only where they are asked for: each line has one of each, so nothing depends on the others. */
    private String from(Collection<String> asking) {
        return meanings.entrySet().stream()
                .filter(meaning -> asking.stream().anyMatch(sql -> sql.contains(meaning.getKey() + ".")))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining("", " from temp.file_lines c", ""));
    }
}
