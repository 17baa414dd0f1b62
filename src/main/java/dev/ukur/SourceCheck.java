package dev.ukur;

import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ProfileCheck;
import dev.ukur.sources.ZoneCheck;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LoadRequest;
import dev.ukur.store.Store;
import dev.ukur.workspace.SourceProfiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is wrong with the source profiles of a workspace, and with what they brought. */
record SourceCheck(Path folder, WorkspaceSettings settings, Store store) {

    private static final int MOST_SHOWN = 10;

    List<Problem> problems(Instant now) {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(folder, problems);
        problems.addAll(new ProfileCheck(store.shapes()).check(profiles).list());
        problems.addAll(new ZoneCheck(settings, now).check(loaded(profiles)));
        return problems.list();
    }

    /** Loads that an older version of their profile read, by profile: what is read otherwise now is not in them. */
    List<Problem> readByOlder() {
        Map<String, Integer> versions = SourceProfiles.of(folder, new Problems()).stream()
                .collect(Collectors.toMap(SourceProfile::name, SourceProfile::version, Math::max));
        Set<Long> passed = new HashSet<>(store.undone().keySet());
        passed.addAll(store.undone().values());
        Map<String, List<Long>> older = new TreeMap<>();
        for (LoadRecord load : store.loads()) {
            LoadRequest request = load.request();
            boolean isOlder = request.profileVersion() < versions.getOrDefault(request.profile(), 0);
            if (isOlder && !passed.contains(load.id())) {
                older.computeIfAbsent(request.profile(), profile -> new ArrayList<>())
                        .add(load.id());
            }
        }
        List<Problem> problems = new ArrayList<>();
        older.forEach((profile, loads) -> problems.add(Problem.warning("loads-of-older-profile", Location.of(profile))
                .with("count", loads.size())
                .with("loads", shown(loads))));
        return problems;
    }

    private static String shown(List<Long> loads) {
        String first = loads.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return loads.size() > MOST_SHOWN ? first + ", ..." : first;
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
