package dev.ukur.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column or member of an export may tell of a person, known by its name in English or Indonesian. */
enum PersonalKind {
    EMAIL("e_?mail|e_?mail_address|surel|alamat_(e_?mail|surel)"),
    PHONE("(no|nomor|number)?_?(phone|mobile|telepon|telp|tlp|hp|handphone|ponsel|whatsapp|wa)(_?number|_no|_nomor)?"),
    NAME("(first|last|full|family|given|middle)_?name|nama_(depan|belakang|lengkap|penerima|pembeli|pelanggan|pemesan)"
            + "|(buyer|customer|recipient|contact|billing|shipping)_?name|nama_?pengguna|user_?name|recipient"),
    ADDRESS(
            "(street|home|billing|shipping|mailing|delivery)?_?address_?[0-9]?|street|alamat(_.*)?|zip|zip_?code|postal_?code"
                    + "|postcode|kode_?pos"),
    IP("ip|ip_?address|(client|remote|user|optin|confirm)_?ip|alamat_ip"),
    OTHER("nik|ktp|no_ktp|npwp|passport|birth_?(day|date)|date_of_birth|tanggal_lahir");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** A telephone number written so that it can be nothing else. */
    private static final Pattern NUMBER =
            Pattern.compile("\\+[1-9][0-9 ().-]{7,18}[0-9]|08[0-9]{2}[ -]?[0-9]{3,4}[ -]?[0-9]{3,5}");

    private final Pattern names;

    PersonalKind(String names) {
        this.names = Pattern.compile("(customer_|contact_|billing_|shipping_|buyer_|lead_)?(" + names + ")");
    }

    /** The word used in the store. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a column of this name tells of a person, if anything. */
    static Optional<PersonalKind> of(String column) {
        String spaced = HUMP.matcher(column).replaceAll("_").toLowerCase(Locale.ROOT);
        String plain = NO_WORD.matcher(spaced).replaceAll("_").replaceAll("^_|_$", "");
        return Arrays.stream(values())
                .filter(kind -> kind.names.matcher(plain).matches())
                .findFirst();
    }

    /** The pattern of a telephone number beyond doubt, in words that Java and the engine share. */
    static String numberPattern() {
        return NUMBER.pattern();
    }

    /** Whether a text is a telephone number beyond doubt. */
    static boolean isNumber(String text) {
        return text.length() >= 9
                && (text.charAt(0) == '+' || text.startsWith("08"))
                && NUMBER.matcher(text).matches();
    }
}
