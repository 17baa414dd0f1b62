package planted.ukur.metrics;

import java.sql.Connection;
import planted.ukur.store.AsksTheScreen;

/** Two planted faults: JDBC outside the store, and a type of the store that is not its port. */
final class GoesRoundThePort {

    private final Connection connection;
    private final AsksTheScreen inside;

    GoesRoundThePort(Connection connection, AsksTheScreen inside) {
        this.connection = connection;
        this.inside = inside;
    }

    Connection connection() {
        return connection;
    }

    AsksTheScreen inside() {
        return inside;
    }
}
