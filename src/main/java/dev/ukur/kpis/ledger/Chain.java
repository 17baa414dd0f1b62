package dev.ukur.kpis.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seals lines: each JSON object ends with the SHA-256 of the hash before it and of its own text up to there. */
final class Chain {

    /** Stands before the first line. */
    static final String START = "0".repeat(64);

    private static final Pattern SEALED = Pattern.compile("(\\{.*),\"hash\":\"([0-9a-f]{64})\"}");

    private Chain() {}

    /** A JSON object with its hash. */
    static String seal(String object, String before) {
        String open = object.substring(0, object.length() - 1);
        return open + ",\"hash\":\"" + digest(before + open) + "\"}";
    }

    /** Whether a line is what was sealed behind the hash before it. */
    static boolean holds(String line, String before) {
        Matcher sealed = SEALED.matcher(line);
        return sealed.matches() && digest(before + sealed.group(1)).equals(sealed.group(2));
    }

    /** The JSON object that was sealed. */
    static String body(String line) {
        Matcher sealed = SEALED.matcher(line);
        if (!sealed.matches()) {
            throw new IllegalArgumentException("not sealed: " + line);
        }
        return sealed.group(1) + "}";
    }

    /** The hash at the end of a line, if there is one. */
    static Optional<String> hash(String line) {
        Matcher sealed = SEALED.matcher(line);
        return sealed.matches() ? Optional.of(sealed.group(2)) : Optional.empty();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
