package dev.ukur.sources;

import dev.ukur.model.LakeTable;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What a pull from a lake brought.
 *
 * @param tables in the order of the mapping
 */
public record LakeReport(List<Pulled> tables) {

    public LakeReport {
        tables = List.copyOf(tables);
    }

    /** Whether anything is other than it was. */
    public boolean changed() {
        return tables.stream().anyMatch(table -> table.added() + table.changed() + table.gone() > 0);
    }

    /**
     * One table.
     *
     * @param table its name in the lake
     * @param into canonical table
     * @param days that were looked at; empty when the lake has no rows
     * @param loads how many of them were loaded; the others are as they were
     * @param added rows that are new
     * @param changed rows that superseded an earlier version
     * @param gone rows that left the lake
     */
    public record Pulled(
            String table, String into, Optional<Period> days, long loads, long added, long changed, long gone) {

        static Pulled nothing(LakeTable table) {
            return new Pulled(table.name().toString(), table.into(), Optional.empty(), 0, 0, 0, 0);
        }
    }
}
