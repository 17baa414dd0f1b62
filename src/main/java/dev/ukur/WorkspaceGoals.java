package dev.ukur;

import dev.ukur.kpis.GoalRules;
import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.GoalTreeBuilder;
import dev.ukur.kpis.KpiMetrics;
import dev.ukur.kpis.Suggestion;
import dev.ukur.kpis.Suggestions;
import dev.ukur.kpis.ledger.Entry;
import dev.ukur.model.Goal;
import dev.ukur.model.GoalDraft;
import dev.ukur.model.Strategy;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.GoalIdeas;
import dev.ukur.workspace.GoalsFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The goals of one workspace, chosen and changed.
 *
 * @param folder of the workspace
 * @param strategy what the file says now
 * @param metrics what can be measured
 * @param ledger that remembers changes
 * @param today written above what is taken out
 */
record WorkspaceGoals(Path folder, Strategy strategy, KpiMetrics metrics, WorkspaceLedger ledger, LocalDate today)
        implements GoalWork {

    @Override
    public GoalTree tree() {
        return new GoalTreeBuilder(strategy, metrics, today).build();
    }

    @Override
    public List<Goal> all() {
        return strategy.goals();
    }

    @Override
    public String area() {
        return suggestions().area();
    }

    @Override
    public List<Suggestion> suggest(Optional<String> area) {
        area.filter(asked -> !Suggestions.AREAS.contains(asked)).ifPresent(asked -> {
            throw new ProblemException(Problem.error("goals-no-area", Location.nowhere())
                    .with("area", asked)
                    .with("areas", String.join(", ", Suggestions.AREAS)));
        });
        return suggestions().of(area, strategy.goals());
    }

    @Override
    public void add(GoalDraft goal) {
        new GoalsFile(folder).add(goal);
    }

    @Override
    public void replace(String name, GoalDraft.KpiDraft kpi, String reason) {
        Goal goal = goal(name);
        new GoalsFile(folder).replaceKpi(goal.name(), kpi, today + ": " + reason);
        ledger.append(new Entry.KpiReplaced(goal.name(), goal.kpi().metric(), kpi.metric(), reason));
    }

    @Override
    public void retire(String name, String reason) {
        Goal goal = goal(name);
        new GoalsFile(folder).retire(goal.name(), today + ": " + reason);
        ledger.append(new Entry.GoalRetired(goal.name(), goal.kpi().metric(), reason));
    }

    @Override
    public String text() {
        return new GoalsFile(folder).text();
    }

    @Override
    public List<Problem> lint(String text) {
        Problems problems = new Problems();
        Strategy written = new GoalsFile(folder).strategy(text, problems);
        if (problems.list().stream().noneMatch(Problem::isError)) {
            problems.addAll(GoalRules.check(written, metrics, today));
        }
        return problems.list();
    }

    @Override
    public void write(String seen, String text) {
        new GoalsFile(folder).write(seen, text);
    }

    private Suggestions suggestions() {
        return new Suggestions(GoalIdeas.builtIn(), metrics, today);
    }

    private Goal goal(String name) {
        List<String> names = strategy.goals().stream().map(Goal::name).toList();
        return strategy.goals().stream()
                .filter(goal -> goal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("review-unknown-goal", Location.nowhere())
                        .with("goal", name)
                        .with("nearest", Nearest.to(name, names).orElse("–"))
                        .with("goals", String.join(", ", names))));
    }
}
