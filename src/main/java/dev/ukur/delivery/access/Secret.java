package dev.ukur.delivery.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random codes, and what is kept of them: 256 random bits need no slow hash. */
final class Secret {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A new code, fit for an address. */
    static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    /** A short name for something that has a code. */
    static String id() {
        return HexFormat.of().formatHex(random(ID_BYTES));
    }

    static String hash(String code) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether two codes are the same, in a time that tells nothing of either. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
