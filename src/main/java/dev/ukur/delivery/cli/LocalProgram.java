package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import dev.ukur.twin.TwinSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The program on this machine: workspaces opened in this process, the simulated shop written to this disk. */
class LocalProgram implements Program {

    @Override
    public Ukur open(Path workspace) {
        return Ukur.open(workspace, Clock.systemUTC());
    }

    @Override
    public OptionalInt elsewhere(Path workspace, List<String> words, Console console) {
        return RunningServer.of(workspace)
                .map(server -> server.run(words, console))
                .orElse(OptionalInt.empty());
    }

    @Override
    public Optional<String> state(Path workspace) {
        return Version.build().flatMap(build -> Ukur.state(workspace).map(state -> build + " " + state));
    }

    @Override
    public List<Path> init(Path folder, Language language) {
        return Ukur.init(folder, language.code());
    }

    @Override
    public List<Path> demo(Path folder, Demo demo) {
        TwinSize size = TwinSize.valueOf(demo.size().toUpperCase(Locale.ROOT));
        TwinOptions usual = TwinOptions.demo(size);
        TwinOptions options =
                demo.seed().isPresent() ? new TwinOptions(demo.seed().getAsLong(), size, usual.lastDay()) : usual;
        try {
            new Twin(options).write(folder, month -> {});
        } catch (IOException e) {
            throw new ProblemException(Problem.error("folder-not-writable", Location.of(folder.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
        return List.of(folder.resolve(Twin.EXPORTS));
    }
}
