package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions can be put to the engine from the command line, without a workspace. */
class CatalogVerifyTest {

    @TempDir
    Path nowhere;

    @Test
    void catalog_verify_runs_every_worked_example_and_says_how_many_came_out_right() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), Map.of(), nowhere);

        int exit = Main.run(new String[] {"catalog", "--verify", "--lang", "en"}, console, new LocalProgram());

        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("conversion_rate +Conversion rate +\\d+ +\\d+")
                .containsPattern("(\\d+) of \\1 worked examples of \\d+ metrics came out right on the engine duckdb");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
