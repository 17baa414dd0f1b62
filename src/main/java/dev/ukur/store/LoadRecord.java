package dev.ukur.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the load book.
 *
 * @param id ascending number
 * @param request what was loaded
 * @param loadedAt when
 * @param read rows read; each is loaded, unchanged or rejected (a file row may give rows in several tables)
 * @param loaded rows that were new
 * @param changed rows that superseded an earlier version
 * @param unchanged rows equal to what was there
 * @param rejected rows kept in quarantine
 * @param gone rows that were current before and are not in a file that declares itself complete
 * @param periodStart first day the rows speak of, or null
 * @param periodEnd last day the rows speak of, or null
 * @param provisionalFrom first day the source may still change, or null
 * @param report the reader's own report as JSON
 * @param reached how far a database was read, or null
 */
public record LoadRecord(
        long id,
        LoadRequest request,
        Instant loadedAt,
        long read,
        long loaded,
        long changed,
        long unchanged,
        long rejected,
        long gone,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable LocalDate provisionalFrom,
        String report,
        @Nullable String reached) {}
