package dev.ukur.delivery.cli;

import dev.ukur.SharedWorkspace;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All workspaces of a folder, held open by one process, each with its relay for commands started beside it. */
final class Hosted implements AutoCloseable {

    private static final String FILE = "ukur.yaml";
    /** Names stand in addresses as they are. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<String, SharedWorkspace> workspaces;
    private final List<Relay> relays = new ArrayList<>();

    private Hosted(Map<String, SharedWorkspace> workspaces) {
        this.workspaces = Collections.unmodifiableMap(workspaces);
    }

    /**
     * Opens them. One that cannot be opened is told and left out, so that a mistake of one client closes nobody else's pages.
     *
     * @throws ProblemException with {@code no-workspaces}
     */
    static Hosted in(Path folder, Consumer<List<Problem>> tell) {
        Map<String, SharedWorkspace> opened = new LinkedHashMap<>();
        for (Path each : folders(folder)) {
            String name = each.getFileName().toString();
            try {
                ServeCommand.refuseSecond(each);
                opened.put(name, SharedWorkspace.open(each, Clock.systemUTC()));
            } catch (ProblemException e) {
                List<Problem> all = new ArrayList<>(e.problems());
                all.add(Problem.error("workspace-left-out", Location.of(each.toString()))
                        .with("workspace", name));
                tell.accept(all);
            }
        }
        if (opened.isEmpty()) {
            throw new ProblemException(
                    Problem.error("no-workspaces", Location.nowhere()).with("folder", folder));
        }
        return new Hosted(opened);
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(
                            each -> NAME.matcher(each.getFileName().toString()).matches())
                    .filter(each -> Files.isRegularFile(each.resolve(FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the names of their folders, in their order. */
    Map<String, SharedWorkspace> workspaces() {
        return workspaces;
    }

    /** Begins to take commands for each. */
    void relay(String address) throws IOException {
        for (SharedWorkspace workspace : workspaces.values()) {
            relays.add(Relay.open(workspace, address));
        }
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
        workspaces.values().forEach(SharedWorkspace::close);
    }
}
