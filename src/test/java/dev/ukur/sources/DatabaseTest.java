package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of a real PostgreSQL and a real MariaDB, started here from the system's own packages; skipped, by name, where they
 * are not installed.
 */
@Tag("slow")
class DatabaseTest {

    private static final String PROFILE = """
            profile: toko.pesanan
            version: 1
            verified: true
            account: toko
            about: {id: Pesanan toko, en: Orders of the shop}
            target: orders
            database:
              url: %s
              user: %s
              query: >
                select id, status, total, paid, created_at, updated_at, note from pesanan
                where updated_at >= :since order by id
              cursor: updated_at
              since: 2000-01-01
            columns:
              order_id: {from: id, type: id, required: true}
              status: {from: status, type: enum, words: {completed: [lunas], pending: [baru]}}
              total_paid: {from: total, type: money, required: true}
              ordered_at: {from: created_at, type: instant, required: true}
            derive:
              period: {day_of: ordered_at}
              currency: {const: IDR}
              sales_channel: web
            load: {duplicates: reject}
            """;

    private static final String ALL =
            "select order_id, status, total_paid, ordered_at, period_start from orders where superseded_by is null order by 1";

    @TempDir
    Path folder;

    private TestDatabase database;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void a_postgresql_table_loads_and_then_only_what_is_newer() throws Exception {
        assumeTrue(TestDatabase.hasPostgres(), "no PostgreSQL is installed");
        database = TestDatabase.postgres(folder);
        loadsIncrementally("""
                create table pesanan (id bigint primary key, status text, total numeric(12,2), paid boolean,
                    created_at timestamptz, updated_at timestamptz, note text)
                """);
    }

    @Test
    void a_mariadb_table_loads_and_then_only_what_is_newer() throws Exception {
        assumeTrue(TestDatabase.hasMaria(), "no MariaDB is installed");
        database = TestDatabase.maria(folder);
        loadsIncrementally("""
                create table pesanan (id bigint primary key, status varchar(20), total decimal(12,2), paid boolean,
                    created_at timestamp null, updated_at datetime(6), note text)
                """);
    }

    private void loadsIncrementally(String table) throws SQLException, IOException {
        try (Connection writer = DriverManager.getConnection(database.url(), database.user(), null);
                Bench bench = new Bench(folder.resolve("ws"))) {
            bench.profile("toko.pesanan.yaml", PROFILE.formatted(database.url(), database.user()));
            run(writer, table);
            // 20:30 in UTC is the next day in Jakarta
            run(
                    writer,
                    "insert into pesanan values (1, 'lunas', 1250000.50, true, '2026-09-01 20:30:00" + database.utc()
                            + "', '2026-09-01 21:00:00" + database.utc()
                            + "', 'a'), (2, 'baru', 99.90, false, '2026-09-02 03:00:00"
                            + database.utc() + "', '2026-09-02 03:00:00" + database.utc() + "', null)");

            FileReport first = load(bench);
            assertThat(first.outcome()).as(first.problems().toString()).isEqualTo(Outcome.LOADED);
            assertThat(bench.rows(ALL))
                    .containsExactly(
                            "1|completed|1250000.5|2026-09-01T20:30:00Z|2026-09-02",
                            "2|pending|99.9|2026-09-02T03:00:00Z|2026-09-02");

            run(
                    writer,
                    "update pesanan set status = 'lunas', updated_at = '2026-09-03 00:00:00" + database.utc()
                            + "' where id = 2");
            run(
                    writer,
                    "insert into pesanan values (3, 'baru', 5, false, '2026-09-03 01:00:00" + database.utc()
                            + "', '2026-09-03 01:00:00" + database.utc() + "', '')");
            FileReport second = load(bench);
            assertThat(List.of(second.read(), second.loaded(), second.changed(), second.unchanged()))
                    .as("the row at the cursor's place comes again, the older one does not")
                    .containsExactly(2L, 1L, 1L, 0L);
            assertThat(bench.rows(ALL))
                    .containsExactly(
                            "1|completed|1250000.5|2026-09-01T20:30:00Z|2026-09-02",
                            "2|completed|99.9|2026-09-02T03:00:00Z|2026-09-02",
                            "3|pending|5|2026-09-03T01:00:00Z|2026-09-03");

            assertThat(load(bench).unchanged())
                    .as("only the row at the cursor's place")
                    .isEqualTo(1);
            assertThat(load(bench).outcome()).isEqualTo(Outcome.ALREADY_LOADED);
            run(writer, "delete from pesanan");
            assertThat(load(bench).outcome()).isEqualTo(Outcome.ALREADY_LOADED);
            assertThat(bench.rows(ALL)).hasSize(3);
        }
    }

    private static FileReport load(Bench bench) {
        ImportOptions options = new ImportOptions(Optional.of("toko.pesanan"), Optional.empty(), false);
        return bench.importer().load(List.of(), options).files().get(0);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
