package dev.ukur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Of which state an answer is: that of the workspace, and the day, on which verdicts depend. Equal versions, equal answers.
 *
 * @param text sixteen hexadecimal digits
 */
record WorkspaceVersion(String text) {

    private static final int DIGITS = 16;

    /**
     * The version of a state on a day.
     *
     * @param state of the workspace's files
     * @param day in the zone of the workspace
     */
    static WorkspaceVersion of(String state, LocalDate day) {
        return new WorkspaceVersion(digest(day + " " + state).substring(0, DIGITS));
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
