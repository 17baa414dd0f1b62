package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.UnsettledWords;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The numbers of an answer as a table for people: intervals beside their rates, changes with their sign, {@code ~} where days are not final. */
final class AnswerGrid {

    private static final String LOW = "_low";
    private static final String CHANGE = "_change";
    private static final String BEFORE = "_before";

    private final Messages say;
    private final MetricNumbers numbers;
    private final List<CatalogueEntry> catalogue;
    private final AnswerWords words;

    AnswerGrid(Messages say, List<CatalogueEntry> catalogue, AnswerWords.Cut cut) {
        this.say = say;
        this.numbers = new MetricNumbers(say.formats());
        this.catalogue = catalogue;
        this.words = new AnswerWords(say, cut);
    }

    /** All of it. */
    Grid of(Answer answer) {
        return grid(answer, column -> true);
    }

    /** All but the time, for a table whose heading names the one period it is of. */
    Grid ofOnePeriod(Answer answer) {
        return grid(answer, column -> column.kind() != Kind.TIME);
    }

    private Grid grid(Answer answer, Predicate<Column> wanted) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            Column column = answer.columns().get(i);
            if (wanted.test(column) && !AnswerWords.standsInAnother(answer, column)) {
                shown.add(i);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            rows.add(shown.stream().map(i -> Cell.of(cell(answer, row, i))).toList());
        }
        return new Grid(shown.stream().map(i -> head(answer.columns().get(i))).toList(), rows);
    }

    private Head head(Column column) {
        return new Head(label(column.name()), column.kind() == Kind.METRIC);
    }

    /** The label of a metric, of what it was or how it changed; a dimension's own word where there is none. */
    private String label(String name) {
        if (name.endsWith(CHANGE) && metric(cut(name, CHANGE)).isPresent()) {
            return say.text("web.change");
        }
        if (name.endsWith(BEFORE) && metric(cut(name, BEFORE)).isPresent()) {
            return say.text("web.before");
        }
        return metric(name)
                .map(entry -> say.language()
                        .pick(
                                entry.metric().label().id(),
                                entry.metric().label().en()))
                .orElseGet(() -> say.knows("web.dim." + name) ? say.text("web.dim." + name) : name);
    }

    private static String cut(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    private Optional<CatalogueEntry> metric(String name) {
        return catalogue.stream()
                .filter(entry -> entry.metric().name().equals(name))
                .findFirst();
    }

    private String cell(Answer answer, List<@Nullable Object> row, int i) {
        Column column = answer.columns().get(i);
        Object value = row.get(i);
        if (value == null) {
            return say.text(column.kind() == Kind.DIMENSION ? "web.member.none" : "web.unknown");
        }
        if (column.kind() == Kind.TIME) {
            return words.time(answer.meta(), value);
        }
        if (value instanceof Double number && column.unit().isPresent()) {
            MetricUnit unit = MetricUnit.of(column.unit().get()).orElse(MetricUnit.RATIO);
            if (column.name().endsWith(CHANGE)) {
                return numbers.change(unit, number);
            }
            return numbers.text(unit, number)
                    + interval(answer, row, i)
                    + UnsettledWords.mark(answer, answer.period(row), column.name());
        }
        return words.member(value);
    }

    /** The ends of an interval; nothing where it has no width, and so says nothing. */
    private String interval(Answer answer, List<@Nullable Object> row, int i) {
        String name = answer.columns().get(i).name();
        boolean follows = i + 2 < answer.columns().size()
                && answer.columns().get(i + 1).name().equals(name + LOW)
                && row.get(i + 1) != null
                && row.get(i + 2) != null;
        if (!follows) {
            return "";
        }
        MetricUnit unit =
                MetricUnit.of(answer.columns().get(i).unit().orElse("")).orElse(MetricUnit.RATIO);
        double low = (Double) row.get(i + 1);
        double high = (Double) row.get(i + 2);
        return numbers.text(unit, low).equals(numbers.text(unit, high))
                ? ""
                : " (" + numbers.interval(unit, low, high) + ")";
    }
}
