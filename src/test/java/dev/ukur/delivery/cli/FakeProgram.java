package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the fake shop and keeps where it was sought, or fails as told. */
final class FakeProgram implements Program {

    private final Ukur shop;
    Path opened = Path.of("nowhere");
    RuntimeException fault = new IllegalStateException("unused");
    boolean faulty;
    Optional<String> state = Optional.empty();

    FakeProgram(Ukur shop) {
        this.shop = shop;
    }

    @Override
    public Ukur open(Path workspace) {
        opened = workspace;
        if (faulty) {
            throw fault;
        }
        return shop;
    }

    @Override
    public Optional<String> state(Path workspace) {
        return state;
    }

    @Override
    public List<Path> init(Path folder, Language language) {
        return List.of(folder.resolve("ukur.yaml"));
    }

    @Override
    public List<Path> demo(Path folder, Demo demo) {
        return List.of(folder.resolve("a.csv"));
    }
}
