package dev.ukur.store;

import dev.ukur.model.EngineSettings;
import dev.ukur.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Trino of the user's, open for questions, and for writing where the workspace says so. Its driver is one the user laid into the workspace; Ukur ships none. */
public final class DistributedEngine implements AutoCloseable {

    private final Connection connection;
    private final TrinoEngine engine;
    private final Thread cancelling;

    private DistributedEngine(Connection connection, TrinoEngine engine) {
        this.connection = connection;
        this.engine = engine;
        this.cancelling = new Thread(engine::cancel, "cancel questions");
        Runtime.getRuntime().addShutdownHook(cancelling);
    }

    /**
     * Where drivers and secrets come from, and in whose name is asked.
     *
     * @param drivers folder with the jars of JDBC drivers; it may be missing
     * @param environment tells passwords by name
     * @param workspace its name, by which the engine's administrator knows the questions
     */
    public record Access(Path drivers, Function<String, @Nullable String> environment, String workspace) {

        /** The name in the engine's list of queries. */
        String source() {
            return "ukur-"
                    + workspace
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", "");
        }
    }

    /**
     * Connects, and makes sure that somebody answers. What still runs when the process is ended is cancelled.
     *
     * @throws ProblemException {@code database-no-driver}, {@code database-no-password}, or one of {@code engine-...}
     */
    public static DistributedEngine open(EngineSettings settings, Access access) {
        try {
            Connection connection = Drivers.connect(access.drivers(), settings.url(), properties(settings, access));
            DistributedEngine opened = new DistributedEngine(connection, engine(connection, settings));
            try {
                connection.setCatalog(settings.catalog());
                connection.setSchema(settings.schema());
                opened.engine.query(Sql.of("select 1"));
            } catch (SQLException | ProblemException e) {
                opened.close();
                throw e;
            }
            return opened;
        } catch (SQLException e) {
            throw new ProblemException(EngineTrouble.of(e).problem(e, settings.url()));
        }
    }

    private static TrinoEngine engine(Connection connection, EngineSettings settings) {
        return new TrinoEngine(connection, Dialect.trino(settings.schema()), settings.url(), settings.seconds());
    }

    private static Properties properties(EngineSettings settings, Access access) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        settings.passwordFrom()
                .ifPresent(variable ->
                        properties.setProperty("password", Drivers.password(variable, access.environment())));
        properties.setProperty("source", access.source());
        properties.setProperty("clientTags", "ukur");
        properties.setProperty("timezone", "UTC");
        return properties;
    }

    /** The port for questions. */
    public QueryEngine engine() {
        return engine;
    }

    /**
     * It, for writing.
     *
     * @param folder where files are laid for it
     * @param location the same place as it names it
     */
    public LakeGround ground(Path folder, String location) {
        return new TrinoGround(engine, folder, location);
    }

    /** Ends what is being asked; whoever asked is told {@code engine-cancelled}. From any thread. */
    public void cancel() {
        engine.cancel();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(cancelling);
        } catch (IllegalStateException e) {
            engine.cancel(); // the process is ending
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing a connection", e);
        }
    }
}
