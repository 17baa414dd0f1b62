package dev.ukur.insights;

/** A probability of chance, such as a p or q value, as a reader needs it: below one in ten thousand it is told as that. */
public final class Chance {

    private static final double TINY = 0.0001;

    private Chance() {}

    /** The value, or that it is smaller than one in ten thousand. */
    public static Term of(double p) {
        return p < TINY ? Term.words("tiny-chance") : Term.ratio(p);
    }
}
