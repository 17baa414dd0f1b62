package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One number by time and by the members of one dimension, with periods down and members across, so that each is read along its
 * line; those with most stand first.
 */
final class CrossTable {

    /** More members than this stand below each other. */
    private static final int MOST_MEMBERS = 12;

    private final Map<String, Cell> periods = new LinkedHashMap<>();
    private final Map<String, Double> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();

    private CrossTable() {}

    /**
     * Turns the table of an answer.
     *
     * @param flat the same answer with a row for each period and member
     * @param none what stands where a member has no row in a period
     * @return empty where the answer is no such table, or has too many members
     */
    static Optional<Grid> of(Answer answer, Grid flat, String none) {
        List<Column> shown = answer.columns().stream()
                .filter(column -> !AnswerWords.standsInAnother(answer, column))
                .toList();
        List<Kind> kinds = shown.stream().map(Column::kind).toList();
        int time = kinds.indexOf(Kind.TIME);
        int member = kinds.indexOf(Kind.DIMENSION);
        int metric = kinds.indexOf(Kind.METRIC);
        if (kinds.size() != 3 || time < 0 || member < 0 || metric < 0) {
            return Optional.empty();
        }
        CrossTable table = new CrossTable();
        int value = answer.columns().indexOf(shown.get(metric));
        for (int i = 0; i < flat.rows().size(); i++) {
            List<Cell> row = flat.rows().get(i);
            double size = answer.rows().get(i).get(value) instanceof Double number ? Math.abs(number) : 0;
            table.add(row.get(time), row.get(member).text(), row.get(metric), size);
        }
        return table.members.size() < 2 || table.members.size() > MOST_MEMBERS
                ? Optional.empty()
                : Optional.of(table.grid(flat.heads().get(time), none));
    }

    private void add(Cell period, String member, Cell cell, double size) {
        periods.putIfAbsent(period.text(), period);
        members.merge(member, size, Double::sum);
        cells.computeIfAbsent(period.text(), text -> new LinkedHashMap<>()).put(member, cell);
    }

    private Grid grid(Head time, String none) {
        List<String> across = members.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        List<Head> heads = new ArrayList<>(List.of(time));
        across.forEach(member -> heads.add(new Head(member, true)));
        List<List<Cell>> rows = new ArrayList<>();
        periods.forEach((text, period) -> {
            List<Cell> row = new ArrayList<>(List.of(period));
            Map<String, Cell> known = cells.getOrDefault(text, Map.of());
            across.forEach(member -> row.add(known.getOrDefault(member, Cell.of(none))));
            rows.add(row);
        });
        return new Grid(heads, rows);
    }
}
