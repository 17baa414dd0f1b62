package dev.ukur.model;

import dev.ukur.problem.Location;

/**
 * Rows of one fact, each told whether a row of another fact followed for the same person or thing in time. What follows
 * counts for the last row before it only.
 *
 * @param base what may be followed
 * @param conversion what follows
 * @param window how long after at most, such as {@code 7 days}
 * @param at where it is written
 */
public record Conversion(Side base, Side conversion, String window, Location at) {

    /**
     * One side.
     *
     * @param fact its rows
     * @param entity column that names the person or thing
     * @param time column with the moment or day
     */
    public record Side(String fact, String entity, String time) {}
}
