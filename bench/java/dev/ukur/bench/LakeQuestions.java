package dev.ukur.bench;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.EngineSettings;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problems;
import dev.ukur.store.BenchStore;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LakePush;
import dev.ukur.store.LakeSchema;
import dev.ukur.store.PushedLake;
import dev.ukur.store.PushedLoads;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.workspace.MetricReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings the store of the questions into a lake and asks them there: as SQL by hand over the lake's tables, and through Ukur,
 * in turns. CPU is that of the cluster's tasks, as the cluster itself counts it; planning is not in it and stands beside.
 */
public final class LakeQuestions {

    private static final String SCHEMA = "bench";

    private final QueryEngine engine;
    private final QueryEngine watch;
    private final Metrics metrics;
    private final LakeSchema schema;

    private LakeQuestions(QueryEngine engine, QueryEngine watch) {
        this.engine = engine;
        this.watch = watch;
        this.schema = new LakeSchema(engine, "lake", SCHEMA);
        this.metrics = new Metrics(
                PushedLake.in(schema).engine(),
                MetricReader.builtIn(new Problems()),
                WorkspaceSettings.defaults("bench"),
                Clock.systemUTC());
    }

    /** {@code FOLDER QUESTIONS ROUNDS [01 07 ...]}: all questions or those whose names begin so, with the cluster that {@code UKUR_TRINO_URL} and {@code UKUR_TRINO_WAREHOUSE} name. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (DistributedEngine asked = open("bench");
                DistributedEngine watching = open("watch")) {
            push(folder, asked);
            LakeQuestions bench = new LakeQuestions(asked.engine(), watching.engine());
            List<String> chosen = List.of(arguments).subList(3, arguments.length);
            List<Question> questions = Question.all(Path.of(arguments[1])).stream()
                    .filter(question -> chosen.isEmpty() || chosen.stream().anyMatch(question.name()::startsWith))
                    .toList();
            System.out.printf("%-36s %9s %9s %9s %7s %9s %9s  %s%n", "CPU ms of the cluster", "by hand", "+interval",
                    "Ukur", "ratio", "wall hand", "wall Ukur", "planning hand, Ukur");
            bench.ask(questions.get(0).ofAWeek(), 1);
            List<Double> ratios = new ArrayList<>();
            for (Question question : questions) {
                ratios.add(bench.ask(question, Integer.parseInt(arguments[2])));
            }
            System.out.printf(Locale.ROOT, "median ratio of CPU: %.2f%n", Cost.median(ratios));
        }
    }

    private static DistributedEngine open(String name) {
        return DistributedEngine.open(
                new EngineSettings(
                        System.getenv("UKUR_TRINO_URL"), "ukur", Optional.empty(), "lake", SCHEMA, 3600, Optional.empty()),
                new DistributedEngine.Access(Path.of("target/trino/client"), variable -> null, name));
    }

    private static void push(Path folder, DistributedEngine engine) throws IOException {
        Path files = Files.createDirectories(Path.of(System.getenv("UKUR_TRINO_WAREHOUSE"), "files"));
        try (Store store = Store.open(BenchStore.settings(folder))) {
            long before = System.nanoTime();
            PushedLoads pushed = new LakePush(
                            store, engine.ground(files, "local:///files"), new LakeSchema(engine.engine(), "lake", SCHEMA))
                    .run();
            System.out.printf(Locale.ROOT, "pushed in %.1f s: %s%n", (System.nanoTime() - before) / 1e9, pushed);
        }
    }

    /** What a question cost, all it asked together: milliseconds. */
    private record Sum(double cpu, double wall, double planning) {}

    private double ask(Question question, int rounds) {
        List<Sum> hand = new ArrayList<>();
        List<Sum> judged = new ArrayList<>();
        List<Sum> ukur = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            LocalDate last = BenchStore.LAST.minusDays(round);
            QueryResult[] told = new QueryResult[1];
            hand.add(cost(() -> told[0] = engine.query(Sql.of(there(question.sql(last))))));
            if (question.isJudged()) {
                judged.add(cost(() -> engine.query(Sql.of(there(question.judged(last))))));
            }
            Answer[] answer = new Answer[1];
            ukur.add(cost(() -> answer[0] = metrics.query(question.query(last))));
            String difference = Cells.difference(question, answer[0], told[0]);
            if (!difference.isEmpty()) {
                throw new IllegalStateException(question.name() + ": " + difference + "\n" + answer[0].meta().sql());
            }
        }
        Sum fair = median(judged.isEmpty() ? hand : judged);
        Sum by = median(hand);
        Sum own = median(ukur);
        System.out.printf(Locale.ROOT, "%-36s %9.0f %9s %9.0f %7.2f %9.0f %9.0f  %.0f, %.0f%n", question.name(), by.cpu(),
                judged.isEmpty() ? "" : "%.0f".formatted(fair.cpu()), own.cpu(), own.cpu() / fair.cpu(), fair.wall(),
                own.wall(), fair.planning(), own.planning());
        return own.cpu() / fair.cpu();
    }

    private static Sum median(List<Sum> costs) {
        return new Sum(
                Cost.median(costs.stream().map(Sum::cpu).toList()),
                Cost.median(costs.stream().map(Sum::wall).toList()),
                Cost.median(costs.stream().map(Sum::planning).toList()));
    }

    private <T> Sum cost(Supplier<T> work) {
        String since = String.valueOf(watch.query(Sql.of("select to_iso8601(now())")).rows().get(0).get(0));
        long before = System.nanoTime();
        work.get();
        double wall = (System.nanoTime() - before) / 1e6;
        List<?> told = watch.query(Sql.of("select coalesce(sum(t.cpu), 0), coalesce(sum(q.planning_time_ms), 0)"
                        + " from system.runtime.queries q left join (select query_id, sum(split_cpu_time_ms) as cpu"
                        + " from system.runtime.tasks group by 1) t on t.query_id = q.query_id where q.source = 'ukur-bench'"
                        + " and q.created >= from_iso8601_timestamp('" + since + "')"))
                .rows()
                .get(0);
        return new Sum(((Number) told.get(0)).doubleValue(), wall, ((Number) told.get(1)).doubleValue());
    }

    /** A question by hand as this engine spells it. */
    private String there(String sql) {
        return sql.replace("arg_min(", "min_by(")
                .replaceAll(
                        "range\\(date_trunc\\('month', (date '[^']*')\\), cast\\((date '[^']*') as timestamp\\)"
                                + " \\+ interval 1 day, interval 1 month\\)",
                        "unnest(sequence(cast(date_trunc('month', $1) as date), $2, interval '1' month))")
                .replaceAll("interval 1 (month|day)", "interval '1' $1")
                .replaceAll("\\b(from|join) (visits|events|orders|leads|costs|ad_performance|email_stats|subscriptions)\\b",
                        "$1 lake." + SCHEMA + ".$2");
    }
}
