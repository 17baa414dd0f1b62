package dev.ukur.kpis.ledger;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of a workspace: a file of lines, each ending with a hash over itself and the line before, so that
 * a line that was changed, removed or put in is found. How long it was is noted apart, so that a ledger cut short is found
 * too. Not thread-safe.
 */
public final class Ledger {

    /** The file's name in the workspace: it belongs to the team, and to its version control. */
    public static final String FILE = "ledger.jsonl";

    private final Path file;
    private final Path mark;
    private final Clock clock;
    private final List<LedgerLine> lines = new ArrayList<>();
    private String last = Chain.START;

    private Ledger(Path file, Path mark, Clock clock) {
        this.file = file;
        this.mark = mark;
        this.clock = clock;
    }

    /**
     * Opens a workspace's ledger; an empty one when there is no file yet.
     *
     * @param store folder in which its length is noted
     * @throws ProblemException with {@code ledger-tampered} or {@code ledger-cut} at the first line that is not as it was
     *     written, or {@code ledger-unreadable}
     */
    public static Ledger open(Path workspace, Path store, Clock clock) {
        Ledger ledger = new Ledger(workspace.resolve(FILE), store.resolve("ledger.mark"), clock);
        ledger.read();
        return ledger;
    }

    /** All lines, oldest first. */
    public List<LedgerLine> lines() {
        return List.copyOf(lines);
    }

    /** All entries, oldest first. */
    public List<Entry> entries() {
        return lines.stream().map(LedgerLine::entry).toList();
    }

    /**
     * Writes entries behind the last line, all or none.
     *
     * @throws ProblemException with {@code ledger-unwritable}
     */
    public void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        List<LedgerLine> fresh = new ArrayList<>();
        String hash = last;
        for (Entry entry : entries) {
            LedgerLine line = new LedgerLine(lines.size() + fresh.size() + 1, clock.instant(), entry);
            String sealed = Chain.seal(EntryJson.text(line), hash);
            hash = Chain.hash(sealed).orElseThrow();
            text.append(sealed).append('\n');
            fresh.add(line);
        }
        try {
            write(text.toString());
            lines.addAll(fresh);
            last = hash;
            Files.createDirectories(mark.toAbsolutePath().getParent());
            Files.writeString(mark, lines.size() + " " + last + "\n");
        } catch (IOException e) {
            throw new ProblemException(Problem.error("ledger-unwritable", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }

    private void read() {
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(line(texts.get(i), i + 1));
            last = Chain.hash(texts.get(i)).orElseThrow();
        }
        refuseCut();
    }

    private LedgerLine line(String text, int number) {
        if (Chain.holds(text, last)) {
            try {
                LedgerLine line = EntryJson.line(Chain.body(text));
                if (line.number() == number) {
                    return line;
                }
            } catch (RuntimeException e) {
                // Told below: whoever sealed this line was not Ukur.
            }
        }
        throw new ProblemException(Problem.error("ledger-tampered", Location.of(file.toString(), number)));
    }

    /** A last line without its end was never finished, so never promised to anyone. */
    private List<String> texts() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new ProblemException(Problem.error("ledger-unreadable", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }

    private void refuseCut() {
        Optional<String[]> noted = noted();
        if (noted.isEmpty()) {
            return;
        }
        int count = Integer.parseInt(noted.get()[0]);
        if (count > lines.size()) {
            throw new ProblemException(Problem.error("ledger-cut", Location.of(file.toString(), lines.size()))
                    .with("lines", lines.size())
                    .with("written", count));
        }
    }

    private Optional<String[]> noted() {
        try {
            String[] words = Files.exists(mark) ? Files.readString(mark).strip().split(" ") : new String[0];
            return words.length == 2 && words[0].matches("\\d{1,9}") ? Optional.of(words) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = finishedLength();
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private long finishedLength() throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
