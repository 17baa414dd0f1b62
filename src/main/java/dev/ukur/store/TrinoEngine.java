package dev.ukur.store;

import dev.ukur.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Trino, asked over JDBC; questions may be asked and cancelled from several threads. */
final class TrinoEngine implements QueryEngine {

    private final Connection connection;
    private final Dialect dialect;
    private final String address;
    private final int seconds;
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    /**
     * An engine over a connection, which its owner closes.
     *
     * @param address told when something goes wrong
     * @param seconds after which a question is given up
     */
    TrinoEngine(Connection connection, Dialect dialect, String address, int seconds) {
        this.connection = connection;
        this.dialect = dialect;
        this.address = address;
        this.seconds = seconds;
    }

    /** After how many a question or a statement is given up; the engine is told, and ends it too. */
    int seconds() {
        return seconds;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public QueryResult query(Sql sql) {
        return twice(new Attempt<>() {
            @Override
            public QueryResult run() throws SQLException {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                List<String> columns = ask(sql, values -> rows.add(Arrays.asList(values.clone())));
                return new QueryResult(columns, rows);
            }
        });
    }

    /** Asked again only while no row has been handed over. */
    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return twice(new Attempt<>() {
            private boolean begun;

            @Override
            public List<String> run() throws SQLException {
                return ask(sql, values -> {
                    begun = true;
                    visitor.row(values);
                });
            }

            @Override
            public boolean isUntouched() {
                return !begun;
            }
        });
    }

    @Override
    public Optional<String> refusal(Sql sql) {
        try {
            ask(sql, values -> {});
            return Optional.empty();
        } catch (SQLException e) {
            EngineTrouble trouble = EngineTrouble.of(e);
            if (trouble != EngineTrouble.REFUSED) {
                throw told(trouble, e);
            }
            return Optional.of(
                    String.valueOf(trouble.problem(e, address).facts().get("detail")));
        }
    }

    /** Does something, once: where a machine is lost on the way, it may have been done or not. */
    void run(String work) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds);
            running.add(statement);
            try {
                statement.execute(work);
            } finally {
                running.remove(statement);
            }
        } catch (SQLException e) {
            throw told(EngineTrouble.of(e), e);
        }
    }

    /** Ends what is being asked; whoever asked is told so. */
    void cancel() {
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                continue; // it has ended by itself
            }
        }
    }

    /** One try at an answer. */
    private interface Attempt<T> {
        T run() throws SQLException;

        /** Whether nobody has seen a part of the answer. */
        default boolean isUntouched() {
            return true;
        }
    }

    private <T> T twice(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException e) {
            EngineTrouble trouble = EngineTrouble.of(e);
            if (!trouble.mayPass() || !attempt.isUntouched()) {
                throw told(trouble, e);
            }
        }
        try {
            return attempt.run();
        } catch (SQLException e) {
            throw told(EngineTrouble.of(e), e);
        }
    }

    private ProblemException told(EngineTrouble trouble, SQLException e) {
        return new ProblemException(trouble.problem(e, address).with("seconds", seconds));
    }

    private List<String> ask(Sql sql, RowVisitor visitor) throws SQLException {
        try (PreparedStatement prepared = sql.parameters().isEmpty() ? null : connection.prepareStatement(sql.text());
                Statement statement = prepared == null ? connection.createStatement() : prepared) {
            statement.setQueryTimeout(seconds);
            running.add(statement);
            try (ResultSet result = prepared == null ? statement.executeQuery(sql.text()) : bound(prepared, sql)) {
                return EngineValues.visit(result, visitor);
            } finally {
                running.remove(statement);
            }
        }
    }

    private static ResultSet bound(PreparedStatement statement, Sql sql) throws SQLException {
        EngineValues.bind(statement, sql.parameters());
        return statement.executeQuery();
    }
}
