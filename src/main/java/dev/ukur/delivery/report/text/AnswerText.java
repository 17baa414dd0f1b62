package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.UnsettledWords;
import dev.ukur.i18n.Formats;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.model.MetricUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a query as a table. The ends of an interval stand in brackets behind their rate; a change has its
 * relative size behind it, and an arrow only where its interval does not hold 0.
 */
final class AnswerText {

    private static final String LOW = "_low";
    private static final String HIGH = "_high";
    private static final String CHANGE = "_change";
    private static final String RELATIVE = "_change_rel";
    private static final String DIFFERS = "_differs";

    private final Messages say;
    private final Ink ink;
    private final MetricNumbers numbers;
    private final AnswerWords words;

    AnswerText(Messages say, Ink ink, AnswerWords.Cut cut) {
        this.say = say;
        this.ink = ink;
        this.words = new AnswerWords(say, cut);
        this.numbers = new MetricNumbers(say.formats());
    }

    String table(Answer answer) {
        List<Column> shown = answer.columns().stream()
                .filter(column -> !AnswerWords.standsInAnother(answer, column))
                .toList();
        TextTable table = new TextTable();
        shown.forEach(column -> head(table, column));
        answer.rows().forEach(row -> table.row(cells(answer, shown, row, answer.period(row))));
        answer.totals().forEach(row -> table.row(total(cells(answer, shown, row, Optional.empty()), shown)));
        return table.draw(ink) + legend(answer) + arriving(answer) + foot(answer.meta());
    }

    /** The cells of a row; its period is empty in the totals. */
    private List<String> cells(
            Answer answer, List<Column> shown, List<@Nullable Object> row, Optional<LocalDate> period) {
        List<String> cells = new ArrayList<>();
        shown.forEach(column -> {
            boolean known = column.kind() == Kind.METRIC
                    && number(answer, row, column.name()).isPresent();
            String text = cell(answer, row, column);
            cells.add(known ? text + UnsettledWords.mark(answer, period, column.name()) : text);
        });
        return cells;
    }

    /** The row of all rows together, named where others have their period or first member. */
    private List<String> total(List<String> cells, List<Column> shown) {
        for (int i = 0; i < shown.size() && shown.get(i).kind() != Kind.METRIC; i++) {
            cells.set(i, i == 0 ? say.text("query.total") : "");
        }
        return cells;
    }

