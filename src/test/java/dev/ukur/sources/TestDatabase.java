package dev.ukur.sources;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database server of this test alone: its files in a folder of its own, its port free, reached from this machine only.
 *
 * @param process the server
 * @param url where it listens
 * @param user who may do all
 * @param utc how it wants times in UTC written
 */
record TestDatabase(Process process, String url, String user, String utc) implements AutoCloseable {

    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final Path MARIA = Path.of("/usr/sbin/mariadbd");

    static boolean hasPostgres() {
        return postgresBin().isPresent();
    }

    static boolean hasMaria() {
        return Files.isExecutable(MARIA);
    }

    private static Optional<Path> postgresBin() {
        if (!Files.isDirectory(POSTGRES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts PostgreSQL; as the user postgres where this is root, for it refuses to run as root. */
    static TestDatabase postgres(Path scratch) throws IOException, InterruptedException, SQLException {
        Path bin = postgresBin().orElseThrow();
        int port = freePort();
        boolean root = System.getProperty("user.name").equals("root");
        Path home = root
                ? Files.createTempDirectory(Path.of("/tmp"), "ukur-pg")
                : Files.createDirectory(scratch.resolve("pg"));
        List<String> as = new ArrayList<>();
        if (root) {
            finish(new ProcessBuilder("chown", "postgres", home.toString()).start(), scratch);
            as.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        finish(
                start(
                        as,
                        scratch,
                        bin.resolve("initdb") + "",
                        "-D",
                        home + "/data",
                        "-U",
                        "ukur",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8"),
                scratch);
        Process server = start(
                as,
                scratch,
                bin.resolve("postgres") + "",
                "-D",
                home + "/data",
                "-p",
                port + "",
                "-k",
                home + "",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off");
        return ready(
                new TestDatabase(server, "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "ukur", "+00"), scratch);
    }

    static TestDatabase maria(Path scratch) throws IOException, InterruptedException, SQLException {
        Path home = Files.createTempDirectory(Path.of("/tmp"), "ukur-maria");
        int port = freePort();
        String user = System.getProperty("user.name");
        finish(
                start(
                        List.of(),
                        scratch,
                        "mariadb-install-db",
                        "--no-defaults",
                        "--datadir=" + home + "/data",
                        "--user=" + user,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"),
                scratch);
        Path init = Files.writeString(
                home.resolve("init.sql"),
                "create database toko;\ncreate user ukur@localhost;\ngrant all on *.* to ukur@localhost;\n");
        Process server = start(
                List.of(),
                scratch,
                MARIA + "",
                "--no-defaults",
                "--datadir=" + home + "/data",
                "--user=" + user,
                "--port=" + port,
                "--socket=" + home + "/s.sock",
                "--bind-address=127.0.0.1",
                "--init-file=" + init,
                "--default-time-zone=+00:00",
                "--pid-file=" + home + "/pid");
        return ready(new TestDatabase(server, "jdbc:mariadb://127.0.0.1:" + port + "/toko", "ukur", ""), scratch);
    }

    private static Process start(List<String> as, Path scratch, String... words) throws IOException {
        List<String> all = new ArrayList<>(as);
        all.addAll(List.of(words));
        return new ProcessBuilder(all)
                .directory(new java.io.File("/tmp"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        scratch.resolve("server.log").toFile()))
                .start();
    }

    private static void finish(Process process, Path scratch) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(scratch.resolve("server.log")));
        }
    }

    /** Tries to connect until the server answers, for two minutes at most. */
    private static TestDatabase ready(TestDatabase database, Path scratch)
            throws IOException, InterruptedException, SQLException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        SQLException last = null;
        while (Instant.now().isBefore(end) && database.process.isAlive()) {
            try (Connection connection = DriverManager.getConnection(database.url, database.user, null)) {
                if (connection.isValid(5)) {
                    return database;
                }
            } catch (SQLException e) {
                last = e;
                database.process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        database.close();
        throw last == null ? new SQLException(Files.readString(scratch.resolve("server.log"))) : last;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
