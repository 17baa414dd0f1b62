package dev.ukur.realdata;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real data that lie beside the project and are no part of it. Without them the tests that need them are skipped. */
public final class Shared {

    private static final Path FOLDER = Path.of("..", "shared").toAbsolutePath().normalize();

    private Shared() {}

    /** A file or folder of the shared data; skips the test when it is missing. */
    public static Path path(String name) {
        Path path = FOLDER.resolve(name);
        assumeThat(path)
                .as("skipped: the shared real data are not beside the project")
                .exists();
        return path;
    }

    /** The answers a data set must give. */
    static JsonNode expected(String set) {
        return JsonMapper.shared()
                .readTree(path("realdata/expected/" + set + ".json").toFile())
                .get("expected");
    }

    /** Copies an example workspace, so that a test may write into it. */
    public static void copyExample(String example, Path target) {
        Path source = Path.of("examples", example);
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.sorted().toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
