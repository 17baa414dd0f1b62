package dev.ukur;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Of which state an answer is: that of the workspace, and the day, on which verdicts depend. Equal versions, equal answers.
 *
 * @param text sixteen hexadecimal digits
 */
record WorkspaceVersion(String text) {

    private static final int DIGITS = 16;

    /** The version of a workspace now. The hour stands for the day, which begins at different hours in different zones. */
    static WorkspaceVersion of(Path folder, Clock clock) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new WorkspaceVersion(
                digest(hour + " " + Ukur.state(folder).orElse("")).substring(0, DIGITS));
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
