package dev.ukur.workspace;

import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The source profiles of a workspace: the built-in ones, and its own, which override built-in ones of the same name. */
public final class SourceProfiles {

    private static final String BUILT_IN = "/dev/ukur/sources/profiles/";

    private SourceProfiles() {}

    /** The built-in profiles, in a fixed order. */
    public static List<SourceProfile> builtIn(Problems problems) {
        Map<String, SourceProfile> profiles = new LinkedHashMap<>();
        resource("index.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .forEach(name -> SourceProfileReader.read(
                                name, resource(name), base -> Optional.ofNullable(profiles.get(base)), problems)
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
        for (Path file : ownFiles(workspace.resolve("sources"))) {
            String shown = "sources/" + file.getFileName();
            text(file, shown, problems)
                    .flatMap(text -> SourceProfileReader.read(
                            shown, text, base -> Optional.ofNullable(profiles.get(base)), problems))
                    .ifPresent(profile -> profiles.put(profile.name(), profile));
        }
        return List.copyOf(profiles.values());
    }

    private static List<Path> ownFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".yaml") || name.endsWith(".yml");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(Path file, String shown, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            problems.add(Problem.error("profile-unreadable", Location.of(shown))
                    .with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static String resource(String name) {
        try (InputStream in = SourceProfiles.class.getResourceAsStream(BUILT_IN + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + BUILT_IN + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
