package dev.ukur.sources.cell;

import org.jspecify.annotations.Nullable;

/** A word behind a number that multiplies it. {@code M} and {@code B} are missing on purpose: miliar, million or billion. */
enum NumberWord {
    TRILIUN("triliun", 12),
    TRILYUN("trilyun", 12),
    MILIAR("miliar", 9),
    MILYAR("milyar", 9),
    JUTA("juta", 6),
    JT("jt", 6),
    RIBU("ribu", 3),
    RB("rb", 3),
    K("k", 3);

    private static final NumberWord[] ALL = values();

    private final String word;
    private final int powerOfTen;

    NumberWord(String word, int powerOfTen) {
        this.word = word;
        this.powerOfTen = powerOfTen;
    }

    int powerOfTen() {
        return powerOfTen;
    }

    int length() {
        return word.length();
    }

    /** The word a text ends with before a place, or null. */
    static @Nullable NumberWord endingAt(String text, int from, int end) {
        for (NumberWord candidate : ALL) {
            int start = end - candidate.word.length();
            if (start > from && text.regionMatches(true, start, candidate.word, 0, candidate.word.length())) {
                return candidate;
            }
        }
        return null;
    }
}
