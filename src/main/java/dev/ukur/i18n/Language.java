package dev.ukur.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the program. */
public enum Language {
    /** Indonesian. */
    ID,
    /** English. */
    EN;

    /** The code used in files and options: {@code id} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a code, or empty. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** The one of two texts that is in this language. */
    public String pick(String indonesian, String english) {
        return this == ID ? indonesian : english;
    }
}
