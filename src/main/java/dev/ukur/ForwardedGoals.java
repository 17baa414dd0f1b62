package dev.ukur;

import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.Suggestion;
import dev.ukur.model.Goal;
import dev.ukur.model.GoalDraft;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The goals of a workspace that is asked through another front door.
 *
 * @param door asks and changes
 */
record ForwardedGoals(ForwardingUkur door) implements GoalWork {

    @Override
    public GoalTree tree() {
        return door.know("goals.tree", ukur -> ukur.goals().tree());
    }

    @Override
    public List<Goal> all() {
        return door.ask(ukur -> ukur.goals().all());
    }

    @Override
    public String area() {
        return door.know("goals.area", ukur -> ukur.goals().area());
    }

    @Override
    public List<Suggestion> suggest(Optional<String> area) {
        return door.know(List.of("goals.suggest", area), ukur -> ukur.goals().suggest(area));
    }

    @Override
    public void add(GoalDraft goal) {
        door.change(ukur -> {
            ukur.goals().add(goal);
            return goal;
        });
    }

    @Override
    public void replace(String goal, GoalDraft.KpiDraft kpi, String reason) {
        door.change(ukur -> {
            ukur.goals().replace(goal, kpi, reason);
            return goal;
        });
    }

    @Override
    public void retire(String goal, String reason) {
        door.change(ukur -> {
            ukur.goals().retire(goal, reason);
            return goal;
        });
    }

    @Override
    public String text() {
        return door.ask(ukur -> ukur.goals().text());
    }

    @Override
    public List<Problem> lint(String text) {
        return door.know(List.of("goals.lint", text), ukur -> ukur.goals().lint(text));
    }

    @Override
    public void write(String seen, String text) {
        door.change(ukur -> {
            ukur.goals().write(seen, text);
            return text;
        });
    }
}
