package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.EvenColumn;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.UnsettledWords;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The numbers of an answer as a table for people: intervals beside their rates, changes with their sign, {@code ~} where days are not final. */
final class AnswerGrid {

    private static final String LOW = "_low";
    private static final String CHANGE = "_change";
    private static final String BEFORE = "_before";

    private final Messages say;
    private final Words called;
    private final AnswerWords words;

    AnswerGrid(Messages say, Words called, AnswerWords.Cut cut) {
        this.say = say;
        this.called = called;
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
        Map<Integer, MetricNumbers> numbers = new HashMap<>();
        shown.forEach(i -> numbers.put(i, numbers(answer, i)));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            Cells cells = new Cells(answer, row, numbers);
            rows.add(shown.stream().map(i -> Cell.of(cells.text(i))).toList());
        }
        return new Grid(shown.stream().map(i -> head(answer.columns().get(i))).toList(), rows);
    }

    private Head head(Column column) {
        return new Head(label(column.name()), column.kind() == Kind.METRIC);
    }

    /** The label of a metric, of what it was or how it changed; a dimension's own word where there is none. */
    private String label(String name) {
        if (name.endsWith(CHANGE) && called.known(cut(name, CHANGE)).isPresent()) {
            return say.text("web.change");
        }
        if (name.endsWith(BEFORE) && called.known(cut(name, BEFORE)).isPresent()) {
            return say.text("web.before");
        }
        return called.known(name).orElseGet(() -> say.knows("web.dim." + name) ? say.text("web.dim." + name) : name);
    }

    private static String cut(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    private static MetricUnit unit(Column column) {
        return column.unit().flatMap(MetricUnit::of).orElse(MetricUnit.RATIO);
    }

    /** How the numbers of a column are written. */
    private MetricNumbers numbers(Answer answer, int index) {
        List<Double> values = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            int last = hasEnds(answer, row, index) ? index + 2 : index;
            row.subList(index, last + 1).forEach(value -> {
                if (value instanceof Double number) {
                    values.add(number);
                }
            });
        }
        return new MetricNumbers(
                EvenColumn.of(say.formats(), unit(answer.columns().get(index)), values));
    }

    /** Whether the two columns after one hold the ends of its interval. */
    private static boolean hasEnds(Answer answer, List<@Nullable Object> row, int index) {
        return index + 2 < answer.columns().size()
                && answer.columns()
                        .get(index + 1)
                        .name()
                        .equals(answer.columns().get(index).name() + LOW)
                && row.get(index + 1) != null
                && row.get(index + 2) != null;
    }

    /** A row as texts. */
    private final class Cells {

        private final Answer answer;
        private final List<@Nullable Object> row;
        private final Map<Integer, MetricNumbers> numbers;

        Cells(Answer answer, List<@Nullable Object> row, Map<Integer, MetricNumbers> numbers) {
            this.answer = answer;
            this.row = row;
            this.numbers = numbers;
        }

        String text(int i) {
            Column column = answer.columns().get(i);
            Object value = row.get(i);
            if (value == null) {
                return say.text(column.kind() == Kind.DIMENSION ? "web.member.none" : "web.unknown");
            }
            if (column.kind() == Kind.TIME) {
                return words.time(answer.meta(), value);
            }
            if (value instanceof Double number && column.unit().isPresent()) {
                return number(i, number);
            }
            return words.member(value);
        }

        private String number(int i, double number) {
            Column column = answer.columns().get(i);
            MetricNumbers written = Objects.requireNonNull(numbers.get(i));
            return column.name().endsWith(CHANGE)
                    ? written.change(unit(column), number)
                    : written.text(unit(column), number)
                            + interval(i, written)
                            + UnsettledWords.mark(answer, answer.period(row), column.name());
        }

        /** The ends of an interval; nothing where it has no width, and so says nothing. */
        private String interval(int i, MetricNumbers written) {
            Column column = answer.columns().get(i);
            if (!hasEnds(answer, row, i)) {
                return "";
            }
            double low = (Double) row.get(i + 1);
            double high = (Double) row.get(i + 2);
            return written.text(unit(column), low).equals(written.text(unit(column), high))
                    ? ""
                    : " (" + written.interval(unit(column), low, high) + ")";
        }
    }
}
