package dev.ukur.time;

import java.time.LocalDate;

/**
 * A day off by decree.
 *
 * @param day the day
 * @param kind who is off
 * @param festival what it is kept for
 */
public record Holiday(LocalDate day, Kind kind, Festival festival) {

    /** Who is off. */
    public enum Kind {
        /** Everybody: a national holiday. */
        NATIONAL,
        /** Offices and banks: joint leave (cuti bersama), which trade need not keep. */
        JOINT
    }
}
