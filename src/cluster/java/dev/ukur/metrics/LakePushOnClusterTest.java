package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.cluster.Cluster;
import dev.ukur.cluster.Trino;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LakeGround;
import dev.ukur.store.LakePush;
import dev.ukur.store.LakeSchema;
import dev.ukur.store.PushedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.TableColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canonical tables kept on the cluster hold what the store holds, every version of every row, and give every metric its number. */
@Tag("cluster")
class LakePushOnClusterTest {

    private static final String LOCATION = "local:///files";

    /** Rows of a load that the cluster has to look through when a later one restates them. */
    private static final int ROWS = 20_000;

    @Test
    void every_metric_and_every_row_is_that_of_the_store_also_after_a_restatement_and_an_undoing(@TempDir Path folder)
            throws Exception {
        try (Rows rows = new Rows(folder);
                DistributedEngine trino = Trino.open(120)) {
            LakeSchema schema = new LakeSchema(trino.engine(), "lake", "push_" + System.nanoTime());
            LakeGround ground =
                    trino.ground(Files.createDirectories(Trino.warehouse().resolve("files")), LOCATION);
            SmallShop.fill(rows);
            assertThat(new LakePush(rows.store(), ground, schema).run().loads()).isPositive();
            assertSame(schema, rows);

            rows.load("costs", """
                    account,period_start,period_end,item,category,channel,amount,currency
                    ukur,2026-01-05,2026-01-05,Sewa,other,,1000.25,IDR
                    """);
            rows.load("costs", """
                    account,period_start,period_end,item,category,channel,amount,currency
                    ukur,2026-01-05,2026-01-05,Sewa,other,,2000.50,IDR
                    """);
            rows.store().undo(rows.store().loads().get(rows.store().loads().size() - 1));
            assertThat(new LakePush(rows.store(), ground, schema).run().loads()).isEqualTo(3);
            assertSame(schema, rows);

            QueryEngine pushed = PushedLake.in(schema).engine();
            assertThat(LakeAnswers.of(metrics(pushed))).containsExactlyElementsOf(LakeAnswers.of(rows.metrics()));
            MetricQuery before = MetricQuery.total("orders", Rows.days("2026-01-01", "2026-03-31"))
                    .asOf(Optional.of(Rows.CLOCK.instant()));
            assertThat(metrics(pushed).query(before).rows())
                    .isEqualTo(rows.metrics().query(before).rows());
        }
    }

