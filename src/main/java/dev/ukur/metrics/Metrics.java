package dev.ukur.metrics;

import dev.ukur.model.Dimension;
import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.problem.Severity;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Numbers by name, over the tables of one workspace. Not thread-safe. */
public final class Metrics {

    /** What is done with the numbers, in this order: marks need all rows, an order the columns of all steps. */
    private static final List<AnswerStep> STEPS = List.of(new AddTotals(), new MarkDifferences(), new OrderRows());

    private final QueryEngine engine;
    private final Definitions definitions;
    private final WorkspaceSettings settings;
    private final Clock clock;
    private final Surveyor surveyor;
    private final FactCheck factCheck;
    private final Arrivals arrivals;
    private final RecentAnswers recent = new RecentAnswers();

    /**
     * Metrics over a store.
     *
     * @param definitions the built-in catalogue and then the workspace's own
     * @param clock tells the moment of an answer
     */
    public Metrics(QueryEngine engine, MetricDefinitions definitions, WorkspaceSettings settings, Clock clock) {
        this.engine = engine;
        this.definitions = new Definitions(definitions, engine.keptFacts());
        this.settings = settings;
        this.clock = clock;
        this.surveyor = new Surveyor(engine, this.definitions);
        this.factCheck = new FactCheck(engine, this.definitions);
        this.arrivals = new Arrivals(engine, this.definitions);
    }

    /**
     * Answers a question. A number that cannot be formed is null, with a warning that says why.
     *
     * @throws dev.ukur.problem.ProblemException with {@code unknown-metric}, {@code unknown-dimension}, {@code
     *     metric-lacks-dimension} or a {@code formula-…} problem when the question is wrong
     */
    public Answer query(MetricQuery query) {
        Optional<String> state = engine.state();
        Optional<Answer> known = state.flatMap(now -> recent.find(query, now));
        if (known.isPresent()) {
            return query.asOf().isPresent() ? known.get() : known.get().asOf(clock.instant());
        }
        Answer answer = answer(query);
        // one found while somebody changed the data may be of neither state
        state.filter(before -> engine.state().equals(state)).ifPresent(now -> recent.keep(query, answer, now));
        return answer;
    }

    private Answer answer(MetricQuery query) {
        Computed computed = compute(query, TopMembers.of(query, this));
        for (AnswerStep step : STEPS) {
            computed = step.apply(query, computed, this);
        }
        return computed.answer();
    }

    /** The numbers of a question, before they are set out; some members may be told as one. */
    Computed compute(MetricQuery query, Optional<ToldMembers> told) {
        Question question = Question.of(query, told, definitions);
        Sight sight = surveyor.sight(query.asOf());
        Problems problems = new Problems();
        List<Served> served = serve(question, query, sight, problems);
        served.stream()
                .map(Served::fact)
                .distinct()
                .forEach(fact -> factCheck.check(fact, sight).ifPresent(problems::add));
        stopAtErrors(problems);
        Cut cut = Cut.of(query.grain(), settings);
        Optional<Comparison> comparison = query.display().compare();
        AnswerBuilder builder =
                new AnswerBuilder(question, cut, query.asOf().orElseGet(clock::instant), comparison.isPresent());
        Optional<Period> period = query.period().or(() -> period(served));
        if (period.isEmpty() || (served.isEmpty() && !question.by().isEmpty())) {
            return Computed.empty(builder.withoutRows(period, problems.list()));
        }
        Spine spine = Spine.of(cut, period.get());
        if (served.isEmpty()) {
            return Computed.empty(builder.unknown(spine, problems.list()));
        }
        Spine whole = comparison.map(spine::compared).orElse(spine);
        comparison.ifPresent(any -> problems.addAll(Windows.open(served, period.get())));
        boolean rowsOnly = whole.comparesPeriods() || cut.isByHour();
        Plan bare = new Plan(question, whole, List.of(), Map.of(), sight, settings.currency());
        RollupChoice rollups = new RollupChoice(rowsOnly ? List.of() : engine.rollups(), definitions, bare);
        Plan draft = bare.withScans(Scan.of(served, rollups));
        return run(draft, builder, problems);
    }

    private Computed run(Plan draft, AnswerBuilder builder, Problems problems) {
        Plan.Checked placed = new Placement(engine, definitions).check(draft);
        problems.addAll(placed.warnings());
        problems.addAll(new Exchange(engine, definitions).check(placed.plan()));
        problems.addAll(Windows.check(placed.plan()));
        String sql = new PlanSql(engine.dialect(), definitions, placed.plan()).text();
        QueryResult result = new EmptyCells(placed.plan()).fill(engine.query(Sql.of(sql)));
        return builder.knowing(placed.plan(), arrivals).build(placed.plan(), result, problems.list(), sql);
    }

    boolean poolsByName(String metric) {
        return find(metric).filter(this::pools).isPresent();
    }

