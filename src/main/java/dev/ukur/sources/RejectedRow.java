package dev.ukur.sources;

import dev.ukur.store.LoadRecord;
import dev.ukur.store.Loading;
import java.util.Optional;

/**
 * A row in quarantine.
 *
 * @param load number of the load it came with
 * @param file the file as the user named it
 * @param line line of the file, 1-based
 * @param reason stable reject code; its text stands under {@code reject.<code>}
 * @param column column of the file that is wrong, when it is one
 * @param value what stands there
 */
public record RejectedRow(
        long load, String file, long line, String reason, Optional<String> column, Optional<String> value) {

    /** The same row with its file under another name. */
    public RejectedRow named(String name) {
        return new RejectedRow(load, name, line, reason, column, value);
    }

    /** A row the store kept back. */
    public static RejectedRow of(LoadRecord load, Loading.Reject row) {
        return new RejectedRow(
                load.id(),
                load.request().fileName(),
                row.line(),
                row.reason(),
                Optional.ofNullable(row.column()),
                Optional.ofNullable(row.value()));
    }
}
