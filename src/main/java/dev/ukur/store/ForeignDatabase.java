package dev.ukur.store;

import dev.ukur.model.DatabaseRules;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * Sources that are asked rather than read: a database of the user's through its JDBC driver, and a Parquet file through
 * the engine. Nothing is ever written to them.
 */
public final class ForeignDatabase {

    private static final String SINCE = ":since";

    private ForeignDatabase() {}

    /**
     * The rows of a Parquet file.
     *
     * @throws ProblemException {@code parquet-broken}
     */
    public static ForeignRows parquet(Path file) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("memory_limit", "400MB");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            try {
                connection.setAutoCommit(false);
                PreparedStatement statement =
                        connection.prepareStatement("select * from read_parquet(" + FileLiteral.of(file) + ")");
                return new ForeignRows(connection, statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ProblemException(Problem.error("parquet-broken", Location.of(file.toString()))
                    .with("detail", firstLine(e)));
        }
    }

    /**
     * The rows a profile's query gives.
     *
     * @param since how far the last reading came; empty for the first
     * @param drivers folder with the jars of JDBC drivers; it may be missing
     * @param environment tells passwords by name
     * @throws ProblemException {@code database-no-driver}, {@code database-no-password}, {@code database-failed}
     */
    public static ForeignRows ask(
            DatabaseRules rules, Optional<String> since, Path drivers, Function<String, @Nullable String> environment) {
        try {
            Connection connection = connect(rules, drivers, environment);
            try {
                prepare(connection);
                PreparedStatement statement =
                        connection.prepareStatement(rules.query().replace(SINCE, "?"));
                statement.setFetchSize(ForeignRows.FETCHED);
                String reached = since.or(rules::since).orElse("");
                int places = rules.query().split(SINCE, -1).length - 1;
                for (int i = 1; i <= places; i++) {
                    statement.setObject(i, value(reached));
                }
                return new ForeignRows(connection, statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Reading only, in one snapshot, with times of instants in UTC. */
    private static void prepare(Connection connection) throws SQLException {
        if (isMaria(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set time_zone = '+00:00'");
            }
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    static boolean isMaria(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return product.equals("MariaDB") || product.equals("MySQL");
    }

    private static Connection connect(DatabaseRules rules, Path drivers, Function<String, @Nullable String> environment)
            throws SQLException {
        Properties properties = new Properties();
        rules.user().ifPresent(user -> properties.setProperty("user", user));
        rules.passwordFrom()
                .ifPresent(variable -> properties.setProperty("password", Drivers.password(variable, environment)));
        return Drivers.connect(drivers, rules.url(), properties);
    }

    /** A cursor's text in the type its form shows, so that the database compares it as its column is. */
    private static Object value(String text) {
        List<Function<String, Object>> forms =
                List.of(BigDecimal::new, LocalDate::parse, LocalDateTime::parse, OffsetDateTime::parse);
        for (Function<String, Object> form : forms) {
            try {
                return form.apply(text);
            } catch (NumberFormatException | DateTimeParseException e) {
                continue; // not this form: the next
            }
        }
        return text;
    }

    static ProblemException failed(SQLException e) {
        return new ProblemException(
                Problem.error("database-failed", Location.nowhere()).with("detail", firstLine(e)));
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
