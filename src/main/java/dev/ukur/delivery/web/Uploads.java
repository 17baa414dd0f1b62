package dev.ukur.delivery.web;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files sent but not loaded yet, each sending in a folder of its own inside the store. They are thrown away once loaded and
 * when the server ends: raw exports hold names and addresses, which Ukur does not keep.
 */
final class Uploads implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._ ()-]");
    private static final int ID_BYTES = 8;
    private static final int LONGEST_NAME = 120;

    private final Path folder;

    private Uploads(Path folder) {
        this.folder = folder;
    }

    /** The uploads of a workspace; what an earlier server left is thrown away. */
    static Uploads in(Path workspace) {
        Uploads uploads =
                new Uploads(workspace.resolve(".ukur").resolve("uploads").toAbsolutePath());
        uploads.close();
        try {
            Files.createDirectories(uploads.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uploads;
    }

    Path folder() {
        return folder;
    }

    /** A file of an ending for what is about to be sent out; whoever asked for it removes it. */
    Path scratch(String ending) {
        try {
            return Files.createTempFile(folder, "out", "." + ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps the files of one sending.
     *
     * @return its number, to be named when they are loaded
     */
    String keep(List<UploadedFile> files) {
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        try {
            Path place = Files.createDirectories(folder.resolve(id));
            for (UploadedFile file : files) {
                try (InputStream in = file.content()) {
                    Files.copy(in, free(place, safe(file.filename())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** The last part of a name, with nothing in it that a file system could take for more than a name. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = UNSAFE.matcher(last).replaceAll("_").strip();
        String cut = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return cut.isEmpty() || cut.chars().allMatch(letter -> letter == '.') ? "file" : cut;
    }

    private static Path free(Path place, String name) {
        Path file = place.resolve(name);
        for (int number = 2; Files.exists(file); number++) {
            file = place.resolve(number + "-" + name);
        }
        return file;
    }

    /**
     * The files of a sending, by name.
     *
     * @throws ProblemException with {@code web-upload-gone}
     */
    List<Path> of(String id) {
        Path place = folder.resolve(ID.matcher(id).matches() ? id : "none");
        if (!Files.isDirectory(place)) {
            throw new ProblemException(Problem.error("web-upload-gone", Location.nowhere()));
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws a sending away. */
    void drop(String id) {
        if (ID.matcher(id).matches()) {
            delete(folder.resolve(id));
        }
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // Left for the next start.
        }
    }
}
