package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Paths the user named to the files and archive members they stand for. */
public final class Inputs {

    private final List<Input> inputs = new ArrayList<>();
    private final Problems problems = new Problems();

    private Inputs() {}

    /**
     * What was found.
     *
     * @param inputs in the order named; folders and archives in sorted order inside
     * @param problems {@code file-not-found}, {@code file-unreadable}, {@code archive-broken}, {@code archive-nested},
     *     {@code archive-too-large}
     */
    public record Found(List<Input> inputs, List<Problem> problems) {
        public Found {
            inputs = List.copyOf(inputs);
            problems = List.copyOf(problems);
        }
    }

    /**
     * The inputs of files, folders (walked to the bottom) and zip archives (an XLSX is none). Hidden files and folders,
     * also {@code .ukur}, are passed over unless named themselves. A file that is named twice is found twice.
     */
    public static Found find(List<Path> paths) {
        Inputs found = new Inputs();
        paths.forEach(found::addNamed);
        return new Found(found.inputs, found.problems.list());
    }

    private void addNamed(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (Files.isRegularFile(path)) {
            addFile(path);
        } else {
            problems.add(Problem.error("file-not-found", Location.of(path.toString()))
                    .with("path", path.toString()));
        }
    }

    private void addFolder(Path folder) {
        List<Path> children;
        try (Stream<Path> listing = Files.list(folder)) {
            children = listing.filter(child -> !isHidden(child)).sorted().toList();
        } catch (IOException e) {
            problems.add(Problem.error("file-unreadable", Location.of(folder.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
            return;
        }
        for (Path child : children) {
            // a link to a folder may lead back up: it is not followed
            if (Files.isDirectory(child) && !Files.isSymbolicLink(child)) {
                addFolder(child);
            } else if (Files.isRegularFile(child)) {
                addFile(child);
            }
        }
    }

    private void addFile(Path file) {
        Input whole = new Input(file.toString(), file, Optional.empty());
        inputs.addAll(Archive.members(file, problems).orElse(List.of(whole)));
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
