package dev.ukur.sources;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person as a keyed hash (HMAC-SHA-256, its first 128 bits): equal for equal addresses, useless without the
 * workspace's key. An e-mail address is trimmed and lower-cased first, a telephone number brought to its international
 * form. Not thread-safe.
 */
public final class PersonHash {

    private static final int BYTES = 16;

    /** Marks a pseudonym where a text stood that named somebody. */
    private static final String MARK = "person:";

    private static final Pattern TOKEN = Pattern.compile(MARK + "([0-9a-f]{32})");
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]{0,64}[\\p{L}\\p{N}](?:@|%40)[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9][0-9 ().-]{6,20}[0-9]");

    /**
     * Hidden in part, as marketplaces do: any star, or a telephone number with crosses for digits. The visitor of a server
     * log is an address and an agent with a separator between; stars in it hide nothing.
     */
    private static final Pattern HIDDEN =
            Pattern.compile("[^\\x1f]*[*\u2022\u25cf][^\\x1f]*|\\+?[0-9][0-9 ().-]*[xX]{2,}[0-9xX ().-]*");

    /** Written where nobody is known: no letter and no digit but 0, one digit over and over, or such words. */
    private static final Pattern NOBODY = Pattern.compile("[^\\p{L}1-9]*|\\+?([1-9])\\1{8,}"
            + "|\\(?(n/?a|nan|none|null|nil|unknown|guest|anonym(ous)?|not[ _]?(set|provided|available)|no[ _-]?(e-?mail|phone)"
            + "|anonim|tamu|kosong|tidak[ _]?(ada|diketahui))\\)?"
            + "|(no-?e?mail|(do-?)?not?-?reply|none|null|kosong|tidak[._]?ada)@.*");

    private final Mac mac;
    private final String country;
    private final Set<String> erased;

    /**
     * @param key 32 secret bytes of the workspace
     * @param country code of telephone numbers written without one
     * @param erased hashes of people who are not to come back
     */
    public PersonHash(byte[] key, String country, Set<String> erased) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
        this.country = country;
        this.erased = Set.copyOf(erased);
    }

    /** Whether a text tells one person from others; many share what does not, and would become one. */
    boolean tells(String person) {
        String text = person.strip().toLowerCase(Locale.ROOT);
        return !NOBODY.matcher(text).matches() && !isHidden(text);
    }

    /** Whether a text names somebody whose name is hidden in part. */
    boolean isHidden(String person) {
        return HIDDEN.matcher(person.strip()).matches();
    }

    /** The hash of a person's address or number; of a text that is a pseudonym already, what it stands for. */
    public String of(String person) {
        String text = person.strip();
        if (text.startsWith(MARK) && TOKEN.matcher(text).matches()) {
            return text.substring(MARK.length());
        }
        return text.equals(MARK + "erased") ? text : hash(text);
    }

    private String hash(String text) {
        byte[] digest = mac.doFinal(normal(text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }

    /** Whether a hash is that of somebody who is not to come back. */
    boolean isErased(String hash) {
        return erased.contains(hash) || hash.equals(MARK + "erased");
    }

    /** Whether anybody is not to come back. */
    boolean erasesAny() {
        return !erased.isEmpty();
    }

    /** A pseudonym to stand where the text stood; the same for all who were erased. */
    String token(String person) {
        String hash = of(person);
        return MARK + (isErased(hash) ? "erased" : hash);
    }

    /** A text whose e-mail addresses are pseudonyms. */
    String without(String text) {
        return text.indexOf('@') < 0 && !text.contains("%40")
                ? text
                : ADDRESS.matcher(text).replaceAll(found -> token(found.group().replace("%40", "@")));
    }

    private String normal(String text) {
        return text.indexOf('@') < 0 && DIALLED.matcher(text).matches()
                ? international(text)
                : text.toLowerCase(Locale.ROOT);
    }

    /** A telephone number as E.164 has it; a row of digits that is none stays as it is. */
    private String international(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (text.startsWith("+")) {
            return "+" + digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        if (digits.startsWith("0") && digits.length() >= 9 && digits.length() <= 14) {
            return "+" + country + digits.substring(1);
        }
        boolean isWhole = digits.startsWith(country) && digits.length() >= 10 && digits.length() <= 15;
        return isWhole ? "+" + digits : text.toLowerCase(Locale.ROOT);
    }
}
