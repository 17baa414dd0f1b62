package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.Label;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import java.util.List;

/**
 * A source profile as people look it up.
 *
 * @param name of the profile
 * @param about what export it reads and where to download it
 * @param verified whether it was checked against a real export
 * @param tables canonical tables it fills
 * @param headers columns of the file that must be there, as the platform writes them
 * @param at where the profile is defined
 */
public record SourceSummary(
        String name, Label about, boolean verified, List<String> tables, List<String> headers, Location at) {

    public SourceSummary {
        tables = List.copyOf(tables);
        headers = List.copyOf(headers);
    }

    /** A profile, in short. */
    public static SourceSummary of(SourceProfile profile) {
        return new SourceSummary(
                profile.name(),
                profile.about(),
                profile.verified(),
                profile.targets(),
                profile.detect().all().stream().map(HeaderMatch::shown).toList(),
                profile.at());
    }
}
