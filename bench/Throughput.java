import com.sun.management.OperatingSystemMXBean;
import dev.ukur.Ukur;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * Rows a second of an import against DuckDB's own {@code read_csv} with everything declared, in one process, file by file:
 * {@code Throughput WORKSPACE EVENTS.csv}. The workspace holds nothing yet but its settings and the profile of the file.
 */
final class Throughput {

    private static final String READ_CSV = """
            create table events as select * from read_csv('%s', auto_detect = false, header = true, delim = ',',
                quote = '"', escape = '"', columns = {
                    event_id: 'varchar', event: 'varchar', time: 'timestamptz', visitor: 'varchar', customer: 'varchar',
                    url: 'varchar', referrer: 'varchar', device: 'varchar', country: 'varchar', value: 'decimal(18, 4)',
                    currency: 'varchar', "order": 'varchar'})
            """;

    private Throughput() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path workspace = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        long started = System.nanoTime();
        double cpu = cpuSeconds();
        ImportReport report;
        try (Ukur ukur = Ukur.open(workspace, Clock.systemUTC())) {
            report = ukur.load(List.of(file), ImportOptions.standard());
        }
        double ours = seconds(started);
        double ourCpu = cpuSeconds() - cpu;
        long peak = peakMebibytes();
        ImportReport.FileReport loaded = report.files().get(0);
        System.out.println(loaded.outcome() + " " + loaded.problems() + " rejected " + loaded.rejected());
        cpu = cpuSeconds();
        double theirs = readCsv(file, workspace.resolve("read_csv.duckdb"));
        double theirCpu = cpuSeconds() - cpu;
        System.out.printf(
                Locale.ROOT,
                "%d rows, peak %d MiB%n  wall: ukur %.1f s, read_csv %.1f s, ratio %.3f%n  CPU: ukur %.1f s, read_csv %.1f s,"
                        + " ratio %.3f%n",
                loaded.read(), peak, ours, theirs, theirs / ours, ourCpu, theirCpu, theirCpu / ourCpu);
    }

    private static double readCsv(Path file, Path database) throws IOException, SQLException {
        Files.deleteIfExists(database);
        long started = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database)) {
            connection.createStatement().execute("set threads = 2");
            connection.createStatement().execute(READ_CSV.formatted(file));
        }
        return seconds(started);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Seconds of CPU of the whole process, with the engine's threads: on a busy machine they say more than wall time. */
    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** The most memory this process ever held, with that of the engine. */
    private static long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
