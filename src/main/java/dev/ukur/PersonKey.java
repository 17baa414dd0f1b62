package dev.ukur;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The workspace's secret, with which e-mail addresses and user names become pseudonyms. Losing it splits every customer
 * in two at the next import, so it lies beside the store and is copied with it.
 */
final class PersonKey {

    private static final int BYTES = 32;

    private PersonKey() {}

    /** The key of a workspace; made by chance when there is none yet. */
    static byte[] of(Path directory) {
        Path file = directory.resolve("person.key");
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(directory);
            Files.write(file, key);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return key;
        } catch (IOException e) {
            throw new ProblemException(Problem.error("store-not-writable", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }

    private static byte[] read(Path file) throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new ProblemException(Problem.error("person-key-broken", Location.of(file.toString())));
        }
        return key;
    }
}
