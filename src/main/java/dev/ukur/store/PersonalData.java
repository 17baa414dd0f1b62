package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one load tells of people in plain text; it is written to a schema of its own, which no question reads. */
final class PersonalData {

    private static final int BATCH = 1_000;

    private final Set<Loading.PersonalValue> values = new LinkedHashSet<>();

    void keep(Loading.PersonalValue value) {
        values.add(value);
    }

    /** Writes down what is not known yet, in the open transaction. */
    void write(Connection connection, String account, long load) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into pii.persons
                select person_key, kind, value, account, load_id
                from (values (?, ?, ?, ?, ?)) as told (person_key, kind, value, account, load_id)
                where not exists (select 1 from pii.persons known where known.person_key = told.person_key
                    and known.kind = told.kind and known.value = told.value and known.account = told.account)
                """)) {
            int waiting = 0;
            for (Loading.PersonalValue value : values) {
                statement.setString(1, value.person());
                statement.setString(2, value.kind());
                statement.setString(3, value.value());
                statement.setString(4, account);
                statement.setLong(5, load);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            if (waiting % BATCH != 0) {
                statement.executeBatch();
            }
        }
    }
}
