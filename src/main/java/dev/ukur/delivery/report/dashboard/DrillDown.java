package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads from the rows of a table to the explorer, a step closer: from a period to its parts, from a member to its own days. Scripts
 * follow the same links from the drawing above the table.
 *
 * @param metrics shown there, with commas between them
 * @param where filter that the table is under
 * @param calendar by which periods are cut
 */
record DrillDown(String metrics, Optional<String> where, FiscalCalendar calendar) {

    /** Into the periods of a table whose first column is the time. */
    Grid into(Grid grid, Answer answer, Grain grain) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            Object first = answer.rows().get(i).get(0);
            rows.add(led(
                    grid.rows().get(i),
                    first instanceof LocalDate start ? period(start, answer, grain) : Optional.empty()));
        }
        return new Grid(grid.heads(), rows);
    }

    /** Into the members of a table whose only dimension stands first, over days. */
    Grid into(Grid grid, Answer answer, Period days) {
        List<Column> columns = answer.columns();
        Optional<Column> dimension = columns.stream()
                .filter(column -> column.kind() == Kind.DIMENSION)
                .findFirst();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            List<@Nullable Object> row = answer.rows().get(i);
            rows.add(led(
                    grid.rows().get(i),
                    dimension.flatMap(column -> member(column.name(), row.get(columns.indexOf(column)), days))));
        }
        return new Grid(grid.heads(), rows);
    }

    /** The days of one member; empty for rows of none or of many. */
    Optional<String> member(String dimension, @Nullable Object member, Period days) {
        return member instanceof String text && isNamed(text)
                ? Optional.of(address(days, Grain.DAY, filter(dimension, text)))
                : Optional.empty();
    }

    private static boolean isNamed(String member) {
        return !member.isEmpty() && !member.startsWith("(") && !member.contains("'");
    }

    private Optional<String> filter(String dimension, String member) {
        String only = dimension + " = '" + member + "'";
        return Optional.of(where.map(own -> "(" + own + ") and " + only).orElse(only));
    }

    private Optional<String> period(LocalDate start, Answer answer, Grain grain) {
        Period whole = calendar.around(grain, start);
        LocalDate first = answer.meta().from().filter(whole::holds).orElse(whole.first());
        LocalDate last = answer.meta().to().filter(whole::holds).orElse(whole.last());
        return finer(grain).map(parts -> address(new Period(first, last), parts, where));
    }

    private static Optional<Grain> finer(Grain grain) {
        return switch (grain) {
            case YEAR, QUARTER -> Optional.of(Grain.MONTH);
            case MONTH, WEEK, DAY -> Optional.of(Grain.DAY); // not every number has hours
            case HOUR, TOTAL -> Optional.empty();
        };
    }

    private String address(Period days, Grain grain, Optional<String> filter) {
        return "/explore?metric=" + encoded(metrics) + "&grain=" + grain.word() + "&from=" + days.first() + "&to="
                + days.last()
                + filter.map(condition -> "&where=" + encoded(condition)).orElse("");
    }

    /** A row whose first cell leads to an address, where there is one. */
    static List<Cell> led(List<Cell> row, Optional<String> address) {
        if (address.isEmpty()) {
            return row;
        }
        List<Cell> led = new ArrayList<>(row);
        led.set(0, Cell.link(row.get(0).text(), address.get()));
        return led;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
