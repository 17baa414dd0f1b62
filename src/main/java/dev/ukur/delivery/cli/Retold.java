package dev.ukur.delivery.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers a call of a command that only tells: with what it printed before, if it would print the same now, and by running
 * it otherwise.
 */
record Retold(Console console, Program program) {

    int run(Command command, Call call, List<String> words) {
        Optional<KeptOutput> kept = kept(command, call, words);
        Optional<Printed> before = kept.flatMap(KeptOutput::find);
        if (before.isPresent()) {
            return before.get().again(console);
        }
        Printed.Recorder recorder = new Printed.Recorder(console);
        int exit = command.run(call.on(recorder.console()));
        if (kept.isPresent() && exit <= Exit.ATTENTION) {
            call.zone()
                    .ifPresent(zone ->
                            recorder.printed(exit).ifPresent(text -> kept.get().keep(text, zone)));
        }
        return exit;
    }

    private Optional<KeptOutput> kept(Command command, Call call, List<String> words) {
        Path folder = call.folder();
        List<String> whole = new ArrayList<>(List.of(
                command.shape().name(),
                folder.toAbsolutePath().toString(),
                Call.ofEnvironment(console).code(),
                console.colours() ? "colour" : "plain"));
        whole.addAll(words);
        return KeptOutput.of(folder, String.join("\0", whole), () -> program.state(folder), Clock.systemUTC());
    }
}
