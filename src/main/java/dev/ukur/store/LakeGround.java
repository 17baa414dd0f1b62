package dev.ukur.store;

import java.nio.file.Path;

/** A lake that may be written to. Each call is done whole or not at all, and none is part of another. */
public interface LakeGround {

    /** Asks it. */
    QueryEngine engine();

    /** Runs a statement, once. */
    void run(String statement);

    /** After how many seconds a statement that has not ended is given up, by the lake too. */
    int seconds();

    /** The folder, seen from here, out of which it can take files. */
    Path folder();

    /**
     * Takes the Parquet files of a folder over as further rows of a table. From then on they belong to the table.
     *
     * @param table as statements name it
     * @param files a folder below {@link #folder()}
     */
    void take(String table, Path files);

    /** Whether a table of a schema stands on files of a folder, which then may not be removed. */
    boolean holds(LakeSchema schema, String table, Path files);
}