    /** Every metric, in the order of the catalogue, and whether the workspace's rows can give it. */
    public List<CatalogueEntry> catalog() {
        Set<String> tables = new TreeSet<>();
        definitions.facts().all().forEach(fact -> tables.addAll(fact.needs()));
        Survey survey = surveyor.survey(tables, surveyor.sight(Optional.empty()));
        return definitions.metrics().all().stream()
                .map(metric -> entry(metric, survey))
                .toList();
    }

    /** A metric by its name, label or alias. */
    public Optional<Metric> find(String nameOrAlias) {
        return definitions.metric(nameOrAlias);
    }

    /** A dimension by its name. */
    public Optional<Dimension> dimension(String name) {
        return definitions.dimensions().get(name);
    }

    /** The names of all metrics, in the order of the catalogue. */
    public List<String> names() {
        return List.copyOf(definitions.metrics().names());
    }

    /**
     * Whether a metric over many periods at once reads like one period's: true for a conversion rate, false for orders,
     * which grow with the days, and for churn, which depends on how long a period is.
     */
    public boolean pools(Metric metric) {
        return MetricPlan.of(metric, definitions).pools(definitions);
    }

    /** Whether the number of a period is the sum of the numbers of its days: true for orders, false for visitors. */
    public boolean adds(Metric metric) {
        return MetricPlan.of(metric, definitions).adds(definitions);
    }

    /**
     * What a metric's number is made of; empty when its parts have no numbers of their own, because they look back or
     * through windows of time. The parts may be asked for like metrics.
     */
    public Optional<Anatomy> anatomy(Metric metric) {
        return MetricPlan.of(metric, definitions).anatomy(definitions);
    }

    /** All that is wrong in the definitions, and with facts of the workspace's own over its rows. */
    public List<Problem> check() {
        Problems problems = new Problems();
        problems.addAll(new DefinitionCheck(definitions).problems());
        definitions.facts().all().stream()
                .filter(fact -> !fact.sql().isBlank())
                .forEach(fact ->
                        factCheck.check(fact, surveyor.sight(Optional.empty())).ifPresent(problems::add));
        return problems.list();
    }

    private List<Served> serve(Question question, MetricQuery query, Sight sight, Problems problems) {
        Set<Measure> measures = question.metrics().stream()
                .flatMap(metric -> metric.measures().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> tables = measures.stream()
                .flatMap(measure -> measure.sources().stream())
                .flatMap(from -> definitions.fact(from.fact()).stream())
                .flatMap(fact -> fact.needs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Survey survey = surveyor.survey(tables, sight);
        Sourcing.Wanted wanted = new Sourcing.Wanted(
                question.dimensions(), query.period(), query.grain() == Grain.HOUR, settings.currency());
        Sourcing sourcing = new Sourcing(definitions, survey, wanted, problems);
        refuse(question, sourcing, problems);
        return measures.stream()
                .flatMap(measure -> sourcing.serve(measure).stream())
                .toList();
    }

    /** A question whose dimensions no metric asked for has is a mistake; one that some have leaves the others null. */
    private void refuse(Question question, Sourcing sourcing, Problems problems) {
        List<MetricPlan> able = question.metrics().stream()
                .filter(metric -> metric.allows(question.dimensions())
                        && metric.measures().stream().allMatch(sourcing::canCut))
                .toList();
        boolean refused = able.isEmpty() && !question.metrics().isEmpty();
        for (MetricPlan metric : question.metrics()) {
            if (!metric.allows(question.dimensions())) {
                problems.add(metric.refusal(question.dimensions(), refused));
            }
        }
        if (refused) {
            question.metrics().stream()
                    .flatMap(metric -> metric.measures().stream())
                    .filter(measure -> !sourcing.canCut(measure))
                    .distinct()
                    .forEach(measure -> problems.add(sourcing.refusal(measure, Severity.ERROR)));
        }
    }

    /** Warnings about an answer that is not given would only distract. */
    private static void stopAtErrors(Problems problems) {
        List<Problem> errors = problems.list().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }

    /** All days that the rows speak of. */
    private static Optional<Period> period(List<Served> served) {
        return Survey.span(
                served.stream().map(Served::slices).flatMap(Collection::stream).toList());
    }

    private CatalogueEntry entry(Metric metric, Survey survey) {
        if (DefinitionCheck.isBroken(metric, definitions)) {
            return new CatalogueEntry(metric, false, List.of());
        }
        Set<String> missing = new TreeSet<>();
        for (Measure measure : MetricPlan.of(metric, definitions).measures()) {
            missing.addAll(missing(measure, survey));
        }
        return new CatalogueEntry(metric, missing.isEmpty(), List.copyOf(missing));
    }

    /** The tables without rows of the preferred source, when no source is complete. */
    private List<String> missing(Measure measure, Survey survey) {
        List<List<String>> lacking = measure.sources().stream()
                .flatMap(from -> definitions.fact(from.fact()).stream())
                .map(fact -> fact.needs().stream()
                        .filter(table -> !survey.holds(table))
                        .toList())
                .toList();
        boolean complete = lacking.stream().anyMatch(List::isEmpty);
        return complete || lacking.isEmpty() ? List.of() : lacking.get(0);
    }
}
