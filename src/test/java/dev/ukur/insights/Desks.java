package dev.ukur.insights;

import dev.ukur.metrics.Rows;
import dev.ukur.model.Goal;
import dev.ukur.model.Label;
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.time.Period;
import java.util.List;

/** Desks over the rows of a test. */
public final class Desks {

    private Desks() {}

    /** Without goals and occasions. */
    public static Desk of(Rows rows) {
        return of(rows, List.of(), List.of());
    }

    /** With some of them. */
    public static Desk of(Rows rows, List<Goal> goals, List<Occasion> occasions) {
        return new Desk(
                rows.metrics(),
                rows.engine(),
                goals,
                occasions,
                WorkspaceSettings.defaults("Toko"),
                Rows.CLOCK.instant());
    }

    /** An occasion of the calendar. */
    public static Occasion occasion(String name, String kind, Period days) {
        return new Occasion(name, kind, Label.same(name), days, Location.nowhere());
    }
}
