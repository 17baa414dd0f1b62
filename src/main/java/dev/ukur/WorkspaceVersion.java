package dev.ukur;

import dev.ukur.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of which state an answer is: the data, the files that define what is measured, the ledger, and the day, on which verdicts
 * depend. Equal versions, equal answers.
 *
 * @param text sixteen hexadecimal digits
 */
record WorkspaceVersion(String text) {

    private static final int DIGITS = 16;
    private static final List<String> FOLDERS = List.of("", "metrics", "sources");

    /** The version of a workspace now. The hour stands for the day, which begins at different hours in different zones. */
    static WorkspaceVersion of(Path folder, Clock clock) {
        StringBuilder state = new StringBuilder();
        state.append(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .append(clock.instant().atZone(ZoneOffset.UTC).getHour());
        FOLDERS.forEach(name -> files(folder.resolve(name), state));
        state.append(Store.state(folder.resolve(LocalUkur.STORE)).orElse(""));
        return new WorkspaceVersion(digest(state.toString()).substring(0, DIGITS));
    }

    private static void files(Path folder, StringBuilder state) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> file(file, state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void file(Path file, StringBuilder state) {
        try {
            state.append(file.getFileName()).append(' ').append(Files.size(file));
            state.append(' ').append(Files.getLastModifiedTime(file)).append('\n');
        } catch (IOException e) {
            state.append("gone\n"); // taken away between listing and looking: another state anyway
        }
    }

    private static String digest(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
