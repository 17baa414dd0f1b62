package dev.ukur.sources;

import dev.ukur.store.LoadRecord;
import dev.ukur.time.Period;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the load book, as people ask for it.
 *
 * @param load its number
 * @param file as the user named it
 * @param source the profile that read it, and the account it belongs to
 * @param loadedAt when
 * @param rows what became of its rows
 * @param days the days its rows speak of
 * @param undoneBy the load that took it back, if one did
 */
public record LoadSummary(
        long load,
        String file,
        Source source,
        Instant loadedAt,
        Rows rows,
        Optional<Period> days,
        Optional<Long> undoneBy) {

    /** Where the rows come from. */
    public record Source(String profile, String account) {}

    /** How many rows were read, and how many of them were new, changed, equal to what was there, or kept out. */
    public record Rows(long read, long added, long changed, long unchanged, long rejected) {}

    /** The same load with its file under another name. */
    public LoadSummary named(String name) {
        return new LoadSummary(load, name, source, loadedAt, rows, days, undoneBy);
    }

    /** A line of the store's book. */
    public static LoadSummary of(LoadRecord record, Optional<Long> undoneBy) {
        Optional<Period> days = record.periodStart() == null || record.periodEnd() == null
                ? Optional.empty()
                : Optional.of(new Period(record.periodStart(), record.periodEnd()));
        return new LoadSummary(
                record.id(),
                record.request().fileName(),
                new Source(record.request().profile(), record.request().account()),
                record.loadedAt(),
                new Rows(record.read(), record.loaded(), record.changed(), record.unchanged(), record.rejected()),
                days,
                undoneBy);
    }
}