    @Test
    void of_two_pushes_at_once_from_copies_of_a_workspace_one_at_least_comes_in_and_no_row_twice(@TempDir Path folder)
            throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        try (Rows rows = new Rows(one)) {
            rows.load("costs", costs(0));
        }
        copy(one, other);
        try (Rows rows = new Rows(one);
                Rows copied = new Rows(other);
                DistributedEngine trino = Trino.open(120)) {
            LakeSchema schema = new LakeSchema(trino.engine(), "lake", "pushes_" + System.nanoTime());
            LakeGround ground =
                    trino.ground(Files.createDirectories(Trino.warehouse().resolve("files")), LOCATION);
            assertOneComesIn(List.of(rows, copied), ground, schema); // into a schema that is not there yet

            rows.load("costs", costs(1)); // and the copy reads the same export at the same moment
            copied.load("costs", costs(1));
            assertOneComesIn(List.of(rows, copied), ground, schema);
        }
    }

    private static void assertOneComesIn(List<Rows> copies, LakeGround ground, LakeSchema schema) {
        CyclicBarrier start = new CyclicBarrier(copies.size());
        List<List<Problem>> told = copies.stream()
                .map(rows -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return push(rows, ground, schema);
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(told)
                .as("who was not refused has pushed")
                .anySatisfy(problems -> assertThat(problems).isEmpty());
        assertThat(told.stream().flatMap(List::stream))
                .extracting(Problem::code)
                .allMatch("lake-push-under-way"::equals);
        for (Rows rows : copies) {
            assertSame(schema, rows);
            assertThat(push(rows, ground, schema)).isEmpty();
            assertSame(schema, rows);
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void a_worker_killed_during_a_push_leaves_the_lake_as_it_was_and_the_next_push_is_right(@TempDir Path folder)
            throws Exception {
        try (Rows rows = new Rows(folder);
                Cluster cluster = Cluster.start(Path.of("target/trino"));
                DistributedEngine trino = Trino.open(cluster.url(), 120)) {
            LakeSchema schema = new LakeSchema(trino.engine(), "lake", "ukur");
            LakeGround ground =
                    trino.ground(Files.createDirectories(cluster.warehouse().resolve("files")), LOCATION);
            rows.load("costs", costs(0));
            new LakePush(rows.store(), ground, schema).run();
            List<String> before = told(PushedLake.in(schema).engine(), rows);
            rows.load("costs", costs(1));

            List<Problem> told = push(rows, new Killing(ground, cluster), schema);
            assertThat(cluster.workers()).isLessThan(3);
            if (!told.isEmpty()) {
                assertThat(told)
                        .extracting(Problem::code)
                        .contains("lake-push-broken-off")
                        .first()
                        .asString()
                        .startsWith("engine-");
                assertThat(told(PushedLake.in(schema).engine(), rows)).isEqualTo(before);
            }
            assertThat(push(rows, ground, schema)).isEmpty();
            assertSame(schema, rows);
        }
    }

    /** Amounts of one day, each greater by one in every later report. */
    private static String costs(int report) {
        return "account,period_start,period_end,item,category,channel,amount,currency\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "ukur,2026-01-05,2026-01-05,i" + i + ",other,," + (i + report) + ".5,IDR")
                        .collect(Collectors.joining("\n"));
    }

    private static List<Problem> push(Rows rows, LakeGround ground, LakeSchema schema) {
        try {
            new LakePush(rows.store(), ground, schema).run();
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private static void assertSame(LakeSchema schema, Rows rows) {
        assertThat(told(PushedLake.in(schema).engine(), rows))
                .isEqualTo(told(rows.engine(), rows))
                .isNotEmpty();
    }

    /** Every version of every row, as texts in one order. */
    private static List<String> told(QueryEngine engine, Rows rows) {
        TableColumns columns = TableColumns.of(rows.engine());
        List<String> told = new ArrayList<>();
        rows.store().shapes().keySet().forEach(table -> {
            String names = columns.of(table).keySet().stream()
                    .filter(column -> !column.equals("row_hash"))
                    .map(engine.dialect()::quote)
                    .collect(Collectors.joining(", "));
            List<String> found = new ArrayList<>();
            engine.query(Sql.of("select " + names + " from " + engine.dialect().table(table)))
                    .rows()
                    .forEach(row -> found.add(table + " " + row));
            told.addAll(found.stream().sorted().toList());
        });
        return told;
    }

    private static Metrics metrics(QueryEngine engine) {
        return new Metrics(engine, Rows.builtIn(), WorkspaceSettings.defaults("Toko"), Rows.CLOCK);
    }

    /** Kills a worker while rows are being marked as superseded. */
    private record Killing(LakeGround own, Cluster cluster) implements LakeGround {

        @Override
        public QueryEngine engine() {
            return own.engine();
        }

        @Override
        public void run(String statement) {
            CompletableFuture<Void> killed = statement.startsWith("merge")
                    ? CompletableFuture.runAsync(this::kill)
                    : CompletableFuture.completedFuture(null);
            try {
                own.run(statement);
            } finally {
                killed.join();
            }
        }

        private void kill() {
            try {
                cluster.killWorker(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public int seconds() {
            return own.seconds();
        }

        @Override
        public Path folder() {
            return own.folder();
        }

        @Override
        public void take(String table, Path files) {
            own.take(table, files);
        }

        @Override
        public boolean holds(LakeSchema schema, String table, Path files) {
            return own.holds(schema, table, files);
        }
    }
}
