package dev.ukur.store;

import java.util.List;

/**
 * What a push brought into a lake.
 *
 * @param newest the load up to which the lake knows all; 0 when there is none
 * @param loads how many were brought now
 * @param anew whether all was brought once more, because people were erased since
 * @param tables what came into each table that anything came into
 */
public record PushedLoads(long newest, long loads, boolean anew, List<Table> tables) {

    public PushedLoads {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param rows new versions of rows
     * @param superseded earlier versions, in the lake before, that these loads replaced or took back
     */
    public record Table(String name, long rows, long superseded) {}
}
