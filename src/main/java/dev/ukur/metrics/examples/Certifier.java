package dev.ukur.metrics.examples;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.ExampleScene;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkedExample;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.TableColumns;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks an engine every worked example, through the same {@link Metrics} that answer users. The engine needs the canonical
 * tables, but no rows: the rows of a scene are written into the questions.
 */
public final class Certifier {

    private static final double TOLERANCE = 1e-9;

    /** Intervals are written down to some digits only. */
    private static final double TOLERANCE_OF_ENDS = 1e-6;

    /** Metrics in one question by week: an engine that writes every step out again plans longer than it counts. */
    private static final int ASKED_TOGETHER = 6;

    private final QueryEngine engine;
    private final MetricDefinitions definitions;
    private final Clock clock;
    private final TableColumns columns;
    private final Optional<SideBySide> beside;

    /**
     * A certifier of an engine that holds the canonical tables.
     *
     * @param definitions the catalogue
     * @param clock tells the moment of an answer
     */
    public Certifier(QueryEngine engine, MetricDefinitions definitions, Clock clock) {
        this.engine = engine;
        this.definitions = definitions;
        this.clock = clock;
        this.columns = TableColumns.of(engine);
        this.beside = Optional.empty();
    }

    private Certifier(QueryEngine engine, Certifier reference) {
        this.engine = engine;
        this.definitions = reference.definitions;
        this.clock = reference.clock;
        this.columns = reference.columns;
        this.beside = Optional.of(new SideBySide(reference.engine));
    }

    /** A certifier of another engine, which needs no tables at all; each answer is compared with this one's, cell by cell. */
    public Certifier of(QueryEngine other) {
        return new Certifier(other, this);
    }

    /** The certificate for all metrics. */
    public Certificate certify(List<ExampleScene> scenes) {
        beside.ifPresent(both -> new FixedSetCheck(this::metrics, both, columns).run(engine));
        Map<String, List<Outcome>> outcomes = scenes.stream()
                .flatMap(scene -> outcomes(scene).stream())
                .collect(Collectors.groupingBy(outcome -> outcome.example().metric()));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        definitions.metrics().all().forEach(metric -> metrics.put(metric.name(), metric));
        return new Certificate(
                engine.dialect().name(),
                metrics.values().stream()
                        .map(metric -> line(metric, outcomes.getOrDefault(metric.name(), List.of())))
                        .toList(),
                beside.map(SideBySide::comparison));
    }

    private static Certificate.Line line(Metric metric, List<Outcome> outcomes) {
        List<Certificate.Failure> failures = outcomes.stream()
                .flatMap(outcome ->
                        outcome.wrong().stream().map(answered -> new Certificate.Failure(outcome.example(), answered)))
                .toList();
        return new Certificate.Line(metric, outcomes.size() - failures.size(), failures);
    }

    /** What became of an example: what came out instead, or nothing. */
    private record Outcome(WorkedExample example, Optional<String> wrong) {}

    /** What examples of one scene can be asked together. */
    private record Question(Period period, Set<String> by, Optional<String> where) {}

