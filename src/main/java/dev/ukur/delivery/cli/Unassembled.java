package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import java.nio.file.Path;
import java.util.List;

/** Stands in for the program until the stages are joined: commands that need a workspace stop with a fault. */
final class Unassembled implements Program {

    @Override
    public Ukur open(Path workspace) {
        throw new UnsupportedOperationException("workspaces cannot be opened yet");
    }

    @Override
    public List<Path> init(Path folder, Language language) {
        throw new UnsupportedOperationException("workspaces cannot be made yet");
    }

    @Override
    public List<Path> demo(Path folder, Demo demo) {
        throw new UnsupportedOperationException("there is no simulated shop yet");
    }
}
