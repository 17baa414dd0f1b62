package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This process's right to a store, held by a lock on a file of its own. DuckDB's lock does not last: POSIX gives up all
 * locks a process has on a file as soon as it closes any descriptor of that file, and {@link Fingerprint} reads the database
 * at every question. Nobody opens the file locked here for anything else. A process that dies loses its right.
 */
final class Ownership implements AutoCloseable {

    private static final String FILE = "lock";

    /** By folder, since a process may open a store twice; guarded by the class. */
    private static final Map<Path, Ownership> HELD = new HashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private int holders;

    private Ownership(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the right to a store's folder, which is made if missing.
     *
     * @throws ProblemException with {@code store-in-use} while another process has it
     * @throws IOException when the folder cannot be written
     */
    static Ownership take(Path directory) throws IOException {
        synchronized (Ownership.class) {
            Path folder = Files.createDirectories(directory).toRealPath();
            Ownership held = HELD.get(folder);
            if (held == null) {
                held = new Ownership(folder, locked(folder));
                HELD.put(folder, held);
            }
            held.holders++;
            return held;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new ProblemException(Problem.error(
                    "store-in-use", Location.of(DuckDbFile.in(folder).toString())));
        }
        return channel;
    }

    @Override
    public void close() {
        synchronized (Ownership.class) {
            if (--holders == 0) {
                HELD.remove(folder);
                try {
                    channel.close();
                } catch (IOException e) {
                    // The lock goes with the process at the latest.
                }
            }
        }
    }
}
