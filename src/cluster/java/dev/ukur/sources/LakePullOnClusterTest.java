package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.cluster.Cluster;
import dev.ukur.cluster.Trino;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Dialect;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LocalLake;
import dev.ukur.store.MappedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine of the cluster breaks while rows are pulled: the pull says so or is finished and right, no part of a day is seen, and
 * the next one brings the rest. The cluster is one of its own, as it does not come out of this whole.
 */
@Tag("cluster")
class LakePullOnClusterTest {

    private static final Instant NOW = Instant.parse("2026-03-05T05:00:00Z");

    /** 62 days of 5,000 rows each, of which every one says its own number. */
    private static final int DAYS = 62;

    private static final int ROWS = 5_000;

    private static final String MAPPING = """
            tables:
              - from: lake.toko.sebutan
                into: mentions
                account: pers
                columns: {period: hari, mention_id: nomor, brand: merek, reach: jangkauan}
            """;

    @Test
    void a_worker_killed_during_a_pull_leaves_whole_days_and_the_next_pull_is_right(@TempDir Path folder)
            throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (Cluster cluster = Cluster.start(Path.of("target/trino"));
                Store store =
                        Store.open(new StoreSettings(folder.resolve(".ukur"), ZoneId.of("Asia/Jakarta"), clock))) {
            makeTable(cluster);
            List<Problem> told = pull(cluster, store, folder, new Killing(cluster, 2 * ROWS + 10));
            if (!told.isEmpty()) {
                assertThat(told)
                        .extracting(Problem::code)
                        .contains("lake-broken-off")
                        .first()
                        .asString()
                        .startsWith("engine-");
            }
            assertThat(store.engine()
                            .query(Sql.of("select period_start, count(*) from mentions where superseded_by is null"
                                    + " group by 1 having count(*) <> " + ROWS))
                            .rows())
                    .as("no part of a day")
                    .isEmpty();
            assertThat(told.isEmpty() ? DAYS : days(store)).isBetween(2L, (long) DAYS);

            assertThat(pull(cluster, store, folder, new Killing(cluster, -1))).isEmpty();
            assertThat(store.engine()
                            .query(Sql.of("select count(*), count(distinct mention_id), sum(reach) from mentions"
                                    + " where superseded_by is null"))
                            .rows())
                    .as("every row once: the numbers from 0 to 309,999")
                    .hasToString("[[310000, 310000, 48049845000]]");
        }
    }

    private static void makeTable(Cluster cluster) throws Exception {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists lake.toko");
            statement.execute("create table lake.toko.sebutan as select date_add('day', d, date '2026-01-01') as hari,"
                    + " d * " + ROWS + " + r as nomor, 'Merek ' || cast(r % 7 as varchar) as merek, d * " + ROWS
                    + " + r as jangkauan from unnest(sequence(0, " + (DAYS - 1)
                    + ")) a (d) cross join unnest(sequence(0, "
                    + (ROWS - 1) + ")) b (r)");
        }
    }

    private static long days(Store store) {
        return (Long) store.engine()
                .query(Sql.of("select count(distinct period_start) from mentions where superseded_by is null"))
                .rows()
                .get(0)
                .get(0);
    }

    /** What went wrong; nothing when the pull was finished. */
    private static List<Problem> pull(Cluster cluster, Store store, Path folder, Killing killing) {
        try (DistributedEngine trino = Trino.open(cluster.url(), 300)) {
            MappedLake lake =
                    MappedLake.over(trino.engine(), LocalLake.mapping(folder, MAPPING), LocalLake.reading(NOW));
            new LakePull(killing.over(lake.engine()), store).pull(lake.sources(), Optional.empty(), Optional.empty());
            return List.of();
        } catch (ProblemException e) {
            return new ArrayList<>(e.problems());
        }
    }

    /** Kills a worker when so many rows have come. */
    private record Killing(Cluster cluster, int rows) {

        QueryEngine over(QueryEngine engine) {
            int[] come = {0};
            return new QueryEngine() {
                @Override
                public Dialect dialect() {
                    return engine.dialect();
                }

                @Override
                public QueryResult query(Sql sql) {
                    return engine.query(sql);
                }

                @Override
                public List<String> stream(Sql sql, RowVisitor visitor) {
                    return engine.stream(sql, values -> {
                        if (come[0]++ == rows) {
                            kill();
                        }
                        visitor.row(values);
                    });
                }
            };
        }

        private void kill() {
            try {
                cluster.killWorker(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
