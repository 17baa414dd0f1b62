package dev.ukur.delivery.cli;

import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The command line: finds the command, runs it, turns what went wrong into words and an exit code. */
public final class Main {

    private final Console console;
    private final Program program;

    private Main(Console console, Program program) {
        this.console = console;
        this.program = program;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int exit = run(arguments, console, new LocalProgram());
        console.out().flush();
        console.err().flush();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs one command; answers its exit code. */
    public static int run(String[] arguments, Console console, Program program) {
        List<String> words = List.of(arguments);
        // Known before the arguments are read, so that a wrong call is told without colour too.
        Console wanted = words.contains("--no-color") ? console.plain() : console;
        return new Main(wanted, program).run(words);
    }

    private int run(List<String> words) {
        Messages say = Messages.of(language(words));
        Words split = Words.split(words);
        try {
            if (split.command().isEmpty()) {
                return root(words, say);
            }
            Optional<Command> command = Commands.find(split.command().get());
            if (command.isEmpty()) {
                throw new ProblemException(unknown(split.command().get()));
            }
            return run(command.get(), split.rest());
        } catch (ProblemException e) {
            return tell(say, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Fault(console, say).report(e);
        }
    }

    private int run(Command command, List<String> words) {
        Call call = new Call(Arguments.read(command.shape(), words), console, program);
        try {
            if (call.arguments().has("--help")) {
                call.print(command.help(call));
                return Exit.DONE;
            }
            checkLanguage(call);
            call.format(command.shape());
            OptionalInt elsewhere = command.asksWorkspace() ? elsewhere(command, call, words) : OptionalInt.empty();
            return elsewhere.isPresent() ? elsewhere.getAsInt() : here(command, call, words);
        } catch (ProblemException e) {
            return tell(call.say(), e);
        }
    }

    private int here(Command command, Call call, List<String> words) {
        return isRetold(command, call) ? new Retold(console, program).run(command, call, words) : command.run(call);
    }

    /** Another engine's data change without the workspace knowing. */
    private static boolean isRetold(Command command, Call call) {
        return command.onlyTells() && call.arguments().value(AskedEngine.OPTION).isEmpty();
    }

    private OptionalInt elsewhere(Command command, Call call, List<String> words) {
        List<String> all = new ArrayList<>(List.of(command.shape().name()));
        all.addAll(words);
        return program.elsewhere(call.folder(), all, console);
    }

    private int root(List<String> words, Messages say) {
        if (words.contains("--version") || words.contains("-V")) {
            console.out().print("ukur " + Version.text() + "\n");
            return Exit.DONE;
        }
        String help = new Help(say).all();
        if (words.contains("--help") || words.contains("-h")) {
            console.out().print(help);
            return Exit.DONE;
        }
        console.err().print(help);
        return Exit.WRONG;
    }

    private Language language(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--lang=")) {
                return Language.of(word.substring("--lang=".length())).orElse(Call.ofEnvironment(console));
            }
            if (word.equals("--lang") && i + 1 < words.size()) {
                return Language.of(words.get(i + 1)).orElse(Call.ofEnvironment(console));
            }
        }
        return Call.ofEnvironment(console);
    }

    private static void checkLanguage(Call call) {
        Optional<String> asked = call.arguments().value("--lang");
        if (asked.isPresent() && call.wanted().isEmpty()) {
            throw new ProblemException(Problem.error("unknown-language", Location.nowhere())
                    .with("language", asked.get())
                    .with("languages", Language.codes()));
        }
    }

    private static Problem unknown(String command) {
        Optional<String> near = Nearest.to(command, Commands.NAMES);
        Problem problem = Problem.error(
                        near.isPresent() ? "unknown-command-maybe" : "unknown-command", Location.nowhere())
                .with("command", command);
        return near.map(name -> problem.with("maybe", name)).orElse(problem);
    }

    private int tell(Messages say, ProblemException e) {
        console.err().print(new TextReports(say, console.colours() ? Ink.COLOUR : Ink.PLAIN).diagnostics(e.problems()));
        if (console.debugs()) {
            e.printStackTrace(console.err());
        }
        return Exit.WRONG;
    }

    /** The command of a call and all its other words: options may stand before the command. */
    private record Words(Optional<String> command, List<String> rest) {

        private static final List<String> WITH_VALUE = List.of("-w", "--workspace", "--lang", "--format");

        static Words split(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (!word.startsWith("-")) {
                    List<String> rest = new ArrayList<>(words);
                    rest.remove(i);
                    return new Words(Optional.of(word), rest);
                }
                if (WITH_VALUE.contains(word)) {
                    i++;
                }
            }
            return new Words(Optional.empty(), words);
        }
    }
}
