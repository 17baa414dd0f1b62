package dev.ukur.twin;

/** How big a shop to simulate. */
public enum TwinSize {
    /** About 40,000 visits in 15 months: the demo. */
    SMALL(90),
    /** About 400,000 visits in 15 months. */
    MEDIUM(900),
    /** About 5 million visits in 15 months. */
    LARGE(11_200);

    private final int visitsPerDay;

    TwinSize(int visitsPerDay) {
        this.visitsPerDay = visitsPerDay;
    }

    /** Visits on an ordinary day, about. */
    public int visitsPerDay() {
        return visitsPerDay;
    }
}
