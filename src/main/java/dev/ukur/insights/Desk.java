package dev.ukur.insights;

import dev.ukur.metrics.Metrics;
import dev.ukur.model.Goal;
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.store.QueryEngine;
import dev.ukur.time.BusinessCalendar;
import java.time.Instant;
import java.util.List;

/**
 * All that an analysis may ask.
 *
 * @param metrics numbers by name: the first choice, so that a finding and a query never differ
 * @param engine the canonical tables, for what is no metric (steps of one person); read only
 * @param goals of the workspace
 * @param occasions of its calendar
 * @param settings zone, currency, name
 * @param now the moment of the finding
 */
public record Desk(
        Metrics metrics,
        QueryEngine engine,
        List<Goal> goals,
        List<Occasion> occasions,
        WorkspaceSettings settings,
        Instant now) {

    public Desk {
        goals = List.copyOf(goals);
        occasions = List.copyOf(occasions);
    }

    /** The days that move Indonesian trade. */
    public BusinessCalendar calendar() {
        return BusinessCalendar.indonesia();
    }
}
