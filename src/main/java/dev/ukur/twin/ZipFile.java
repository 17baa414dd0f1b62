package dev.ukur.twin;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive under way whose entries all bear the same time, so that equal content gives equal bytes. */
final class ZipFile implements Closeable {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final ZipOutputStream out;

    ZipFile(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            out = new ZipOutputStream(Files.newOutputStream(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a member; what is written next goes into it. */
    OutputStream member(String name) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(TIME);
            out.putNextEntry(entry);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole member. */
    ZipFile add(String name, String text) {
        try {
            member(name).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
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
