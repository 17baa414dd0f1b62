package dev.ukur.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's own files: what is kept in version control, nothing that is built. */
final class ProjectFiles {

    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path JAVA = ROOT.resolve("src/main/java");
    static final Path RESOURCES = ROOT.resolve("src/main/resources/dev/ukur");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".ukur", ".idea", ".vscode", "node_modules");

    private ProjectFiles() {}

    /** All files whose names end so, as sorted paths relative to the project. */
    static List<Path> endingIn(String... endings) {
        return all().stream()
                .filter(file -> {
                    String name = file.getFileName().toString();
                    return List.of(endings).stream().anyMatch(name::endsWith);
                })
                .toList();
    }

    /** All files, as sorted paths relative to the project. */
    static List<Path> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** The text of a file; malformed UTF-8 is an error. */
    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("not UTF-8? " + file, e);
        }
    }
}
