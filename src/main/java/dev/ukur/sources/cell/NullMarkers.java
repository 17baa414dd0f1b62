package dev.ukur.sources.cell;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The texts that mean "no value" in a file, such as {@code --} or {@code n/a}. An empty cell always means it. */
public final class NullMarkers {

    private final Set<String> markers;

    private NullMarkers(Set<String> markers) {
        this.markers = markers;
    }

    /** The markers of a profile; letter case and blanks at the ends do not matter. */
    public static NullMarkers of(Collection<String> markers) {
        Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        markers.forEach(marker -> folded.add(CellText.trim(marker)));
        return new NullMarkers(folded);
    }

    /** Only empty cells. */
    public static NullMarkers none() {
        return of(Set.of());
    }

    /** The texts, without the empty one. */
    public Set<String> texts() {
        return Set.copyOf(markers);
    }

    /** Whether a cell holds no value. */
    public boolean matches(String text) {
        String trimmed = CellText.trim(text);
        return trimmed.isEmpty() || markers.contains(trimmed);
    }
}
