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
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Asks the fixed questions three ways in one process, in turns: as SQL by hand, through Ukur without roll-ups, and
 * through {@link Ukur#query}. Every round asks for days of its own, so that no answer was kept from before. Answers that
 * differ in any cell end the run.
 */
public final class Questions {

    /** Rounds that are not counted, in which the JVM learns. With those that are counted, at most 31. */
    private static final int WARM_UP = 5;

    /**
     * Rounds before those over a week only, so that the JVM knows its way and what is measured is the work: after 20 its second
     * compiler still took 9 to 11 ms of each question, by hand as through Ukur.
     */
    private static final int WEEKS = 100;

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
            case "refresh" -> BenchStore.refresh(folder, Questions::cost);
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
            System.out.printf("%-34s %10s %10s %11s %6s %6s %11s %7s %9s %9s%n", "CPU ms; planning, again: wall ms",
                    "by hand", "+interval", "base tables", "ratio", "fair", "Ukur.query", "faster", "planning", "again");
            List<Costs> all = new ArrayList<>();
            questions.forEach(question -> bench.ask(question.ofAWeek(), 0, WEEKS));
            questions.forEach(question -> bench.ask(question, 0, WARM_UP));
            for (Question question : questions) {
                Costs costs = bench.ask(question, WARM_UP, rounds);
                costs.print(question);
                all.add(costs);
            }
            median("base tables to by hand that gives the same numbers, all", all.stream().map(Costs::ratio));
            median("... questions whose interval asks no more sums", all.stream().filter(Costs::alike).map(Costs::ratio));
            median("base tables to by hand that gives the interval too, all", all.stream().map(Costs::fairRatio));
            median("by hand that gives the interval too to Ukur.query, where a roll-up serves",
                    all.stream().filter(costs -> costs.rolledUp).map(Costs::faster));
        }
    }

    private static void median(String what, Stream<Double> ratios) {
        System.out.printf(Locale.ROOT, "median ratio of CPU, %s: %.2f%n", what, Cost.median(ratios.toList()));
    }

    /** What a question costs by hand, with its interval, on base tables, at the front door, asked again there, and to plan. */
    private static final class Costs {

        private final Question question;
        private final Cost hand = new Cost();
        private final Cost judged = new Cost();
        private final Cost base = new Cost();
        private final Cost all = new Cost();
        private final Cost again = new Cost();
        private final List<Double> planning = new ArrayList<>();
        private boolean rolledUp;

        Costs(Question question) {
            this.question = question;
        }

        double ratio() {
            return base.cpu() / hand.cpu();
        }

        /** Whether both give the same: no interval, or one that the numbers themselves give. */
        boolean alike() {
            return !question.isJudged();
        }

        double fairRatio() {
            return base.cpu() / fair();
        }

        double faster() {
            return fair() / all.cpu();
        }

        private double fair() {
            return question.isJudged() ? judged.cpu() : hand.cpu();
        }

        void print(Question question) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %10.1f %10s %11.1f %6.2f %6.2f %11.1f %6.1fx %9.1f %9.2f%s%n",
                    question.name(),
                    hand.cpu(),
                    question.isJudged() ? "%.1f".formatted(judged.cpu()) : "",
                    base.cpu(),
                    ratio(),
                    fairRatio(),
                    all.cpu(),
                    faster(),
                    Cost.median(planning),
                    again.wall(),
                    rolledUp ? " roll-up" : "");
        }
    }

    private Costs ask(Question question, int firstRound, int rounds) {
        Costs costs = new Costs(question);
        for (int round = firstRound; round < firstRound + rounds; round++) {
            LocalDate last = BenchStore.LAST.minusDays(round);
            MetricQuery query = question.query(last);
            QueryResult hand = costs.hand.of(() -> store.engine().query(Sql.of(question.sql(last))));
            QueryResult judged = question.isJudged()
                    ? costs.judged.of(() -> store.engine().query(Sql.of(question.judged(last))))
                    : hand;
            engine.worked();
            Answer fromBase = costs.base.of(() -> base.query(query));
            costs.planning.add(costs.base.lastWall() - engine.worked());
            Answer fromAll = costs.all.of(() -> ukur.query(query));
            costs.rolledUp = fromAll.meta().sql().contains("roll-up") || fromAll.meta().sql().contains("kept.");
            same(question, fromBase, hand);
            same(question, fromBase, judged);
            same(question, fromAll, hand);
            costs.again.of(() -> ukur.query(query));
        }
        return costs;
    }

    private static void same(Question question, Answer answer, QueryResult hand) {
        String difference = Cells.difference(question, answer, hand);
        if (!difference.isEmpty()) {
            throw new IllegalStateException(question.name() + ": " + difference + "\n" + answer.meta().sql());
        }
    }

    private static void cost(String name, BenchStore.Work work) {
        Cost cost = new Cost();
        cost.of(() -> {
            try {
                work.run();
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        System.out.printf(Locale.ROOT, "%-34s %10.1f %10.1f%n", name, cost.cpu(), cost.wall());
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
