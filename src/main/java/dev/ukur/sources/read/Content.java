package dev.ukur.sources.read;

import java.util.List;
import java.util.Optional;

/** What an {@link Input} holds, known by its bytes and not by its name. Reading it twice gives the same twice. */
public interface Content {

    /** The kinds of container. */
    enum Kind {
        CSV,
        XLSX,
        JSON,
        NDJSON,
        /** Typed rows under one header: of a database or of a Parquet file. */
        TABLE
    }

    /** Where it comes from. */
    Input input();

    /** What container it is, after gzip is taken off. */
    Kind kind();

    /** SHA-256 of the stored bytes (compressed as they lie), lower-case hex. */
    String sha256();

    /** Names of the sheets of an XLSX; one empty name for other grids. */
    List<String> sheets();

    /** The rows of a CSV, or of one sheet of an XLSX. Each call starts anew. */
    Grid grid(String sheet);

    /** The rows of a CSV read with a given delimiter instead of the one its lines show. */
    Grid grid(char delimiter);

    /** How large it is as it lies on the disk; 0 for what does not lie there as it is. */
    default long bytes() {
        return 0;
    }

    /** The text as it lies on the disk, with a sign between cells, where all readers of delimited text agree on its rows. */
    default Optional<PlainText> plain(char delimiter) {
        return Optional.empty();
    }

    /** The sign between the cells of a CSV, as its lines show it. */
    default char shownDelimiter() {
        return ',';
    }

    /** How far a database was read; empty for files. */
    default Optional<String> reached() {
        return Optional.empty();
    }

    /** Whether blank rows may part it into several tables. */
    default boolean hasGaps() {
        return true;
    }

    /** The lines of any text. Each call starts anew. */
    TextLines lines();

    /** The records of an NDJSON file, or the single tree of a JSON file. Each call starts anew. */
    Records records();
}
