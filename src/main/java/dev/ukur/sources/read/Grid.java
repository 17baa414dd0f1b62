package dev.ukur.sources.read;

import org.jspecify.annotations.Nullable;

/** Rows of cells, streamed in file order. No row is special here: preamble, header and totals come as they stand. */
public interface Grid extends AutoCloseable {

    /**
     * The next row, or null after the last.
     *
     * @throws dev.ukur.problem.ProblemException when the bytes cannot be read on (truncated, wrong encoding, a line too long)
     */
    @Nullable
    GridRow next();

    @Override
    void close();
}
