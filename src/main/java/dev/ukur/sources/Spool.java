package dev.ukur.sources;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Input;
import dev.ukur.store.ForeignRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A folder of its own for what cannot be read twice where it comes from: rows of a database, messages of a stream. It is
 * removed when the import ends, and what an import left that was killed is removed by the next; only its owner may look
 * into it.
 */
final class Spool implements AutoCloseable {

    private final Path place;
    private @Nullable Path folder;
    private int files;
    private boolean lastEmpty;

    /** @param place a folder that no other import uses at the same time; it may be missing */
    Spool(Path place) {
        this.place = place;
        close();
    }

    /** A new file's place. */
    Path file() {
        try {
            if (folder == null) {
                Files.createDirectories(place);
                folder = Files.createTempDirectory(place, "import");
            }
            files++;
            return folder.resolve(files + ".jsonl");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Writes rows down, so that they can be read any number of times.
     *
     * @param shown what they come from
     * @param sha256 of that; empty to take that of the rows
     * @param cursor the column that tells how far they go
     */
    Content table(Input shown, ForeignRows rows, Optional<String> sha256, Optional<String> cursor) {
        Path file = file();
        Cursor reached = Cursor.of(shown.name(), cursor, rows.columns());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            ArrayNode names = JsonNodeFactory.instance.arrayNode();
            rows.columns().forEach(names::add);
            out.write(names.toString());
            lastEmpty = true;
            for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
                out.write('\n');
                out.write(json(row).toString());
                reached.look(row);
                lastEmpty = false;
            }
        } catch (IOException e) {
            throw failure(e);
        }
        String hash = sha256.orElseGet(() -> Contents.sha256(new Input(shown.name(), file, Optional.empty())));
        return Contents.table(shown, file, hash, reached.text());
    }

    /** Whether the table written last has no rows. */
    boolean isLastEmpty() {
        return lastEmpty;
    }

    private static ArrayNode json(@Nullable Object[] row) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Object value : row) {
            if (value == null) {
                json.addNull();
            } else if (value instanceof BigDecimal number) {
                json.add(number);
            } else if (value instanceof Boolean flag) {
                json.add(flag);
            } else {
                json.add(value.toString());
            }
        }
        return json;
    }

    @Override
    public void close() {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static ProblemException failure(IOException e) {
        return new ProblemException(
                Problem.error("spool-failed", Location.nowhere()).with("detail", String.valueOf(e.getMessage())));
    }
}
