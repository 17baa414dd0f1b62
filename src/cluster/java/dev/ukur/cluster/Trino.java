package dev.ukur.cluster;

import dev.ukur.model.EngineSettings;
import dev.ukur.store.DistributedEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** The cluster that all tests of one run share: the one that {@code UKUR_TRINO_URL} names, else one started for the run. */
public final class Trino {

    private Trino() {}

    private static final class Started {
        private static final Cluster CLUSTER = start();

        private static Cluster start() {
            try {
                return Cluster.start(Path.of("target/trino")); // ended with the process
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Its address. */
    public static String url() {
        return Optional.ofNullable(System.getenv("UKUR_TRINO_URL")).orElseGet(() -> Started.CLUSTER.url());
    }

    /** The folder of its tables: {@code local:///} to it. */
    public static Path warehouse() {
        return Optional.ofNullable(System.getenv("UKUR_TRINO_WAREHOUSE"))
                .map(Path::of)
                .orElseGet(() -> Started.CLUSTER.warehouse());
    }

    /** A connection that may make tables; the caller closes it. */
    public static Connection administrator() throws SQLException {
        try {
            Properties properties = new Properties();
            properties.setProperty("user", "admin");
            return Cluster.driver(Path.of("target/trino/client")).connect(url() + "/lake", properties);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It, opened as a workspace opens it; questions are given up after so many seconds. */
    public static DistributedEngine open(int seconds) {
        return open(url(), seconds);
    }

    /** Another address, opened in the same way. */
    public static DistributedEngine open(String url, int seconds) {
        return DistributedEngine.open(
                new EngineSettings(
                        url, "ukur", Optional.empty(), "lake", EngineSettings.SCHEMA, seconds, Optional.empty()),
                new DistributedEngine.Access(Path.of("target/trino/client"), name -> null, "Toko Uji"));
    }
}
