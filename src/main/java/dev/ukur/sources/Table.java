package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table inside a file, as a profile sees it. It can be read any number of times. */
interface Table {

    /** What its rows are made of. */
    Fields fields();

    /** The lines above the header, cells joined by a comma. */
    List<String> preamble();

    /** The text a JSON pointer leads to from the top of the file. */
    Optional<String> pointer(String pointer);

    /** The rows from the first. */
    Rows rows();

    /** Rows, streamed. */
    interface Rows extends AutoCloseable {

        /** The next row, or null after the last. */
        @Nullable
        SourceRow next();

        /** Lines above, between and below the rows that are no data; complete after the last row. */
        default List<String> remarks() {
            return List.of();
        }

        /** Rows that a rule of the profile passed over, by what they are. */
        default Map<String, Long> passedOver() {
            return Map.of();
        }

        @Override
        void close();
    }

    /** The index of a field that may be missing, or -1. */
    default int index(HeaderMatch match) {
        return fields().find(match).orElse(-1);
    }
}
