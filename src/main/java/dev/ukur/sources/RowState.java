package dev.ukur.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row on its way to a canonical table: what was read so far, by slot. Used again for each row. */
final class RowState {

    private final List<String> slots;
    private final @Nullable Object[] values;
    private final Faults faults = new Faults();
    private SourceRow row = SourceRow.data(0, List.of());
    private long groupLine;

    RowState(List<String> slots) {
        this.slots = slots;
        this.values = new Object[slots.size()];
    }

    void begin(SourceRow next, long lineInGroup) {
        row = next;
        groupLine = lineInGroup;
        faults.clear();
        java.util.Arrays.fill(values, null);
    }

    SourceRow row() {
        return row;
    }

    /** The number of the line in its group, from 1. */
    long groupLine() {
        return groupLine;
    }

    Faults faults() {
        return faults;
    }

    @Nullable
    Object get(int slot) {
        return values[slot];
    }

    void set(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    int slot(String column) {
        return slots.indexOf(column);
    }
}
