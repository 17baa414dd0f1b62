package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the command line asks of the program besides an open workspace. Mistakes come as {@code ProblemException}. */
public interface Program {

    /** Opens the workspace in a folder; the caller closes it. */
    Ukur open(Path workspace);

    /**
     * Runs a command in the process that holds its workspace, when there is one.
     *
     * @param words the command and its arguments
     * @return its exit code; empty when no other process holds the workspace, and nothing was done
     */
    default OptionalInt elsewhere(Path workspace, List<String> words, Console console) {
        return OptionalInt.empty();
    }

    /**
     * All that this program's answers about the workspace in a folder are made from, as one text; empty when that cannot be
     * told. See {@link Ukur#state}.
     */
    Optional<String> state(Path workspace);

    /**
     * Writes the commented files of a new workspace.
     *
     * @return the files written, inside the folder
     */
    List<Path> init(Path folder, Language language);

    /**
     * Writes a workspace of the simulated shop: its definitions and its raw exports.
     *
     * @return the exports to import
     */
    List<Path> demo(Path folder, Demo demo);

    /**
     * Which shop is simulated.
     *
     * @param size {@code small} or {@code large}
     * @param seed same seed, same shop; the usual one when empty
     * @param language of the workspace
     */
    record Demo(String size, OptionalLong seed, Language language) {}
}
