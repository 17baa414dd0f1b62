package dev.ukur.workspace;

import dev.ukur.model.Goal;
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What a workspace folder says.
 *
 * @param folder where it is
 * @param settings of {@code ukur.yaml}
 * @param goals of {@code goals.yaml}, in the order written
 * @param occasions of {@code calendar.yaml}, in the order written
 */
public record Workspace(Path folder, WorkspaceSettings settings, List<Goal> goals, List<Occasion> occasions) {

    public Workspace {
        goals = List.copyOf(goals);
        occasions = List.copyOf(occasions);
    }
}