    private List<Outcome> outcomes(ExampleScene scene) {
        Metrics metrics = over(engine, scene);
        Optional<Beside> other = beside.map(both -> new Beside(both, over(both.engine(), scene), scene));
        other.ifPresent(reference -> reference.byWeek(metrics));
        return scene.examples().stream()
                .collect(Collectors.groupingBy(
                        example -> new Question(example.period(), example.by().keySet(), example.where()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(asked -> outcomes(new Asked(metrics, other), asked.getKey(), asked.getValue()).stream())
                .toList();
    }

    private Metrics over(QueryEngine asked, ExampleScene scene) {
        return metrics(SceneTables.on(asked, scene, columns));
    }

    private Metrics metrics(QueryEngine asked) {
        return new Metrics(asked, definitions, WorkspaceSettings.defaults("-"), clock);
    }

    /** The reference over one scene. */
    private record Beside(SideBySide both, Metrics metrics, ExampleScene scene) {

        /** All metrics of the scene by week: nobody worked that out, but both must say the same. */
        void byWeek(Metrics certified) {
            List<String> names = scene.examples().stream()
                    .map(WorkedExample::metric)
                    .distinct()
                    .toList();
            Period days = scene.examples().stream()
                    .map(WorkedExample::period)
                    .reduce(Period::spanning)
                    .orElseThrow();
            for (int from = 0; from < names.size(); from += ASKED_TOGETHER) {
                MetricQuery query = new MetricQuery(
                        names.subList(from, Math.min(names.size(), from + ASKED_TOGETHER)),
                        List.of(),
                        Grain.WEEK,
                        Optional.of(days),
                        Optional.empty(),
                        Optional.empty());
                both.compare(scene.name() + " by week", () -> certified.query(query), () -> metrics.query(query));
            }
        }
    }

    /** Who is asked, and who is asked the same. */
    private record Asked(Metrics metrics, Optional<Beside> beside) {

        Answer ask(Question question, List<WorkedExample> examples) {
            MetricQuery query = query(question, examples);
            Answer answer = metrics.query(query);
            beside.ifPresent(other -> other.both()
                    .compare(
                            other.scene().name() + " " + question.period(),
                            answer,
                            other.metrics().query(query)));
            return answer;
        }
    }

    /** One question for all; where it is refused, one each, to see whose fault it is. */
    private static List<Outcome> outcomes(Asked asked, Question question, List<WorkedExample> examples) {
        try {
            Answer answer = asked.ask(question, examples);
            return examples.stream()
                    .map(example -> new Outcome(example, wrong(answer, example)))
                    .toList();
        } catch (ProblemException e) {
            if (examples.size() == 1) {
                String codes = e.problems().stream().map(Certifier::told).collect(Collectors.joining(", "));
                return List.of(new Outcome(examples.get(0), Optional.of(codes)));
            }
            return examples.stream()
                    .flatMap(example -> outcomes(asked, question, List.of(example)).stream())
                    .toList();
        }
    }

    private static String told(Problem problem) {
        Object detail = problem.facts().get("detail");
        return detail == null ? problem.code() : problem.code() + ": " + detail;
    }

    private static MetricQuery query(Question question, List<WorkedExample> examples) {
        return new MetricQuery(
                examples.stream().map(WorkedExample::metric).distinct().toList(),
                List.copyOf(question.by()),
                Grain.TOTAL,
                Optional.of(question.period()),
                question.where(),
                Optional.empty());
    }

    private static Optional<String> wrong(Answer answer, WorkedExample example) {
        Optional<Integer> row = row(answer, example.by());
        Optional<Double> number = row.flatMap(at -> answer.number(at, example.metric()));
        boolean right = same(example.expected(), number, TOLERANCE) && endsFit(answer, row, example);
        return right ? Optional.empty() : Optional.of(told(answer, row, example));
    }

    private static Optional<Integer> row(Answer answer, Map<String, String> members) {
        return IntStream.range(0, answer.rows().size())
                .boxed()
                .filter(row -> members.entrySet().stream()
                        .allMatch(member ->
                                member.getValue().equals(answer.rows().get(row).get(answer.index(member.getKey())))))
                .findFirst();
    }

    private static boolean endsFit(Answer answer, Optional<Integer> row, WorkedExample example) {
        if (example.ends().isEmpty()) {
            return true;
        }
        return row.filter(at -> isEnd(
                                answer.number(at, example.metric() + "_low"),
                                example.ends().get(0))
                        && isEnd(
                                answer.number(at, example.metric() + "_high"),
                                example.ends().get(1)))
                .isPresent();
    }

    private static boolean isEnd(Optional<Double> answered, double expected) {
        return same(Optional.of(expected), answered, TOLERANCE_OF_ENDS);
    }

    private static boolean same(Optional<Double> expected, Optional<Double> answered, double tolerance) {
        if (expected.isEmpty() || answered.isEmpty()) {
            return expected.isEmpty() && answered.isEmpty();
        }
        double scale = Math.max(1, Math.abs(expected.get()));
        return Math.abs(expected.get() - answered.get()) <= tolerance * scale;
    }

    private static String told(Answer answer, Optional<Integer> row, WorkedExample example) {
        String numbers = row.map(at -> answer.columns().stream()
                        .filter(column -> column.name().startsWith(example.metric()))
                        .filter(column -> column.kind() == Answer.Kind.METRIC)
                        .map(column -> String.valueOf(answer.rows().get(at).get(answer.index(column.name()))))
                        .collect(Collectors.joining(" ")))
                .orElse("-");
        String warnings =
                answer.meta().warnings().stream().map(Problem::code).distinct().collect(Collectors.joining(", "));
        return warnings.isEmpty() ? numbers : numbers + " (" + warnings + ")";
    }
}
