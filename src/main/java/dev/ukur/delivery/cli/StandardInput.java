package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard input as a file, for it can be read only once; the file is gone when the command ends. */
final class StandardInput implements AutoCloseable {

    private final InputStream in;
    private @Nullable Path folder;

    StandardInput(InputStream in) {
        this.in = in;
    }

    /** The file, written when first asked for. */
    Path file() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("ukur");
                Files.copy(in, folder.resolve("stdin"));
            }
            return folder.resolve("stdin");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error("spool-failed", Location.of("stdin")).with("detail", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("stdin"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("spool-failed", Location.of(folder.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }
}
