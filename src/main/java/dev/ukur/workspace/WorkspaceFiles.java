package dev.ukur.workspace;

import dev.ukur.model.Goal;
import dev.ukur.model.Lake;
import dev.ukur.model.Occasion;
import dev.ukur.model.ServerSettings;
import dev.ukur.model.Strategy;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of a workspace folder. Only {@code ukur.yaml} must exist: it marks the folder as a workspace. */
public final class WorkspaceFiles {

    /** The file that makes a folder a workspace. */
    public static final String SETTINGS = "ukur.yaml";

    static final String SERVER = "server.yaml";
    static final String GOALS = "goals.yaml";
    static final String CALENDAR = "calendar.yaml";

    /** What the tables of a lake mean; only workspaces with a distributed engine have one. */
    public static final String LAKE = "lake.yaml";

    private final Path folder;
    private final Problems problems;

    private WorkspaceFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Reads a workspace to its end; every mistake is added to the problems, and what could be read is answered, so that
     * {@code check} can go on. Callers that need a correct workspace follow with {@link Problems#throwIfErrors}.
     *
     * @throws UncheckedIOException when a file exists but cannot be read
     */
    public static Workspace read(Path folder, Problems problems) {
        return new Workspace(folder, settings(folder, problems), goals(folder, problems), occasions(folder, problems));
    }

    /** The settings alone; {@code workspace-missing} when the folder is no workspace. */
    public static WorkspaceSettings settings(Path folder, Problems problems) {
        return new WorkspaceFiles(folder, problems).settings();
    }

    /** What a server of this folder is told, which need be no workspace. */
    public static ServerSettings server(Path folder, Problems problems) {
        return ServerReader.read(new WorkspaceFiles(folder, problems).yaml(SERVER));
    }

    /** The goals alone. */
    public static List<Goal> goals(Path folder, Problems problems) {
        return strategy(folder, problems).goals();
    }

    /** All that {@code goals.yaml} says. */
    public static Strategy strategy(Path folder, Problems problems) {
        return GoalsReader.read(new WorkspaceFiles(folder, problems).yaml(GOALS));
    }

    /** The calendar alone. */
    public static List<Occasion> occasions(Path folder, Problems problems) {
        return new WorkspaceFiles(folder, problems).list(CALENDAR, CalendarReader::read);
    }

    /** What the tables of the user's lake mean; empty when the workspace has none. */
    public static Optional<Lake> lake(Path folder, Problems problems) {
        return Files.exists(folder.resolve(LAKE))
                ? LakeReader.read(new WorkspaceFiles(folder, problems).yaml(LAKE), problems)
                : Optional.empty();
    }

    /**
     * Every file in which a workspace may define something, whether it is read or not: the YAML files of its folder and of
     * the folders in it, in order of their paths.
     */
    public static List<Path> definitions(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                if (DefinitionFiles.isYaml(entry)) {
                    found.add(entry);
                } else if (!entry.getFileName().toString().startsWith(".")) {
                    found.addAll(DefinitionFiles.own(entry));
                }
            }
        }
        return found;
    }

    /** Every file that may be a logo, in order of their names. */
    public static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(LogoFile::isPicture).sorted().toList();
        }
    }

    private WorkspaceSettings settings() {
        if (!Files.isRegularFile(folder.resolve(SETTINGS))) {
            problems.add(Problem.error("workspace-missing", Location.of(shown(SETTINGS)))
                    .with("folder", folder.toString()));
        }
        return SettingsReader.read(yaml(SETTINGS), folder);
    }

    private <T> List<T> list(String file, Function<YamlMap, List<T>> reader) {
        return reader.apply(yaml(file));
    }

    /** The top of a file; an empty mapping when it does not exist or cannot be parsed. */
    private YamlMap yaml(String file) {
        String shown = shown(file);
        return text(file)
                .flatMap(text -> YamlFile.read(shown, text, problems))
                .orElseGet(() -> YamlMap.empty(shown, problems));
    }

    private Optional<String> text(String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            problems.add(Problem.error("yaml-not-utf8", Location.of(shown(file))));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(String file) {
        return folder.resolve(file).normalize().toString();
    }
}
