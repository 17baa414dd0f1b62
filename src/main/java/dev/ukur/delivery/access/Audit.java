package dev.ukur.delivery.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was done, by whom, when: a file that only grows, one line a deed. */
public final class Audit {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path file;
    private final Clock clock;

    /**
     * A deed.
     *
     * @param at when
     * @param who name of a user, of a token with its user, or where a command was typed
     * @param deed what, as a word that has a text in both languages
     * @param on to whom or what
     */
    public record Deed(Instant at, String who, String deed, String on) {}

    Audit(Path folder, Clock clock) {
        this.folder = folder;
        this.file = folder.resolve("audit.jsonl");
        this.clock = clock;
    }

    /** Writes a deed down. */
    public synchronized void note(String who, String deed, String on) {
        try {
            PrivateFile.makeFolder(folder);
            PrivateFile.append(file, JSON.writeValueAsString(new Deed(clock.instant(), who, deed, on)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last deeds, newest first. */
    public List<Deed> last(int most) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<Deed> deeds = new ArrayList<>();
            lines.filter(line -> !line.isBlank()).forEach(line -> deeds.add(deed(line)));
            Collections.reverse(deeds);
            return List.copyOf(deeds.subList(0, Math.min(most, deeds.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line cut off by a loss of power is shown as one, not passed over. */
    private static Deed deed(String line) {
        try {
            return JSON.readValue(line, Deed.class);
        } catch (JacksonException e) {
            return new Deed(Instant.EPOCH, "", "unreadable", line);
        }
    }
}
