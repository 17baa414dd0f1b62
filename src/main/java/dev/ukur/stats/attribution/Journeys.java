package dev.ukur.stats.attribution;

import java.util.List;

/**
 * All paths of a period.
 *
 * @param channels names; a touch is a place in this list
 * @param paths in any order; equal paths need not be put together, but it is faster
 */
public record Journeys(List<String> channels, List<Path> paths) {

    public Journeys {
        channels = List.copyOf(channels);
        paths = List.copyOf(paths);
    }

    /** How many conversions there are in all. */
    public double conversions() {
        double sum = 0;
        for (Path path : paths) {
            sum += path.conversions();
        }
        return sum;
    }

    /** What they are worth in all. */
    public double value() {
        return paths.stream().mapToDouble(Path::value).sum();
    }

    /** How many paths ended in nothing. */
    public double nulls() {
        double sum = 0;
        for (Path path : paths) {
            sum += path.nulls();
        }
        return sum;
    }
}
