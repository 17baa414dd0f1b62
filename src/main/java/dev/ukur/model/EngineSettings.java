package dev.ukur.model;

import java.util.Optional;

/**
 * Where a distributed engine of the user's is asked.
 *
 * @param url its JDBC address, without secrets
 * @param user who asks
 * @param passwordFrom name of the environment variable that holds the password
 * @param catalog the engine's catalogue with the canonical tables
 * @param schema the schema with them
 * @param seconds after which a question is given up
 * @param files where files are laid for it, when it keeps the canonical tables itself
 */
public record EngineSettings(
        String url,
        String user,
        Optional<String> passwordFrom,
        String catalog,
        String schema,
        int seconds,
        Optional<Files> files) {

    /** The schema where nothing else is said. */
    public static final String SCHEMA = "ukur";

    /** How long a question may take where nothing else is said. */
    public static final int SECONDS = 300;

    /**
     * A place that both see.
     *
     * @param folder as this machine sees it; relative to the workspace
     * @param location as the engine names it: {@code s3://bucket/ukur}
     */
    public record Files(String folder, String location) {}
}
