package dev.ukur.delivery.access;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that holds {@link Access}. A server and commands beside it may change it: one at a time, under a lock of the
 * operating system, each seeing what the last one wrote.
 */
final class AccessBook {

    /** Locks of the operating system hold between processes only. */
    private static final Object ONE_OF_THIS_PROCESS = new Object();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path file;
    private volatile @Nullable Copy copy;

    /** What was read, and of which state of the file. */
    private record Copy(String state, Access access) {}

    AccessBook(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("users.json");
    }

    /** What it says now. */
    Access read() {
        try {
            if (!Files.exists(file)) {
                return Access.NOBODY;
            }
            String state = state();
            Copy known = copy;
            if (known == null || !known.state().equals(state)) {
                known = new Copy(state, JSON.readValue(Files.readAllBytes(file), Access.class));
                copy = known;
            }
            return known.access();
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Changes it; what the change refuses leaves it as it was. */
    Access change(UnaryOperator<Access> change) {
        synchronized (ONE_OF_THIS_PROCESS) {
            try {
                PrivateFile.makeFolder(folder);
                try (FileChannel door = FileChannel.open(lock(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
                        FileLock held = door.lock()) {
                    Access after = change.apply(read());
                    PrivateFile.replace(file, JSON.writeValueAsBytes(after));
                    copy = null;
                    return after;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path lock() {
        return folder.resolve("users.lock");
    }

    /** A file that is replaced whole has another key each time, where the system has such keys. */
    private String state() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.fileKey() + " " + now.lastModifiedTime().toInstant() + " " + now.size();
    }

    private ProblemException unreadable(Exception cause) {
        ProblemException refused =
                new ProblemException(Problem.error("access-unreadable", Location.of(file.toString())));
        refused.initCause(cause);
        return refused;
    }
}
