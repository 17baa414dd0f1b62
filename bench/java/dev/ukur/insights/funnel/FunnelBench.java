package dev.ukur.insights.funnel;

import dev.ukur.bench.Cost;
import dev.ukur.insights.funnel.Window.From;
import dev.ukur.store.BenchStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An ordered funnel of five steps within a week, over all events of a store, two ways in turns: one exact pass over what
 * the engine sorted, and the best exact SQL, a chain of ASOF joins. Counts that differ end the run.
 */
public final class FunnelBench {

    private static final FunnelShape SHAPE = FunnelShape.of(5, new Window(Duration.ofDays(7), From.FIRST_STEP));

    private FunnelBench() {}

    /** {@code FOLDER CHAIN.sql PASS.sql ROUNDS}: a folder that {@code bench/questions.sh} filled. */
    public static void main(String[] arguments) throws IOException {
        String chain = Files.readString(Path.of(arguments[1]));
        String pass = Files.readString(Path.of(arguments[2]));
        Cost bySql = new Cost();
        Cost byPass = new Cost();
        try (Store store = Store.open(BenchStore.settings(Path.of(arguments[0])))) {
            QueryEngine engine = store.engine();
            for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
                String salt = "-- round " + round + "\n"; // answers are kept: each round asks anew
                List<Long> counted = byPass.of(() -> pass(engine, Sql.of(salt + pass)));
                List<Object> chained = bySql.of(() -> List.copyOf(
                        engine.query(Sql.of(salt + chain)).rows().get(0)));
                if (!counted.toString().equals(chained.toString())) {
                    throw new IllegalStateException("pass " + counted + ", chain " + chained);
                }
                System.out.println(counted);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "chain of joins %.0f CPU ms, sort and pass %.0f CPU ms (wall %.0f), ratio %.2f%n",
                bySql.cpu(),
                byPass.cpu(),
                byPass.wall(),
                byPass.cpu() / bySql.cpu());
    }

    private static List<Long> pass(QueryEngine engine, Sql sql) {
        FunnelPass pass = new FunnelPass(SHAPE, new FunnelCounts(SHAPE, 1, 0));
        engine.scan(sql, pass);
        FunnelCounts counts = pass.end();
        return IntStream.range(0, SHAPE.steps()).mapToObj(counts::reached).toList();
    }
}
