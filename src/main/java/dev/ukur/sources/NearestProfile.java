package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.sources.read.GridRow;
import java.util.List;

/** Names the profile that comes nearest to a file no profile knows. */
final class NearestProfile {

    /** A profile of which less is there is not worth naming. */
    private static final double NEAR = 0.5;

    /** How much of a profile's header a row is. */
    private record Near(String profile, List<String> missing, double share) {}

    private final List<SourceProfile> profiles;
    private final String file;

    NearestProfile(List<SourceProfile> profiles, String file) {
        this.profiles = List.copyOf(profiles);
        this.file = file;
    }

    /** The refusal, with the profile that has most of its columns in one of the rows. */
    Problem problem(List<GridRow> rows) {
        Near nearest = new Near("-", List.of(), 0);
        for (GridRow row : rows) {
            List<String> cells = HeaderRow.folded(row);
            for (SourceProfile profile : profiles) {
                Near near = near(profile, cells);
                nearest = near.share() > nearest.share() ? near : nearest;
            }
        }
        boolean near = nearest.share() >= NEAR;
        return Problem.error("no-profile", Location.of(file))
                .with("nearest", near ? nearest.profile() : "-")
                .with("missing", near && !nearest.missing().isEmpty() ? String.join(", ", nearest.missing()) : "-");
    }

    private static Near near(SourceProfile profile, List<String> cells) {
        List<HeaderMatch> wanted = profile.detect().all();
        List<String> missing = wanted.stream()
                .filter(match -> !HeaderRow.isAmong(match, cells, profile))
                .map(HeaderMatch::shown)
                .toList();
        double share = wanted.isEmpty() ? 0 : (wanted.size() - missing.size()) / (double) wanted.size();
        return new Near(profile.name(), missing, share);
    }
}
