package dev.ukur.delivery.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param out results
 * @param err progress and problems
 * @param environment variables by name
 * @param here the current folder
 * @param in what a person types, where one is there to be asked
 */
public record Console(
        PrintStream out, PrintStream err, Map<String, String> environment, Path here, Optional<BufferedReader> in) {

    /** From this Java on, {@code System.console()} is there even when nobody watches. */
    private static final int ALWAYS_A_CONSOLE = 22;

    /** A console where nobody can be asked. */
    public Console(PrintStream out, PrintStream err, Map<String, String> environment, Path here) {
        this(out, err, environment, here, Optional.empty());
    }

    /** The console of this process; always UTF-8. */
    static Console ofProcess() {
        Console silent =
                new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv(), Path.of(""));
        return silent.isWatched() && System.console() != null
                ? new Console(
                        silent.out,
                        silent.err,
                        silent.environment,
                        silent.here,
                        Optional.of(new BufferedReader(
                                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))))
                : silent;
    }

    /**
     * Whether text may be coloured: a person watches and has not asked for plain text. The launcher says so in
     * {@code UKUR_TERMINAL} ({@code 1} or {@code 0}); without it the JDK is asked.
     */
    boolean colours() {
        if (environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"))) {
            return false;
        }
        return isWatched();
    }

    private boolean isWatched() {
        String told = environment.get("UKUR_TERMINAL");
        if (told != null) {
            return told.equals("1");
        }
        return Runtime.version().feature() < ALWAYS_A_CONSOLE && System.console() != null;
    }

    /** The same console, never coloured. */
    Console plain() {
        Map<String, String> more = new HashMap<>(environment);
        more.put("NO_COLOR", "1");
        return new Console(out, err, more, here, in);
    }

    /** Whether the trace of a fault is wanted. */
    boolean debugs() {
        return "1".equals(environment.get("UKUR_DEBUG"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
