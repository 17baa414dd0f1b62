package dev.ukur.sources;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.store.TableShape;
import java.util.List;
import java.util.Map;

/** Whether profiles name tables and columns that exist. Columns that begin with {@code _} are scratch. */
public final class ProfileCheck {

    private final Map<String, TableShape> shapes;

    public ProfileCheck(Map<String, TableShape> shapes) {
        this.shapes = Map.copyOf(shapes);
    }

    /** All that is wrong with the profiles, at file, line and column. */
    public Problems check(List<SourceProfile> profiles) {
        Problems problems = new Problems();
        for (SourceProfile profile : profiles) {
            for (String target : profile.targets()) {
                if (!shapes.containsKey(target)) {
                    problems.add(Problem.error("profile-unknown-table", profile.at())
                            .with("profile", profile.name())
                            .with("table", target)
                            .with("nearest", Nearest.to(target, shapes.keySet()).orElse("-")));
                }
            }
            profile.columns().forEach(rule -> check(profile, rule, problems));
        }
        return problems;
    }

    private void check(SourceProfile profile, ColumnRule rule, Problems problems) {
        TableShape shape = shapes.get(rule.table());
        if (shape == null) {
            return; // told with the target
        }
        boolean known = rule.column().startsWith("_")
                || rule.column().equals("period")
                || shape.columns().containsKey(rule.column());
        if (!known) {
            problems.add(Problem.error("profile-unknown-column", rule.at())
                    .with("profile", profile.name())
                    .with("table", rule.table())
                    .with("column", rule.column())
                    .with(
                            "nearest",
                            Nearest.to(rule.column(), shape.columns().keySet()).orElse("-")));
        }
    }
}
