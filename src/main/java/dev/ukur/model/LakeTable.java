package dev.ukur.model;

import dev.ukur.problem.Location;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of a lake, read as rows of a canonical one.
 *
 * @param name of the table in the lake
 * @param into canonical table
 * @param account the source account of all its rows
 * @param zone whose clocks show the times that say no zone; empty when there are none
 * @param currency of all its money; empty when a column says it, or there is none
 * @param columns canonical column to what it is made of; {@code period} stands for both its days
 * @param pull how its rows come into the local store
 * @param at where it stands
 */
public record LakeTable(
        Name name,
        String into,
        String account,
        Optional<ZoneId> zone,
        Optional<String> currency,
        Map<String, Column> columns,
        Pull pull,
        Location at) {

    /** The key that stands for the first and the last day of a row. */
    public static final String PERIOD = "period";

    public LakeTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A table's name in three parts. */
    public record Name(String catalog, String schema, String table) {

        @Override
        public String toString() {
            return catalog + "." + schema + "." + table;
        }
    }

    /**
     * What a canonical column is made of.
     *
     * @param at where that stands
     */
    public record Column(Expression value, Location at) {}

    /**
     * How rows come into the local store.
     *
     * @param wanted whether they come at all; else they are only asked where they are
     * @param restatedDays the last days that are pulled again each time, because their rows may still change
     */
    public record Pull(boolean wanted, int restatedDays) {

        /** Platforms restate about a month. */
        public static final int RESTATED_DAYS = 30;
    }
}
