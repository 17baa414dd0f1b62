package dev.ukur.delivery.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a call printed, kept beside the store for the next time the very same is asked: with the same program, words and
 * console, of the same state of the workspace, on the same day. A file that does not fit, or is damaged, is passed over:
 * all that is lost is time.
 */
final class KeptOutput {

    /** Inside the workspace. */
    static final String FOLDER = ".ukur/outputs";

    private static final int MOST_FILES = 200;

    private final Path file;
    private final String call;
    private final Supplier<Optional<String>> state;
    private final String before;
    private final Clock clock;
    private final Instant begun;

    private KeptOutput(Path file, String call, Supplier<Optional<String>> state, String before, Clock clock) {
        this.file = file;
        this.call = call;
        this.state = state;
        this.before = before;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * What may be kept of a call that begins now; empty when there is no telling what its output depends on.
     *
     * @param workspace its folder
     * @param call all that the output depends on besides the workspace and the day
     * @param state gives the state of the workspace
     * @param clock tells the day
     */
    static Optional<KeptOutput> of(Path workspace, String call, Supplier<Optional<String>> state, Clock clock) {
        Path file = workspace.resolve(FOLDER).resolve(Integer.toHexString(call.hashCode()));
        return state.get().map(before -> new KeptOutput(file, call, state, before, clock));
    }

    /** What the call printed before, when it would print the same now. */
    Optional<Printed> find() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long from = in.readLong();
            long until = in.readLong();
            long now = begun.toEpochMilli();
            boolean fits = from <= now && now < until && call.equals(in.readUTF()) && before.equals(in.readUTF());
            return fits ? Optional.of(Printed.read(in)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what the call printed, unless the workspace changed meanwhile.
     *
     * @param zone of the workspace: says when the day ends
     */
    void keep(Printed printed, ZoneId zone) {
        if (!state.get().filter(before::equals).isPresent()
                || !LocalDate.ofInstant(clock.instant(), zone).equals(day(zone))) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            makeRoom();
            Path fresh = Files.createTempFile(file.getParent(), "output", ".new");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
                out.writeLong(begun.toEpochMilli());
                out.writeLong(
                        day(zone).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
                out.writeUTF(call);
                out.writeUTF(before);
                printed.write(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // It can be printed anew.
        }
    }

    private LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(begun, zone);
    }

    private void makeRoom() throws IOException {
        try (Stream<Path> kept = Files.list(file.getParent())) {
            List<Path> files = kept.toList();
            if (files.size() >= MOST_FILES) {
                for (Path old : files) {
                    Files.deleteIfExists(old);
                }
            }
        }
    }
}
