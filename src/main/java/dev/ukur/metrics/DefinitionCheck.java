package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for mistakes in metric definitions before any of them is asked for. */
final class DefinitionCheck {

    private static final Set<String> OVER_ROWS = Set.of("delta", "cluster");
    private static final Set<String> OF_CHANCE = Set.of("per_event", "random_sum", "growth");
    private static final Set<String> BETWEEN_BOUNDS = Set.of("hidden", "censored", "confidence");

    private final Definitions definitions;
    private final Problems problems = new Problems();

    DefinitionCheck(Definitions definitions) {
        this.definitions = definitions;
    }

    /** All problems, in the order of the definitions. */
    List<Problem> problems() {
        definitions.facts().all().forEach(this::dimensions);
        definitions.measures().all().forEach(this::measure);
        definitions.metrics().all().forEach(this::metric);
        aliases();
        return problems.list();
    }

    /** Whether a metric's formulas cannot be read. */
    static boolean isBroken(Metric metric, Definitions definitions) {
        try {
            MetricPlan.of(metric, definitions);
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }

    private void dimensions(Fact fact) {
        attempt(() -> definitions.attempt(fact));
        for (String dimension : fact.dimensions().keySet()) {
            if (!definitions.dimensions().has(dimension)) {
                problems.add(Problem.error("fact-unknown-dimension", fact.at())
                        .with("fact", fact.name())
                        .with("dimension", dimension)
                        .with(
                                "nearest",
                                Nearest.to(dimension, definitions.dimensions().names())
                                        .orElse("")));
            }
        }
    }

    private void measure(Measure measure) {
        attempt(() -> Window.of(measure));
        for (Measure.From from : measure.sources()) {
            if (definitions.fact(from.fact()).isEmpty()) {
                problems.add(Problem.error("measure-unknown-fact", measure.at())
                        .with("measure", measure.name())
                        .with("fact", from.fact())
                        .with(
                                "nearest",
                                Nearest.to(from.fact(), definitions.facts().names())
                                        .orElse("–")));
            }
            if (from.expression().equals("*")) {
                requireCount(measure, from);
            } else {
                attempt(() -> {
                    check(measure, from.expression(), FormulaTypes.Type.ANY);
                    ratioOfRows(measure, from);
                });
            }
            from.filter().ifPresent(filter -> attempt(() -> check(measure, filter, FormulaTypes.Type.TRUTH)));
        }
    }

    private void requireCount(Measure measure, Measure.From from) {
        if (!from.aggregate().equals("count")) {
            problems.add(Problem.error("measure-of-nothing", measure.at())
                    .with("measure", measure.name())
                    .with("aggregate", from.aggregate()));
        }
    }

    private static void check(Measure measure, String text, FormulaTypes.Type wanted) {
        FormulaText source = new FormulaText(text, measure.at());
        FormulaTypes.check(source, FormulaParser.parse(source), FormulaTypes.Type.ANY, wanted);
    }

    private void metric(Metric metric) {
        attempt(() -> {
            Formula value = definitions.formula(metric);
            Optional<String> interval = metric.interval();
            if (interval.filter("wilson"::equals).isPresent()
                    && MetricPlan.parts(metric, value).isEmpty()) {
                problems.add(Problem.error("metric-wilson-not-a-share", metric.at())
                        .with("metric", metric.name())
                        .with("formula", metric.formula()));
            }
            MetricPlan plan = MetricPlan.of(metric, definitions);
            boolean ofRows = interval.filter(OVER_ROWS::contains).isPresent();
            if (ofRows && plan.overRows().isEmpty() && plan.mean().isEmpty()) {
                problems.add(Problem.error("metric-delta-not-a-ratio", metric.at())
                        .with("metric", metric.name())
                        .with("formula", metric.formula()));
            }
            boolean ofChance = interval.filter(OF_CHANCE::contains).isPresent();
            boolean sums = interval.filter("random_sum"::equals).isPresent();
            if (ofChance && (plan.parts().isEmpty() || (sums && plan.randomSum().isEmpty()))) {
                problems.add(Problem.error("metric-chance-not-a-ratio", metric.at())
                        .with("metric", metric.name())
                        .with("interval", interval.get())
                        .with("formula", metric.formula()));
            }
            if (interval.filter("ranks"::equals).isPresent() && plan.ranked().isEmpty()) {
                problems.add(Problem.error("metric-ranks-not-a-percentile", metric.at())
                        .with("metric", metric.name())
                        .with("formula", metric.formula()));
            }
            boolean wantsBounds = interval.filter(BETWEEN_BOUNDS::contains).isPresent();
            if (wantsBounds != metric.bounds().isPresent()) {
                problems.add(Problem.error("metric-bounds-missing", metric.at()).with("metric", metric.name()));
            }
            definitions.checkUnits(metric, metric.formula());
            unknownDimensions(metric);
        });
    }

    private void unknownDimensions(Metric metric) {
        metric.dimensions().stream()
                .filter(name -> !definitions.dimensions().has(name))
                .forEach(name -> problems.add(Problem.error("metric-unknown-dimension", metric.at())
                        .with("metric", metric.name())
                        .with("dimension", name)
                        .with(
                                "nearest",
                                Nearest.to(name, definitions.dimensions().names())
                                        .orElse(""))));
    }

    /**
     * The mean or sum of a quotient in each row is not the quotient of the sums. A count worked back from a share
     * (impressions / impression share) may be added up.
     */
    private void ratioOfRows(Measure measure, Measure.From from) {
        boolean addsShares = from.aggregate().equals("sum") && measure.unit() == MetricUnit.SHARE;
        boolean adds = addsShares || from.aggregate().equals("average");
        if (adds && divides(FormulaParser.parse(new FormulaText(from.expression(), measure.at())))) {
            problems.add(Problem.error("measure-of-ratios", measure.at())
                    .with("measure", measure.name())
                    .with("formula", from.expression()));
        }
    }

    /** Whether one column is divided by another. */
    private static boolean divides(Formula formula) {
        boolean here = formula instanceof Formula.Binary binary
                && binary.operator() == Operator.DIVIDE
                && !binary.right().names().isEmpty();
        return here || formula.parts().stream().anyMatch(DefinitionCheck::divides);
    }

    /** A word may lead to one metric only. */
    private void aliases() {
        Map<String, Metric> taken = new HashMap<>();
        definitions
                .metrics()
                .all()
                .forEach(metric -> Definitions.words(metric).stream()
                        .map(Definitions::plain)
                        .distinct()
                        .forEach(word -> {
                            Metric first = taken.putIfAbsent(word, metric);
                            if (first != null) {
                                problems.add(Problem.error("metric-alias-taken", metric.at())
                                        .with("alias", word)
                                        .with("metric", metric.name())
                                        .with("other", first.name()));
                            }
                        }));
    }

    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }
}
