package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.model.Expression;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which fields of a file tell what of its rows: what two rows that are alike in those fields have in common. */
final class Telling {

    /** A column that is one cell, read. */
    record Copy(int field, ColumnValue.Read read) {}

    private final Map<String, Set<Integer>> fields = new HashMap<>();
    private final Map<String, Copy> copies = new HashMap<>();
    private final Map<String, String> days = new HashMap<>();
    private boolean byPlace;

    /** Takes a column that cells are read into; answers the fields of that step. */
    Set<Integer> read(String column, ColumnValue.Read read, int field, int beside) {
        boolean alone = beside < 0 && !fields.containsKey(column);
        Set<Integer> own = beside < 0 ? Set.of(field) : Set.of(field, beside);
        set(column, own);
        if (alone) {
            copies.put(column, new Copy(field, read));
        }
        return own;
    }

    /** Takes a column that is derived from others; answers the fields of that step. */
    Set<Integer> derived(String column, Expression expression) {
        Set<Integer> own = new TreeSet<>();
        boolean alone = !fields.containsKey(column);
        for (String part : ExpressionColumns.of(expression)) {
            own.addAll(fields.getOrDefault(part, Set.of()));
            byPlace |= part.equals("$line") || part.equals("$group_line");
        }
        set(column, own);
        if (alone && expression instanceof Expression.DayOf day && day.of() instanceof Expression.Column of) {
            days.put(column, of.name());
        }
        return own;
    }

    /** Takes a column that several fields tell together. */
    void set(String column, Set<Integer> own) {
        fields.computeIfAbsent(column, any -> new TreeSet<>()).addAll(own);
        copies.remove(column);
        days.remove(column);
    }

    /** The fields that tell a column; none for what is the same in all rows. */
    Set<Integer> of(String column) {
        return fields.getOrDefault(column, Set.of());
    }

    /** The one cell a column is read from, if it is that and nothing else. */
    Optional<Copy> copy(String column) {
        return Optional.ofNullable(copies.get(column));
    }

    /** The column of instants whose day a column is, if it is that and nothing else. */
    Optional<String> dayOf(String column) {
        return Optional.ofNullable(days.get(column));
    }

    /** Whether something is told by the number of the line. */
    boolean isByPlace() {
        return byPlace;
    }
}
