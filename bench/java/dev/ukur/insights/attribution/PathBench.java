package dev.ukur.insights.attribution;

import dev.ukur.bench.Cost;
import dev.ukur.insights.Desk;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.store.BenchStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The paths of all visitors to a purchase, or to nothing, looking back 30 days: as {@code ukur attribution} builds them, and
 * by the best SQL we know, in turns. Paths that differ end the run.
 */
public final class PathBench {

    private static final int LOOKBACK_DAYS = 30;
    private static final Attribution.Goal PURCHASE = new Attribution.Goal(Attribution.Kind.EVENT, "purchase");

    private PathBench() {}

    /** {@code FOLDER PATHS.sql DAYS ROUNDS}: a folder that {@code bench/questions.sh} filled. */
    public static void main(String[] arguments) throws IOException {
        String text = Files.readString(Path.of(arguments[1]));
        int days = Integer.parseInt(arguments[2]);
        Cost bySql = new Cost();
        Cost byUkur = new Cost();
        try (Store store = Store.open(BenchStore.settings(Path.of(arguments[0])))) {
            QueryEngine engine = store.engine();
            for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
                // Answers are kept: each round asks of other days.
                Period period = new Period(BenchStore.LAST.minusDays(days + round), BenchStore.LAST.minusDays(round + 1));
                Map<String, String> ours = byUkur.of(() -> ours(engine, period));
                Sql sql = Sql.of(text.replace("{{first}}", period.first().toString())
                        .replace("{{from}}", period.first().minusDays(LOOKBACK_DAYS).toString())
                        .replace("{{last}}", period.last().toString()));
                Map<String, String> byHand = bySql.of(() -> byHand(engine, sql));
                if (!ours.equals(byHand)) {
                    throw new IllegalStateException("paths differ: " + ours.size() + " and " + byHand.size());
                }
                System.out.println(ours.size() + " different paths");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d days: by hand %.0f CPU ms, Ukur %.0f CPU ms (wall %.0f), ratio %.2f%n",
                days,
                bySql.cpu(),
                byUkur.cpu(),
                byUkur.wall(),
                byUkur.cpu() / bySql.cpu());
    }

    private static Map<String, String> ours(QueryEngine engine, Period period) {
        WorkspaceSettings settings = WorkspaceSettings.defaults("bench");
        // Paths ask no metric.
        Desk desk = new Desk(null, engine, List.of(), List.of(), settings, Instant.EPOCH);
        PathSql sql = new PathSql(desk, period, LOOKBACK_DAYS);
        PathPass pass = new PathPass(
                LOOKBACK_DAYS * 86_400_000_000L,
                period.first().atStartOfDay(settings.zone()).toEpochSecond() * 1_000_000L);
        List<String> channels = engine.query(sql.channels(PURCHASE)).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        engine.scan(sql.rows(PURCHASE, channels), pass);
        Map<String, String> paths = new TreeMap<>();
        pass.together(channels).paths().forEach(path -> paths.put(
                Arrays.stream(path.touches()).mapToObj(channels::get).collect(Collectors.joining(" > ")),
                told(path.conversions(), path.value(), path.nulls())));
        return paths;
    }

    private static Map<String, String> byHand(QueryEngine engine, Sql sql) {
        Map<String, String> paths = new TreeMap<>();
        engine.query(sql).rows().forEach(row ->
                paths.put((String) row.get(0), told(number(row.get(1)), number(row.get(2)), number(row.get(3)))));
        return paths;
    }

    private static double number(Object cell) {
        return ((Number) cell).doubleValue();
    }

    private static String told(double conversions, double value, double nulls) {
        return String.format(Locale.ROOT, "%.0f conversions of %.2f, %.0f without", conversions, value, nulls);
    }
}
