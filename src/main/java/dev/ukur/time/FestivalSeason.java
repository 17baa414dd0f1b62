package dev.ukur.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where a day lies around the first day of Idulfitri. Trade swells before it, pauses on it, and takes days to come back. */
public enum FestivalSeason {
    /** Far from it. */
    NONE(1, 0),
    /** Ramadan until two weeks before. */
    FASTING(-30, -15),
    /** The second week before: the holiday bonus (THR) is paid. */
    BONUS(-14, -8),
    /** The last week before: parcels must still arrive, people travel home. */
    EVE(-7, -1),
    /** The feast and the days of visits. */
    FEAST(0, 6),
    /** The week in which people come back. */
    RETURN(7, 14);

    /** How many days before the feast its weeks begin. */
    static final int BEFORE = 30;

    /** How many days after it they end. */
    static final int AFTER = 14;

    private final long first;
    private final long last;

    FestivalSeason(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /** The season of a day, by the festival it lies nearest to in this sense. */
    static FestivalSeason of(LocalDate day, LocalDate festival) {
        long distance = ChronoUnit.DAYS.between(festival, day);
        for (FestivalSeason season : values()) {
            if (season.first <= distance && distance <= season.last) {
                return season;
            }
        }
        return NONE;
    }

    /** The days of all seasons around a festival. */
    static Period around(LocalDate festival) {
        return new Period(festival.minusDays(BEFORE), festival.plusDays(AFTER));
    }
}
