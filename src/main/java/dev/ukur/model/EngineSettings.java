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
 */
public record EngineSettings(
        String url, String user, Optional<String> passwordFrom, String catalog, String schema, int seconds) {

    /** The schema where nothing else is said. */
    public static final String SCHEMA = "ukur";

    /** How long a question may take where nothing else is said. */
    public static final int SECONDS = 300;
}
