package dev.ukur.delivery.cli;

import dev.ukur.SharedWorkspace;
import dev.ukur.Ukur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/** The program of a command that runs inside the server: the workspace it serves is open already. */
final class ServingProgram extends LocalProgram {

    private final SharedWorkspace served;
    private final CallersNames names;

    ServingProgram(SharedWorkspace served, CallersNames names) {
        this.served = served;
        this.names = names;
    }

    @Override
    public Ukur open(Path workspace) {
        if (!isServed(workspace)) {
            return Ukur.open(workspace.normalize(), Clock.systemUTC());
        }
        names.known(workspace, served.folder());
        return new UkurOfCaller(served.ukur(), names);
    }

    /** It is here. */
    @Override
    public OptionalInt elsewhere(Path workspace, List<String> words, Console console) {
        return OptionalInt.empty();
    }

    private boolean isServed(Path workspace) {
        try {
            return Files.isSameFile(workspace, served.folder());
        } catch (IOException e) {
            return false;
        }
    }
}
