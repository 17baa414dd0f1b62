package dev.ukur.time;

import java.util.Locale;

/** What a day off in Indonesia is kept for. */
public enum Festival {
    NEW_YEAR,
    LUNAR_NEW_YEAR,
    NYEPI,
    GOOD_FRIDAY,
    EASTER,
    IDULFITRI,
    VESAK,
    ASCENSION,
    LABOUR_DAY,
    PANCASILA,
    IDUL_ADHA,
    ISLAMIC_NEW_YEAR,
    INDEPENDENCE,
    MAWLID,
    ISRA_MIRAJ,
    CHRISTMAS,
    ELECTION;

    /** The word used in files: {@code idul_adha}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
