package dev.ukur.sources.read;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON records, streamed in file order. */
public interface Records extends AutoCloseable {

    /**
     * The next record, or null after the last.
     *
     * @throws dev.ukur.problem.ProblemException when the bytes are not JSON
     */
    @Nullable
    Item next();

    @Override
    void close();

    /**
     * One record.
     *
     * @param line 1-based line it begins on
     * @param node its tree
     */
    record Item(long line, JsonNode node) {}
}
