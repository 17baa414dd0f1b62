package dev.ukur.insights;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked about: a metric, under the filter and cadence of the goal it measures when there is one.
 *
 * @param metric its definition
 * @param goal the goal it is the KPI of
 * @param where its filter
 * @param grain how its periods are cut: by the goal's cadence, else by month
 */
public record Subject(Metric metric, Optional<Goal> goal, Optional<String> where, Grain grain) {

    /**
     * The subject of a name: of a goal, or of a metric by name, label or alias.
     *
     * @throws ProblemException with {@code finding-unknown-subject} when there is neither
     */
    public static Subject of(Desk desk, String name) {
        Optional<Goal> goal = desk.goals().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        Metric metric = desk.metrics()
                .find(goal.map(known -> known.kpi().metric()).orElse(name))
                .orElseThrow(() -> unknown(desk, name));
        Optional<Goal> measured = goal.or(() -> desk.goals().stream()
                .filter(candidate -> desk.metrics()
                        .find(candidate.kpi().metric())
                        .filter(metric::equals)
                        .isPresent())
                .findFirst());
        return new Subject(
                metric,
                measured,
                measured.flatMap(known -> known.kpi().where()),
                measured.flatMap(known -> known.kpi().cadence())
                        .map(Cadence::grain)
                        .orElse(Grain.MONTH));
    }

    /** The question for its number over some days. */
    public MetricQuery total(Period days) {
        return MetricQuery.total(metric.name(), days).where(where);
    }

    /** The question for its number in each period of all days with data. */
    public MetricQuery history(Grain cut) {
        return new MetricQuery(List.of(metric.name()), List.of(), cut, Optional.empty(), where, Optional.empty());
    }

    /** Why its number over some days is compared with none, as an answer to {@link #total} says it; empty when it may be. */
    public Optional<Sentence> unsettled(Answer answer, Period days) {
        return answer.unsettled(answer.meta().from(), metric.name())
                .map(open -> answer.immature(days.first(), metric.name())
                        .map(part -> Sentence.of("unsettled-share").with("arrived", Term.share(part.arrived())))
                        .orElseGet(() -> Sentence.of(
                                        "unsettled-" + open.cause().name().toLowerCase(Locale.ROOT))
                                .with("days", Term.days(open.days())))
                        .with("metric", term())
                        .with("period", Term.days(days)));
    }

    /** It as a term of sentences. */
    public Term term() {
        return Term.of(metric);
    }

    private static ProblemException unknown(Desk desk, String name) {
        List<String> known = new ArrayList<>(desk.metrics().names());
        desk.goals().forEach(goal -> known.add(goal.name()));
        return new ProblemException(Problem.error("finding-unknown-subject", Location.nowhere())
                .with("name", name)
                .with("nearest", Nearest.to(name, known).orElse("–")));
    }
}
