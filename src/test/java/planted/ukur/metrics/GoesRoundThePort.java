package planted.ukur.metrics;

import java.sql.Connection;

/** A planted fault: JDBC outside the store. */
final class GoesRoundThePort {

    private final Connection connection;

    GoesRoundThePort(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }
}
