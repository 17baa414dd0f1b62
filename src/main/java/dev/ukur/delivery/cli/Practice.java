package dev.ukur.delivery.cli;

import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The run during which the JVM notes which classes to archive: every common command once, on a tiny shop. The launcher
 * starts it once per Java version; its answers are thrown away.
 */
final class Practice {

    private static final TwinOptions SHOP = new TwinOptions(1, 3, 4, LocalDate.of(2026, 11, 22));

    private Practice() {}

    /**
     * Practises in a folder.
     *
     * @param arguments an empty folder
     * @throws IOException when the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        new Twin(SHOP).write(folder, month -> {});
        readByWeek(folder.resolve("goals.yaml"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, Map.of("NO_COLOR", "1"), folder);
        for (String command : commands()) {
            Main.run(command.split(" "), console, new LocalProgram());
        }
        Runtime.getRuntime().halt(Exit.DONE);
    }

    /** Of months there are too few for a baseline or a forecast; of weeks there are enough. */
    private static void readByWeek(Path goals) throws IOException {
        Files.writeString(
                goals,
                Files.readString(goals)
                        .replace("cadence: monthly", "cadence: weekly")
                        .replaceAll("baseline: .*", "baseline: 2026-08-31..2026-09-27"));
    }

    private static List<String> commands() {
        return List.of(
                "--help",
                "import " + Twin.EXPORTS,
                "source list",
                "rejects",
                "catalog",
                "catalog cac --lang en",
                "query visits conversion_rate cac --grain month --by channel",
                "query revenue --format json --lang en",
                "check",
                "scorecard",
                "scorecard --format json",
                "scorecard --format html --lang en");
    }
}
