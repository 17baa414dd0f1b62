package dev.ukur.delivery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param out results
 * @param err progress and problems
 * @param environment variables by name
 * @param here the current folder
 * @param in what is piped in, or typed
 */
public record Console(PrintStream out, PrintStream err, Map<String, String> environment, Path here, InputStream in) {

    /** A console on which nobody types. */
    public Console(PrintStream out, PrintStream err, Map<String, String> environment, Path here) {
        this(out, err, environment, here, InputStream.nullInputStream());
    }

    /** From this Java on, {@code System.console()} is there even when nobody watches. */
    private static final int ALWAYS_A_CONSOLE = 22;

    /** The console of this process; always UTF-8. */
    static Console ofProcess() {
        return new Console(
                stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv(), Path.of(""), System.in);
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

    /** Whether a person watches, who can also be asked. */
    boolean isWatched() {
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
