package dev.ukur.model;

import java.text.Normalizer;
import java.util.Locale;

/** Header cells are equal when they look equal: composed characters, one kind of space, no case, no outer blanks. */
public final class HeaderName {

    private HeaderName() {}

    /** The text by which a header cell is compared. */
    public static String fold(String header) {
        String composed = Normalizer.normalize(header, Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c != '\uFEFF') {
                plain.append(c == '\u00A0' || c == '\u202F' ? ' ' : c);
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }
}
