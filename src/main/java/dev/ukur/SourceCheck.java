package dev.ukur;

import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ProfileCheck;
import dev.ukur.sources.ZoneCheck;
import dev.ukur.store.Store;
import dev.ukur.workspace.SourceProfiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is wrong with the source profiles of a workspace, and with what they brought. */
record SourceCheck(Path folder, WorkspaceSettings settings, Store store) {

    List<Problem> problems(Instant now) {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(folder, problems);
        problems.addAll(new ProfileCheck(store.shapes()).check(profiles).list());
        problems.addAll(new ZoneCheck(settings, now).check(loaded(profiles)));
        return problems.list();
    }

    /** The profiles of which there are rows. */
    private List<SourceProfile> loaded(List<SourceProfile> profiles) {
        Set<Long> undone = store.undone().keySet();
        Set<String> names = store.loads().stream()
                .filter(record -> !undone.contains(record.id()))
                .map(record -> record.request().profile())
                .collect(Collectors.toSet());
        return profiles.stream()
                .filter(profile -> names.contains(profile.name()))
                .toList();
    }
}
