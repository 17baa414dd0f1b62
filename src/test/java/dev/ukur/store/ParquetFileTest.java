package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.store.ParquetFile.Column;
import dev.ukur.store.ParquetFile.Type;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    @TempDir
    Path folder;

    @Test
    void days_are_dates_hours_timestamps_money_decimals_and_unknown_is_null() throws SQLException {
        Path file = folder.resolve("it's.parquet");
        ParquetFile.write(
                file,
                List.of(
                        new Column("period", Type.DAY),
                        new Column("hour", Type.HOUR),
                        new Column("channel", Type.TEXT),
                        new Column("revenue", Type.MONEY),
                        new Column("conversion_rate", Type.NUMBER),
                        new Column("differs", Type.TRUTH)),
                List.of(
                        Arrays.asList(
                                LocalDate.of(2026, 10, 31),
                                LocalDateTime.of(2026, 10, 31, 23, 0),
                                "Langsung \"x\"",
                                9_007_199_254_740_991.0,
                                0.034,
                                true),
                        Arrays.asList(null, null, null, null, null, null),
                        Arrays.asList(LocalDate.of(1999, 1, 1), null, "", -12.3456785, 1.0, false)));

        assertThat(rows("select column_name || ' ' || column_type from (describe select * from '" + quoted(file)
                        + "')"))
                .containsExactly(
                        "period DATE",
                        "hour TIMESTAMP",
                        "channel VARCHAR",
                        "revenue DECIMAL(38,6)",
                        "conversion_rate DOUBLE",
                        "differs BOOLEAN");
        assertThat(rows("select concat_ws('|', coalesce(period::varchar, '-'), coalesce(hour::varchar, '-'),"
                        + " coalesce(channel, '-'), coalesce(revenue::varchar, '-'),"
                        + " coalesce(conversion_rate::varchar, '-'), coalesce(differs::varchar, '-'))"
                        + " from '" + quoted(file) + "'"))
                .containsExactly(
                        "2026-10-31|2026-10-31 23:00:00|Langsung \"x\"|9007199254740991.000000|0.034|true",
                        "-|-|-|-|-|-",
                        "1999-01-01|-||-12.345678|1.0|false"); // halfway goes to the even digit
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
