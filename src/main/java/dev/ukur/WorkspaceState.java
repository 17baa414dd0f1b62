package dev.ukur;

import dev.ukur.kpis.ledger.Ledger;
import dev.ukur.store.Store;
import dev.ukur.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * All that a workspace's answers are made from, as one text: two equal states on one day give equal answers. Read from the
 * files as they lie there, without opening the store or understanding a definition, so that nobody has to tell that
 * something changed.
 */
final class WorkspaceState {

    private final MessageDigest digest = sha256();

    private WorkspaceState() {}

    /** The state of a workspace's folder now; empty when it is none, or something in it cannot be read. */
    static Optional<String> of(Path folder, Path store) {
        if (!Files.isRegularFile(folder.resolve(WorkspaceFiles.SETTINGS))) {
            return Optional.empty();
        }
        WorkspaceState state = new WorkspaceState();
        try {
            for (Path file : WorkspaceFiles.definitions(folder)) {
                state.add(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Path file : WorkspaceFiles.pictures(folder)) {
                state.add(folder.relativize(file).toString(), stamp(file));
            }
            state.add("ledger", stamp(folder.resolve(Ledger.FILE)));
            state.add("store", Store.state(store));
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().formatHex(state.digest.digest()));
    }

    /** A part goes in with its name and length, so that no two ways of cutting the bytes look alike. */
    private void add(String name, byte[] bytes) {
        digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** Length and time stand for the content where it is long: the ledger only grows, a picture is replaced. */
    private static byte[] stamp(Path file) throws IOException {
        String stamp = Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "none";
        return stamp.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
