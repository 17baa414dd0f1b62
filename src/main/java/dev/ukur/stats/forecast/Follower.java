package dev.ukur.stats.forecast;

/**
 * A forecast that follows a series value by value with weights given beforehand. At each moment it knows only what it has
 * seen, so one pass over a series tells how good it was from every moment in it.
 */
interface Follower {

    /** The next value came. */
    void see(double value);

    /** What it expects so many steps ahead; only after it has seen as many values as it needs. */
    double ahead(int steps);

    /** How many values it must have seen before it can say anything. */
    int needs();

    /**
     * How much of a surprise is still there so many steps later, by its own model: its ψ weight.
     *
     * @param steps from 1
     */
    double kept(int steps);
}
