package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the newest schema, one numbered SQL file after the other, each in a transaction of its own. */
final class Migrations {

    private static final List<String> FILES = List.of(
            "V001__canonical.sql",
            "V002__more_subjects.sql",
            "V003__undone_loads.sql",
            "V004__people.sql",
            "V005__loading.sql",
            "V006__people_of_payments.sql",
            "V007__erasures.sql",
            "V008__moments_of_interest.sql");

    private Migrations() {}

    /** The number of the newest schema. */
    static int newest() {
        return FILES.size();
    }

    /** Applies what is missing; refuses a database that a newer Ukur has written. */
    static void apply(Connection connection, String shownFile) throws SQLException {
        int reached = reached(connection);
        if (reached > FILES.size()) {
            throw new ProblemException(Problem.error("store-too-new", Location.of(shownFile)));
        }
        for (int version = reached + 1; version <= FILES.size(); version++) {
            apply(connection, version, SqlResource.read("schema/" + FILES.get(version - 1)));
        }
    }

    private static int reached(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(
                    "select count(*) from duckdb_tables() where table_name = 'schema_version'")) {
                tables.next();
                if (tables.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet versions = statement.executeQuery("select coalesce(max(version), 0) from schema_version")) {
                versions.next();
                return versions.getInt(1);
            }
        }
    }

    private static void apply(Connection connection, int version, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement book = prepareBook(connection, statement)) {
            statement.execute(sql);
            book.setInt(1, version);
            book.setString(2, FILES.get(version - 1));
            book.execute();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static PreparedStatement prepareBook(Connection connection, Statement statement) throws SQLException {
        statement.execute("create table if not exists schema_version (version integer primary key, file varchar)");
        return connection.prepareStatement("insert into schema_version values (?, ?)");
    }
}
