package dev.ukur.sources.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mark that names a currency beside a number, in front of it or behind it. A longer mark is tried before a shorter one. */
enum CurrencyMark {
    US_DOLLAR("US$", "USD"),
    SINGAPORE_DOLLAR("S$", "SGD"),
    RUPIAH_POINT("Rp.", "IDR"),
    RUPIAH("Rp", "IDR"),
    RINGGIT("RM", "MYR"),
    IDR("IDR", "IDR"),
    USD("USD", "USD"),
    EUR("EUR", "EUR"),
    SGD("SGD", "SGD"),
    MYR("MYR", "MYR"),
    GBP("GBP", "GBP"),
    EURO("€", "EUR"),
    POUND("£", "GBP"),
    /** Many currencies share it. */
    DOLLAR("$", null);

    private static final CurrencyMark[] ALL = values();

    private final String mark;
    private final @Nullable String code;

    CurrencyMark(String mark, @Nullable String code) {
        this.mark = mark;
        this.code = code;
    }

    /** The ISO 4217 code, if the mark stands for one currency only. */
    Optional<String> code() {
        return Optional.ofNullable(code);
    }

    int length() {
        return mark.length();
    }

    /** The mark a text begins with at a place, or null. */
    static @Nullable CurrencyMark startingAt(String text, int from) {
        for (CurrencyMark candidate : ALL) {
            if (text.regionMatches(true, from, candidate.mark, 0, candidate.mark.length())) {
                return candidate;
            }
        }
        return null;
    }

    /** The mark a text ends with before a place, or null. */
    static @Nullable CurrencyMark endingAt(String text, int from, int end) {
        for (CurrencyMark candidate : ALL) {
            int start = end - candidate.mark.length();
            if (start >= from && text.regionMatches(true, start, candidate.mark, 0, candidate.mark.length())) {
                return candidate;
            }
        }
        return null;
    }
}
