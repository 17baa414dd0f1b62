package dev.ukur.sources;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An id for things their source gives none: equal content, equal id. The first 128 bits of SHA-256. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(String content) {
        return HexFormat.of().formatHex(Arrays.copyOf(digest(content), BYTES));
    }

    /** Half of it, where millions are kept at a time. */
    static long half(String content) {
        return ByteBuffer.wrap(digest(content)).getLong();
    }

    private static byte[] digest(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
