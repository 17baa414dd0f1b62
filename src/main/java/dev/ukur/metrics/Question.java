package dev.ukur.metrics;

import dev.ukur.model.Metric;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question with its names resolved.
 *
 * @param metrics asked for, in order, each once
 * @param by dimensions of the rows
 * @param where filter over dimensions
 * @param told members of a dimension that are told by name; the rest are one
 */
record Question(List<MetricPlan> metrics, List<String> by, Optional<Formula> where, Optional<ToldMembers> told) {

    Question {
        metrics = List.copyOf(metrics);
        by = List.copyOf(by);
    }

    /**
     * Resolves a question.
     *
     * @throws dev.ukur.problem.ProblemException with all names that are not known, or a filter that cannot be read
     */
    static Question of(MetricQuery query, Optional<ToldMembers> told, Definitions definitions) {
        Problems problems = new Problems();
        Set<Metric> metrics = new LinkedHashSet<>();
        for (String name : query.metrics()) {
            definitions
                    .metric(name)
                    .ifPresentOrElse(
                            metrics::add, () -> problems.add(definitions.unknownMetric(name, Location.nowhere())));
        }
        Optional<Formula> where = query.where().map(Question::filter);
        Set<String> by = new LinkedHashSet<>(query.by());
        Set<String> dimensions = new LinkedHashSet<>(by);
        where.ifPresent(formula -> formula.names().forEach(name -> dimensions.add(name.value())));
        for (String name : dimensions) {
            if (!definitions.dimensions().has(name)) {
                problems.add(unknownDimension(name, definitions.dimensions().names()));
            }
        }
        problems.throwIfErrors();
        List<MetricPlan> plans = metrics.stream()
                .map(metric -> MetricPlan.of(metric, definitions))
                .toList();
        return new Question(plans, List.copyOf(by), where, told);
    }

    /** All dimensions the rows must have: those shown and those filtered by. */
    Set<String> dimensions() {
        Set<String> all = new LinkedHashSet<>(by);
        where.ifPresent(formula -> formula.names().forEach(name -> all.add(name.value())));
        return all;
    }

    /** The members of a dimension that are told by name, when not all are. */
    Optional<ToldMembers> told(String dimension) {
        return told.filter(some -> some.dimension().equals(dimension));
    }

    private static Formula filter(String text) {
        FormulaText source = new FormulaText(text, Location.nowhere());
        Formula formula = FormulaParser.parse(source);
        FormulaTypes.check(source, formula, FormulaTypes.Type.TEXT, FormulaTypes.Type.TRUTH);
        return formula;
    }

    private static Problem unknownDimension(String name, Set<String> known) {
        return Problem.error("unknown-dimension", Location.nowhere())
                .with("name", name)
                .with("nearest", Nearest.to(name, known).orElse("–"))
                .with("allowed", String.join(", ", known));
    }
}
