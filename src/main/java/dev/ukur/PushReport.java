package dev.ukur;

import dev.ukur.store.PushedLoads;
import java.util.List;

/**
 * What a push brought into the canonical tables of a lake.
 *
 * @param newest the load up to which the lake knows all; 0 when there is none
 * @param loads how many were brought now
 * @param anew whether all was brought once more, because people were erased since
 * @param tables what came into each table that anything came into
 */
public record PushReport(long newest, long loads, boolean anew, List<Table> tables) {

    public PushReport {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param rows new versions of rows
     * @param superseded earlier versions that these loads replaced or took back
     */
    public record Table(String name, long rows, long superseded) {}

    static PushReport of(PushedLoads pushed) {
        return new PushReport(
                pushed.newest(),
                pushed.loads(),
                pushed.anew(),
                pushed.tables().stream()
                        .map(table -> new Table(table.name(), table.rows(), table.superseded()))
                        .toList());
    }
}
