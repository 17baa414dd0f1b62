package dev.ukur.workspace;

import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source profiles of a workspace: the built-in ones, and its own, which override built-in ones of the same name. */
public final class SourceProfiles {

    private static final String BUILT_IN = "/dev/ukur/sources/profiles/";

    private SourceProfiles() {}

    /** The built-in profiles, in a fixed order. */
    public static List<SourceProfile> builtIn(Problems problems) {
        Map<String, SourceProfile> profiles = new LinkedHashMap<>();
        DefinitionFiles.index(BUILT_IN + "index.txt")
                .forEach(name -> SourceProfileReader.read(
                                YamlFile.builtIn(BUILT_IN, name, problems),
                                base -> Optional.ofNullable(profiles.get(base)),
                                problems)
                        .ifPresent(profile -> profiles.put(profile.name(), profile)));
        return List.copyOf(profiles.values());
    }

    /**
     * The built-in profiles and those of a workspace.
     *
     * @param workspace the workspace's folder; its {@code sources/*.yaml} are read, if there are any
     */
    public static List<SourceProfile> of(Path workspace, Problems problems) {
        Map<String, SourceProfile> profiles = new LinkedHashMap<>();
        builtIn(problems).forEach(profile -> profiles.put(profile.name(), profile));
        for (Path file : DefinitionFiles.own(workspace.resolve("sources"))) {
            String shown = file.toString();
            DefinitionFiles.text(file, problems)
                    .flatMap(text -> SourceProfileReader.read(
                            shown, text, base -> Optional.ofNullable(profiles.get(base)), problems))
                    .ifPresent(profile -> profiles.put(profile.name(), profile));
        }
        return List.copyOf(profiles.values());
    }
}
