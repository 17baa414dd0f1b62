package dev.ukur.sources;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person as a keyed hash (HMAC-SHA-256, its first 128 bits): equal for equal addresses, useless without the
 * workspace's key. The address is trimmed and lower-cased first. Not thread-safe.
 */
final class PersonHash {

    private static final int BYTES = 16;

    private final Mac mac;

    /** @param key 32 secret bytes of the workspace */
    PersonHash(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(String person) {
        byte[] digest = mac.doFinal(person.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }
}
