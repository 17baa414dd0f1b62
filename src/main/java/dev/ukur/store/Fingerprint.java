package dev.ukur.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which state of its data a database file holds, told without opening it. DuckDB counts checkpoints in the file's first
 * three blocks, and between two checkpoints every commit makes the write-ahead log longer: equal fingerprints of one file,
 * equal data.
 */
final class Fingerprint {

    private static final int HEADERS = 3 * 4096;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The fingerprint of a file as it is now; empty when there is none or it cannot be read. */
    static Optional<Fingerprint> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Path log = file.resolveSibling(file.getFileName() + ".wal");
            byte[] headers = in.readNBytes(HEADERS);
            String state = Files.size(file) + " "
                    + (Files.exists(log) ? Files.size(log) + " " + Files.getLastModifiedTime(log) : "");
            byte[] all = Arrays.copyOf(headers, headers.length + state.length());
            for (int i = 0; i < state.length(); i++) {
                all[headers.length + i] = (byte) state.charAt(i);
            }
            return Optional.of(new Fingerprint(all));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Fingerprint ofBytes(byte[] bytes) {
        return new Fingerprint(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** A text that only equal ones have. */
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
