package dev.ukur.workspace;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where definitions lie: built-in ones beside the classes, a workspace's own in one of its folders. */
final class DefinitionFiles {

    private DefinitionFiles() {}

    /** A built-in file's text. */
    static String builtIn(String path) {
        try (InputStream in = DefinitionFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names an index lists, in its order. */
    static List<String> index(String path) {
        return builtIn(path).lines().filter(name -> !name.isBlank()).toList();
    }

    /** The YAML files of a folder, in order of their names; none when the folder is missing. */
    static List<Path> own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DefinitionFiles::isYaml).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** A file's text; one that cannot be read is a problem. */
    static Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            problems.add(Problem.error("file-unreadable", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
