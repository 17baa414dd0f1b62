package dev.ukur.bench;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.problem.Problems;
import dev.ukur.store.BenchStore;
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

/**
 * Asks the fixed questions three ways in one process, in turns: as SQL by hand, through Ukur without roll-ups, and
 * through {@link Ukur#query}. Every round asks for days of its own, so that no answer was kept from before. Answers that
 * differ in any cell end the run.
 */
public final class Questions {

    private static final int WARM_UP = 2;

    private final Ukur ukur;
    private final Store store;
    private final Metrics base;
    private final Watched engine;

    private Questions(Ukur ukur, Store store) {
        this.ukur = ukur;
        this.store = store;
        this.engine = new Watched(store.engine());
        this.base = new Metrics(engine, MetricReader.builtIn(new Problems()), ukur.settings(), Clock.systemUTC());
    }

    /** {@code fill FOLDER EVENTS DATA}, {@code ask FOLDER QUESTIONS ROUNDS} or {@code refresh FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "fill" -> fill(folder, Long.parseLong(arguments[2]), Path.of(arguments[3]));
            default -> ask(folder, Question.all(Path.of(arguments[2])), Integer.parseInt(arguments[3]));
        }
        System.out.printf(Locale.ROOT, "peak memory %.2f GiB%n", peakGiB());
    }

    private static void fill(Path folder, long events, Path scripts) throws Exception {
        Files.createDirectories(folder);
        Ukur.init(folder, "en");
        long before = System.nanoTime();
        BenchStore.fill(folder, events, scripts);
        System.out.printf(Locale.ROOT, "%,d events written in %.1f s%n", events, (System.nanoTime() - before) / 1e9);
    }

    private static void ask(Path folder, List<Question> questions, int rounds) throws IOException {
        Path database = folder.resolve(".ukur/ukur.duckdb");
        Files.deleteIfExists(folder.resolve(".ukur/answers"));
        System.out.printf(Locale.ROOT, "file %.2f GiB%n", Files.size(database) / (double) (1L << 30));
        try (Ukur ukur = Ukur.open(folder, Clock.systemUTC());
                Store store = Store.open(BenchStore.settings(folder))) {
            Questions bench = new Questions(ukur, store);
            System.out.printf("%-34s %21s %23s %6s %23s %7s %9s%n", "", "by hand", "base tables", "", "Ukur.query", "", "planning");
            System.out.printf("%-34s %10s %10s %11s %11s %6s %11s %11s %7s %9s%n",
                    "question", "CPU ms", "wall ms", "CPU ms", "wall ms", "ratio", "CPU ms", "wall ms", "faster", "wall ms");
            List<Double> ratios = new ArrayList<>();
            for (Question question : questions) {
                ratios.add(bench.ask(question, rounds));
            }
            System.out.printf(Locale.ROOT, "median ratio of CPU, base tables to by hand: %.2f%n", Cost.median(ratios));
        }
    }

    private double ask(Question question, int rounds) {
        Cost byHand = new Cost();
        Cost onBase = new Cost();
        Cost onAll = new Cost();
        List<Double> planning = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            if (round == WARM_UP) {
                List.of(byHand, onBase, onAll).forEach(Cost::forget);
                planning.clear();
            }
            LocalDate last = BenchStore.LAST.minusDays(round);
            MetricQuery query = question.query(last);
            QueryResult hand = byHand.of(() -> store.engine().query(Sql.of(question.sql(last))));
            engine.worked();
            Answer fromBase = onBase.of(() -> base.query(query));
            planning.add(onBase.lastWall() - engine.worked());
            Answer fromAll = onAll.of(() -> ukur.query(query));
            same(question, fromBase, hand);
            same(question, fromAll, hand);
        }
        double ratio = onBase.cpu() / byHand.cpu();
        System.out.printf(
                Locale.ROOT,
                "%-34s %10.1f %10.1f %11.1f %11.1f %6.2f %11.1f %11.1f %6.1fx %9.1f%n",
                question.name(),
                byHand.cpu(),
                byHand.wall(),
                onBase.cpu(),
                onBase.wall(),
                ratio,
                onAll.cpu(),
                onAll.wall(),
                byHand.cpu() / onAll.cpu(),
                Cost.median(planning));
        return ratio;
    }

    private static void same(Question question, Answer answer, QueryResult hand) {
        String difference = Cells.difference(question, answer, hand);
        if (!difference.isEmpty()) {
            throw new IllegalStateException(question.name() + ": " + difference + "\n" + answer.meta().sql());
        }
    }

    private static double peakGiB() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / (double) (1 << 20);
            }
        }
        return Double.NaN;
    }
}