    /** What arrows and stars mean, where they may stand. */
    private String legend(Answer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.columns().stream().anyMatch(column -> column.name().endsWith(CHANGE + LOW))) {
            lines.add(say.text("query.arrows"));
        }
        if (answer.columns().stream().anyMatch(column -> column.kind() == Kind.MARK)) {
            lines.add(say.text("query.marks"));
        }
        return lines.isEmpty() ? "" : "\n" + ink.faint(String.join(" ", lines)) + "\n";
    }

    /** Which numbers are not final, what of them is still to arrive, and what they become. */
    private String arriving(Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.addAll(new UnsettledWords(say).of(answer));
        for (List<@Nullable Object> row : answer.rows()) {
            for (Column column : answer.columns()) {
                immature(answer, row, column).ifPresent(part -> lines.add(arriving(answer, row, part)));
            }
        }
        return lines.isEmpty() ? "" : "\n" + ink.faint(String.join("\n", lines)) + "\n";
    }

    private String arriving(Answer answer, List<@Nullable Object> row, Answer.Immature part) {
        MetricUnit unit = unit(answer.columns().get(answer.index(part.metric())));
        String whole = number(answer, row, part.metric())
                .map(value -> numbers.text(unit, part.whole(value)))
                .orElse(Formats.UNKNOWN);
        String where = answer.columns().stream()
                .filter(column -> column.kind() != Kind.METRIC && column.kind() != Kind.MARK)
                .map(column -> cell(answer, row, column))
                .reduce((one, other) -> one + ", " + other)
                .orElse(say.text("query.total"));
        return say.text(
                "query.arriving",
                Map.of(
                        "metric", part.metric(),
                        "where", where,
                        "arrived", say.formats().share(part.arrived()),
                        "low", say.formats().share(part.low()),
                        "high", say.formats().share(part.high()),
                        "whole", whole));
    }

    /** Of a number in a row, if much of it is still to arrive. */
    private static Optional<Answer.Immature> immature(Answer answer, List<@Nullable Object> row, Column column) {
        return answer.period(row)
                .flatMap(day -> answer.immature(day, column.name()))
                .filter(part -> number(answer, row, column.name()).isPresent());
    }

    private void head(TextTable table, Column column) {
        if (column.kind() == Kind.METRIC) {
            table.numbers(column.name());
        } else {
            table.words(column.kind() == Kind.TIME ? say.text("query.period") : column.name());
        }
    }

    private String cell(Answer answer, List<@Nullable Object> row, Column column) {
        @Nullable Object value = row.get(answer.index(column.name()));
        return switch (column.kind()) {
            case DIMENSION -> value == null ? Formats.UNKNOWN : words.member(value);
            case TIME -> words.time(answer.meta(), value);
            case METRIC -> column.name().endsWith(CHANGE) ? change(answer, row, column) : metric(answer, row, column);
            case MARK -> "";
        };
    }

    private String metric(Answer answer, List<@Nullable Object> row, Column column) {
        MetricUnit unit = unit(column);
        String name = column.name();
        String text = numbers.text(unit, number(answer, row, name).orElse(null)) + star(answer, row, name);
        return number(answer, row, name + LOW)
                .flatMap(low -> number(answer, row, name + HIGH)
                        .map(high -> text + " (" + numbers.interval(unit, low, high) + ")"))
                .orElse(text);
    }

    private static String star(Answer answer, List<@Nullable Object> row, String name) {
        boolean differs = has(answer, name + DIFFERS) && Boolean.TRUE.equals(row.get(answer.index(name + DIFFERS)));
        return differs ? "*" : "";
    }

    private String change(Answer answer, List<@Nullable Object> row, Column column) {
        String name = column.name();
        String relative = name.substring(0, name.length() - CHANGE.length()) + RELATIVE;
        return number(answer, row, name)
                .map(change -> numbers.change(unit(column), change)
                        + number(answer, row, relative)
                                .map(part -> " ("
                                        + say.formats()
                                                .signed(part, say.formats().share(part)) + ")")
                                .orElse("")
                        + arrow(answer, row, name))
                .orElse(Formats.UNKNOWN);
    }

    /** Which way it went, where the data can tell. */
    private static String arrow(Answer answer, List<@Nullable Object> row, String change) {
        double low = number(answer, row, change + LOW).orElse(0.0);
        double high = number(answer, row, change + HIGH).orElse(0.0);
        if (low > 0) {
            return " ▲";
        }
        return high < 0 ? " ▼" : "";
    }

    private static MetricUnit unit(Column column) {
        return column.unit().flatMap(MetricUnit::of).orElse(MetricUnit.RATIO);
    }

    private static Optional<Double> number(Answer answer, List<@Nullable Object> row, String column) {
        return has(answer, column) ? Optional.ofNullable((Double) row.get(answer.index(column))) : Optional.empty();
    }

    private String foot(Answer.Meta meta) {
        if (meta.from().isEmpty()) {
            return say.text("query.empty") + "\n";
        }
        Formats formats = say.formats();
        StringBuilder foot = new StringBuilder("\n");
        foot.append(say.text(
                "query.foot",
                Map.of(
                        "from", meta.from().get(),
                        "to", formats.date(meta.to().orElse(null)),
                        "complete", formats.date(meta.completeUntil().orElse(null)),
                        "sources", meta.sources())));
        words.notWhole(meta).ifPresent(partial -> foot.append(' ').append(partial));
        meta.provisionalFrom().ifPresent(day -> foot.append(' ').append(say.text("query.provisional", "day", day)));
        return ink.faint(foot.toString()) + "\n";
    }

    private static boolean has(Answer answer, String name) {
        return answer.columns().stream().anyMatch(column -> column.name().equals(name));
    }
}
