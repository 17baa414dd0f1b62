package dev.ukur.delivery.cli;

import dev.ukur.i18n.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fault in Ukur itself: one sentence for the person, the trace for a file. */
final class Fault {

    private final Console console;
    private final Messages say;

    Fault(Console console, Messages say) {
        this.console = console;
        this.say = say;
    }

    /** Tells the fault; answers the exit code. */
    int report(Throwable fault) {
        console.err().print(sentence(fault) + "\n");
        if (console.debugs()) {
            fault.printStackTrace(console.err());
        }
        return Exit.FAULT;
    }

    private String sentence(Throwable fault) {
        try {
            Path log = Files.createTempFile("ukur-", ".log");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                out.println("ukur " + Version.text() + ", Java " + Runtime.version());
                fault.printStackTrace(out);
            }
            return say.text("cli.fault", "log", log);
        } catch (IOException e) {
            return say.text("cli.fault.nolog", "fault", fault.toString());
        }
    }
}
