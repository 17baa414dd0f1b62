package dev.ukur.sources.read;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, streamed from the first. */
public final class TextLines implements AutoCloseable {

    private final Opened text;
    private final BufferedReader reader;
    private long number;

    TextLines(Opened text) {
        this.text = text;
        this.reader = new BufferedReader(text.reader());
    }

    /** The next line, or null after the last. */
    public @Nullable String next() {
        try {
            String line = reader.readLine();
            number += line == null ? 0 : 1;
            return line;
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    /** The number of the line given last, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }
}
