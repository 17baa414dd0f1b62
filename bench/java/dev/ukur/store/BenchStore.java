package dev.ukur.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** Fills a store with a business of any size, straight into its tables and the same for the same seed. */
public final class BenchStore {

    /** The last day that has data. */
    public static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    /** Thirteen months: a year can be asked for from some days earlier on. */
    private static final int DAYS = 396;

    private static final int EVENTS_PER_VISIT = 4;
    private static final int SEED = 42;

    /** Visits written at a time: what is sorted stays in memory. */
    private static final long STEP = 500_000;

    private BenchStore() {}

    /** How the store of a folder is opened. */
    public static StoreSettings settings(Path folder) {
        return new StoreSettings(folder.resolve(".ukur"), ZoneId.of("Asia/Jakarta"), Clock.systemUTC());
    }

    /**
     * Makes a new store.
     *
     * @param events about how many
     * @param scripts folder of the SQL that writes them
     */
    public static void fill(Path folder, long events, Path scripts) throws SQLException, IOException {
        StoreSettings settings = settings(folder);
        Store store = Store.open(settings);
        TableShape visits = store.shapes().get("visits");
        store.close();
        try (Connection connection = DuckDbFile.open(settings.directory());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into loads select nextval('load_number'), 'bench', 'bench', 'bench', 1, 'web',"
                    + " timestamp '2026-11-01 00:00:00', 0, 0, 0, 0, 0, null, null, null, '{}'");
            String business = Files.readString(scripts.resolve("business.sql"));
            statement.execute(filled(business, visits, events, 0));
            for (long from = 0; from < events / EVENTS_PER_VISIT; from += STEP) {
                for (String script : List.of("visits", "events", "people")) {
                    statement.execute(
                            filled(Files.readString(scripts.resolve(script + ".sql")), visits, events, from));
                }
            }
            statement.execute("drop table main.rollup_version"); // they are made when the store is opened next
            statement.execute("checkpoint");
        }
    }

    /** One more connection to the database of a store that this process has open, for queries by hand. */
    public static Connection raw(Path folder) {
        return DuckDbFile.open(settings(folder).directory());
    }

    private static String filled(String script, TableShape visits, long events, long from) {
        long all = events / EVENTS_PER_VISIT;
        List<String> columns = visits.columns().keySet().stream()
                .filter(column -> !column.equals("extra"))
                .toList();
        return script.replace("{{visits}}", Long.toString(all))
                .replace("{{from}}", Long.toString(from))
                .replace("{{to}}", Long.toString(Math.min(all, from + STEP)))
                .replace("{{days}}", Integer.toString(DAYS))
                .replace("{{first}}", LAST.minusDays(DAYS - 1L).toString())
                .replace("{{seed}}", Integer.toString(SEED))
                .replace("{{load}}", "1")
                .replace("{{columns}}", String.join(", ", Stage.quoted(columns)));
    }

    /**
     * What the roll-ups cost: made anew, and renewed for one more day of visits, which is then undone. CPU and wall time
     * are told by the caller's measure.
     *
     * @param measure runs a named piece of work and prints its cost
     */
    public static void refresh(Path folder, BiConsumer<String, Work> measure) throws SQLException {
        try (Connection connection = DuckDbFile.open(settings(folder).directory());
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists main.rollup_version");
            measure.accept("roll-ups, all days", () -> new Rollups(connection).ensure());
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into main.visits
                    select * replace (2 as load_id, visit_id || '+' as visit_id, period_start + 1 as period_start,
                        period_end + 1 as period_end, started_at + interval 1 day as started_at,
                        ended_at + interval 1 day as ended_at)
                    from main.visits where superseded_by is null and period_start = date '%s'""".formatted(LAST));
            statement.execute("""
                    insert into main.orders
                    select * replace (2 as load_id, order_id || '+' as order_id, period_start + 1 as period_start,
                        period_end + 1 as period_end, ordered_at + interval 1 day as ordered_at)
                    from main.orders where superseded_by is null and period_start = date '%s'""".formatted(LAST));
            measure.accept("roll-ups, one new day", () -> new Rollups(connection).refresh(2));
            measure.accept("kept facts, one new day", () -> new KeptFacts(connection).refresh(2));
            connection.rollback();
        }
    }

    /** Work on the database. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }
}
