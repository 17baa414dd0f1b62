package dev.ukur.twin;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A delimited text file under way. Lines end with a line feed; what needs quotes gets them. */
final class TextFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final BufferedWriter out;
    private final char delimiter;

    /** Text of rows to a stream. */
    TextFile(OutputStream out, char delimiter) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        this.delimiter = delimiter;
    }

    /** A new file, with its folders. */
    static TextFile create(Path path, char delimiter) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new TextFile(Files.newOutputStream(path), delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mark some platforms put before the first line. */
    TextFile mark() {
        return text("\uFEFF");
    }

    /** Text as it is. */
    TextFile text(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A line as it is. */
    TextFile line(String text) {
        return text(text).text("\n");
    }

    /** A row of cells. */
    TextFile row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text(String.valueOf(delimiter));
            }
            text(quoted(cells[i]));
        }
        return text("\n");
    }

    private String quoted(String cell) {
        boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Sends what is buffered on without closing what is beneath. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
