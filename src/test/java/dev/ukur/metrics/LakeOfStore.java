package dev.ukur.metrics;

import dev.ukur.store.LocalLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.TableColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a closed store as a customer's lake would hold them: one table an account, every column under its own name. */
final class LakeOfStore {

    private static final Set<String> OURS =
            Set.of("account", "load_id", "source_line", "row_hash", "superseded_by", "extra");

    private LakeOfStore() {}

    /** Lays the tables out; answers the mapping that reads them as they are. */
    static String laidOut(LocalLake lake, Path folder) {
        lake.run("attach '" + folder.resolve(".ukur/ukur.duckdb") + "' as kept (read_only)", "create schema toko");
        StringBuilder yaml = new StringBuilder("tables:\n");
        QueryEngine engine = lake.engine();
        TableColumns columns = TableColumns.of(engine);
        for (List<?> name : engine.query(Sql.of("select name from kept.main.canonical_table order by 1"))
                .rows()) {
            String table = String.valueOf(name.get(0));
            for (List<?> account : engine.query(
                            Sql.of("select distinct account from kept.main." + table + " order by 1"))
                    .rows()) {
                String own = table + "_" + account.get(0);
                lake.run("create table toko." + own + " as select * exclude (account) from kept.main." + table
                        + " where superseded_by is null and account = '" + account.get(0) + "'");
                yaml.append("  - from: memory.toko." + own + "\n    into: " + table + "\n    account: " + account.get(0)
                        + "\n    time_zone: UTC\n    columns: {");
                yaml.append(columns.of(table).keySet().stream()
                        .filter(column -> !OURS.contains(column))
                        .map(column -> column + ": " + column)
                        .collect(Collectors.joining(", ")));
                yaml.append("}\n    pull: " + !table.equals("visits") + "\n");
            }
        }
        return yaml.toString();
    }
}
