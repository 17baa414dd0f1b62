package dev.ukur.store;

import dev.ukur.store.TableShape.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks what a load restated: per day and column that can be added up, the sum before and after. */
final class Restatements {

    /** Numbers of which a sum over rows means nothing. */
    private static final Set<String> NOT_ADDITIVE =
            Set.of("line_no", "reach", "visitors", "search_volume", "position", "rate", "unit_price");

    private final Connection connection;
    private final long load;

    Restatements(Connection connection, long load) {
        this.connection = connection;
        this.load = load;
    }

    /** Those of one table, by day and column. */
    List<Restated> of(TableShape table) throws SQLException {
        List<Restated> found = new ArrayList<>();
        List<String> columns = table.columns().entrySet().stream()
                .filter(column -> column.getValue() == ColumnType.COUNT || column.getValue() == ColumnType.DECIMAL)
                .map(java.util.Map.Entry::getKey)
                .filter(column -> !NOT_ADDITIVE.contains(column))
                .toList();
        if (columns.isEmpty()) {
            return found;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question(table, columns))) {
            while (row.next()) {
                found.add(new Restated(
                        table.name(),
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4)));
            }
        }
        return found;
    }

    private String question(TableShape table, List<String> columns) {
        String match = String.join(
                " and ",
                table.key().stream()
                        .map(column -> "o.\"" + column + "\" is not distinct from n.\"" + column + '"')
                        .toList());
        List<String> sums = new ArrayList<>();
        for (String column : columns) {
            sums.add("select day, '" + column + "' as name,"
                    + " coalesce(sum(cast(\"" + column + "\" as decimal(38, 6))) filter (where is_old), 0) as before,"
                    + " coalesce(sum(cast(\"" + column + "\" as decimal(38, 6))) filter (where not is_old), 0) as after"
                    + " from both_versions group by day");
        }
        return """
                -- rows this load replaced, and the rows of the same keys it brought
                with old as (select * from main.%1$s where superseded_by = %2$d),
                new as (select n.* from main.%1$s n where n.load_id = %2$d and exists (select 1 from old o where %3$s)),
                both_versions as (
                    select *, period_start as day, true as is_old from old
                    union all
                    select *, period_start as day, false as is_old from new
                )
                select day, name, before, after from (%4$s) where before <> after order by day, name
                """.formatted(table.name(), load, match, String.join(" union all ", sums));
    }
}
