package dev.ukur.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Trino as it runs in earnest: a coordinator and workers, each a process of its own, on the loopback address, over Iceberg
 * tables in a folder. Started from the class paths that {@code src/cluster/cluster} lays into {@code target/trino}.
 *
 * <p>Also a program: {@code main} starts one, prints its address and the folder of its tables and ends it when its input ends.
 */
public final class Cluster implements AutoCloseable {

    private static final int WORKERS = 2;

    /** A machine that is busy with other things needed 140 s; one with twenty of them, more than five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Small heaps, one compiler and one collector: three nodes beside a test on two cores. */
    private static final List<String> FLAGS = List.of(
            "-Xmx" + Optional.ofNullable(System.getenv("UKUR_TRINO_HEAP")).orElse("512M"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf=true",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path home;
    private final Path run;
    private final Path java;
    private final int port;
    private final Driver driver;
    private final List<Process> nodes = new ArrayList<>();
    private final Thread end = new Thread(this::stop, "end of the cluster");

    private Cluster(Path home, Path java) throws IOException {
        this.home = home;
        this.java = java;
        this.run = Files.createTempDirectory(Files.createDirectories(home.resolve("runs")), "run-");
        this.port = freePorts(1).get(0);
        this.driver = driver(home.resolve("client"));
    }

    /**
     * Starts one and waits until its workers work.
     *
     * @param home the folder {@code target/trino}
     * @throws IllegalStateException when a node ends or the workers do not come in time; the message names the logs
     */
    public static Cluster start(Path home) throws IOException, InterruptedException {
        Path java = Jdk.find()
                .orElseThrow(() -> new IllegalStateException("no JDK " + Jdk.LEAST + ": set UKUR_JDK25_HOME"))
                .resolve("bin/java");
        Cluster cluster = new Cluster(home.toAbsolutePath(), java);
        Runtime.getRuntime().addShutdownHook(cluster.end);
        try {
            cluster.launch();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void launch() throws IOException, InterruptedException {
        nodes.add(node("coordinator", port));
        for (int port : freePorts(WORKERS)) {
            nodes.add(node("worker" + nodes.size(), port));
        }
        Instant last = Instant.now().plus(PATIENCE);
        while (workers() < WORKERS) {
            nodes.stream().filter(node -> !node.isAlive()).findFirst().ifPresent(node -> {
                throw new IllegalStateException("a node ended with " + node.exitValue() + "; see " + run);
            });
            if (Instant.now().isAfter(last)) {
                throw new IllegalStateException("no " + WORKERS + " workers after " + PATIENCE + "; see " + run);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Where a JDBC driver finds it; the catalogue {@code lake} is Iceberg over local files. */
    public String url() {
        return "jdbc:trino://127.0.0.1:" + port;
    }

    /** A connection of the administrator's. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "admin");
        return driver.connect(url() + "/lake", properties);
    }

    /** The JDBC driver, which is on no class path: users lay it into their workspace. */
    static Driver driver(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(jar.toUri().toURL());
            }
            ClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), Cluster.class.getClassLoader());
            return ServiceLoader.load(Driver.class, loader).stream()
                    .filter(each -> each.type().getName().startsWith("io.trino"))
                    .findFirst()
                    .orElseThrow()
                    .get();
        }
    }

    /** Where its tables and the files to be added to them lie: {@code local:///} to the engine. */
    public Path warehouse() {
        return run.resolve("warehouse");
    }

    /** Ends a worker at once, as a broken machine would. */
    public void killWorker(int number) throws InterruptedException {
        Process worker = nodes.get(number);
        worker.destroyForcibly();
        worker.waitFor();
    }

    /** How many workers the coordinator knows; none as long as it does not answer. */
    public int workers() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select count(*) from system.runtime.nodes where state = 'active' and not coordinator")) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Ends its processes and keeps their logs. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        stop();
    }

    private void stop() {
        nodes.forEach(Process::destroy);
        for (Process node : nodes) {
            try {
                if (!node.waitFor(10, TimeUnit.SECONDS)) {
                    node.destroyForcibly();
                }
            } catch (InterruptedException e) {
                node.destroyForcibly();
            }
        }
    }

    private Process node(String name, int own) throws IOException {
        Path folder = Files.createDirectories(run.resolve(name));
        Files.writeString(folder.resolve("config.properties"), config(name.equals("coordinator"), own));
        Files.writeString(folder.resolve("log.properties"), "io.trino=WARN\nio.airlift=WARN\norg.apache=WARN\n");
        Files.createDirectories(warehouse());
        Files.writeString(Files.createDirectories(folder.resolve("catalog")).resolve("lake.properties"), lake());
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", home.resolve("lib") + "/*:" + home.resolve("launch")));
        command.addAll(List.of(
                "-Dnode.environment=test",
                "-Dnode.id=" + name,
                "-Dnode.data-dir=" + folder.resolve("data"),
                "-Dnode.bind-ip=127.0.0.1",
                "-Dnode.internal-address=127.0.0.1",
                "-Dnode.external-address=127.0.0.1",
                "-Dconfig=" + folder.resolve("config.properties"),
                "-Dlog.levels-file=" + folder.resolve("log.properties"),
                "-Dcatalog.config-dir=" + folder.resolve("catalog"),
                "-Dplugin.dir=" + home.resolve("plugin"),
                "Node"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }

    private String config(boolean coordinator, int own) {
        return """
                coordinator=%s
                http-server.http.port=%d
                discovery.uri=http://127.0.0.1:%d
                catalog.management=static
                query.remote-task.max-error-duration=10s
                """.formatted(coordinator, own, port)
                + (coordinator ? "node-scheduler.include-coordinator=false\n" : "");
    }

    /** A catalogue for tests only; users have REST, Glue, Hive or JDBC catalogues. */
    private String lake() {
        return """
                connector.name=iceberg
                iceberg.catalog.type=TESTING_FILE_METASTORE
                hive.metastore.catalog.dir=local:///catalog
                fs.native-local.enabled=true
                local.location=%s
                iceberg.add-files-procedure.enabled=true
                iceberg.register-table-procedure.enabled=true
                """.formatted(warehouse());
    }

    /** Ports that were free a moment ago, all different. */
    private static List<Integer> freePorts(int count) throws IOException {
        Set<Integer> ports = new HashSet<>();
        while (ports.size() < count) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(socket.getLocalPort());
            }
        }
        return List.copyOf(ports);
    }

    /** Starts one, prints its address and the folder of its tables, and ends it when the input ends or the program is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        try (Cluster cluster = start(Path.of(arguments[0]))) {
            System.err.printf(
                    "ready after %d s; logs in %s%n", begun.until(Instant.now(), ChronoUnit.SECONDS), cluster.run);
            System.out.println(cluster.url());
            System.out.println(cluster.warehouse());
            while (System.in.read() >= 0) {
                continue; // until the input ends
            }
        }
    }
}
