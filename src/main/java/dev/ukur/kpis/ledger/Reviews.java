package dev.ukur.kpis.ledger;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Entry.ReviewHeld;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reviews held, as entries of the ledger. */
public final class Reviews {

    private Reviews() {}

    /**
     * The review of a goal with the numbers of its last complete period, and what was decided.
     *
     * @param goal its name in {@code goals.yaml}, or its metric
     * @throws ProblemException with {@code review-unknown-goal}, {@code review-no-period} or a problem of the expected
     *     change
     */
    public static List<Entry> held(Scorecard scorecard, String goal, Optional<Resolution> resolution, LocalDate today) {
        Line line = line(scorecard, goal);
        Period period = line.period()
                .orElseThrow(() -> new ProblemException(Problem.error("review-no-period", Location.nowhere())
                        .with("goal", line.goal().name())));
        List<Entry> entries = new ArrayList<>();
        entries.add(new ReviewHeld(line.goal().name(), period, today));
        resolution.ifPresent(decided -> entries.add(new DecisionTaken(
                line.goal().name(),
                line.metric().name(),
                decided.text(),
                decided.owner().or(() -> line.goal().kpi().owner()),
                decided.change(line),
                decided.by(),
                period)));
        return entries;
    }

    private static Line line(Scorecard scorecard, String goal) {
        List<String> names =
                scorecard.kpis().stream().map(line -> line.goal().name()).toList();
        return scorecard.kpis().stream()
                .filter(line ->
                        line.goal().name().equals(goal) || line.metric().name().equals(goal))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("review-unknown-goal", Location.nowhere())
                        .with("goal", goal)
                        .with("nearest", Nearest.to(goal, names).orElse("–"))
                        .with("goals", String.join(", ", names))));
    }
}
