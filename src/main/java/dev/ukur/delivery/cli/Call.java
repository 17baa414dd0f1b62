package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.text.AccessText;
import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a command: its arguments, and where its words go. */
final class Call {

    private final Arguments arguments;
    private final Program program;
    private Console console;
    private Messages say;
    private @Nullable ZoneId zone;
    private @Nullable BufferedReader typed;

    Call(Arguments arguments, Console console, Program program) {
        this.arguments = arguments;
        this.console = console;
        this.program = program;
        this.say = Messages.of(wanted().orElse(ofEnvironment(console)));
    }

    /** The language of a console before any workspace is known: {@code UKUR_LANG}, else Indonesian. */
    static Language ofEnvironment(Console console) {
        return Language.of(console.environment().getOrDefault("UKUR_LANG", "id"))
                .orElse(Language.ID);
    }

    /** What is piped in. */
    InputStream input() {
        return console.in();
    }

    Arguments arguments() {
        return arguments;
    }

    Program program() {
        return program;
    }

    /** The texts of this call: of {@code --lang}, else of the workspace once it is open. */
    Messages say() {
        return say;
    }

    /** Text reports in the language of the call. */
    TextReports text() {
        return new TextReports(say, console.colours() ? Ink.COLOUR : Ink.PLAIN);
    }

    /** Text reports about the users of a server. */
    AccessText access() {
        return new AccessText(say, console.colours() ? Ink.COLOUR : Ink.PLAIN);
    }

    /** The same call, from now on printing on another console. */
    Call on(Console other) {
        console = other;
        return this;
    }

    /** The folder of the call's workspace. */
    Path folder() {
        return arguments.value("--workspace").map(this::path).orElse(console.here());
    }

    /** The zone of the workspace, once it is open. */
    Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /** Opens the workspace of the call; the caller closes it. */
    Ukur open() {
        return open(folder());
    }

    /** Opens the workspace of a folder and speaks its language from now on, unless another one was asked for. */
    Ukur open(Path folder) {
        Ukur ukur = program.open(folder);
        speakLanguageOf(ukur.settings());
        return ukur;
    }

    /** Speaks the language of a workspace from now on, unless another one was asked for. */
    void speakLanguageOf(WorkspaceSettings settings) {
        Language language = wanted().or(() -> Language.of(settings.language())).orElse(say.language());
        zone = settings.zone();
        say = Messages.of(language).withCurrency(settings.currency());
    }

    /**
     * The form of the answer.
     *
     * @throws ProblemException when the command has no such form
     */
    String format(Shape shape) {
        String format = arguments.value("--format").orElse(shape.formats().get(0));
        if (!shape.formats().contains(format)) {
            throw new ProblemException(Problem.error("unknown-format", Location.nowhere())
                    .with("format", format)
                    .with("command", shape.name())
                    .with("formats", shape.formats()));
        }
        return format;
    }

    /** The language of {@code --lang}, or empty. */
    Optional<Language> wanted() {
        return arguments.value("--lang").flatMap(Language::of);
    }

    /** What a person types, where one is there to be asked. */
    Optional<BufferedReader> in() {
        if (!console.isWatched()) {
            return Optional.empty();
        }
        if (typed == null) {
            typed = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        }
        return Optional.of(typed);
    }

    /** A question, without an end of line. */
    void ask(String question) {
        console.err().print(question);
        console.err().flush();
    }

    /** A path as seen from the current folder. */
    Path path(String name) {
        return console.here().resolve(name);
    }

    /** A result, without anything after it. */
    void print(String result) {
        console.out().print(result);
    }

    /** A result of one line. */
    void printLine(String result) {
        console.out().print(result + "\n");
    }

    /** Hands on what was printed so far, when more comes only much later. */
    void flush() {
        console.out().flush();
        console.err().flush();
    }

    /** Progress, unless the caller wants quiet. */
    void progress(String text) {
        if (!arguments.has("--quiet")) {
            console.err().print(text + "\n");
            console.err().flush();
        }
    }

    /** Problems, for a person to mend. */
    void tell(List<Problem> problems) {
        console.err().print(text().diagnostics(problems));
    }
}
