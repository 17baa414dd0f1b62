package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.i18n.Formats;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.model.MetricUnit;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a query as a table. The ends of an interval stand in brackets behind their rate. */
final class AnswerText {

    private static final String LOW = "_low";
    private static final String HIGH = "_high";

    private final Messages say;
    private final Ink ink;
    private final MetricNumbers numbers;
    private final Grain grain;

    AnswerText(Messages say, Ink ink, Grain grain) {
        this.say = say;
        this.ink = ink;
        this.grain = grain;
        this.numbers = new MetricNumbers(say.formats());
    }

    String table(Answer answer) {
        List<Column> shown = answer.columns().stream()
                .filter(column -> !isEnd(answer, column))
                .toList();
        TextTable table = new TextTable();
        shown.forEach(column -> head(table, column));
        for (int row = 0; row < answer.rows().size(); row++) {
            List<String> cells = new ArrayList<>();
            for (Column column : shown) {
                cells.add(cell(answer, row, column));
            }
            table.row(cells);
        }
        return table.draw(ink) + foot(answer.meta());
    }

    private void head(TextTable table, Column column) {
        if (column.kind() == Kind.METRIC) {
            table.numbers(column.name());
        } else {
            table.words(column.kind() == Kind.TIME ? say.text("query.period") : column.name());
        }
    }

    private String cell(Answer answer, int row, Column column) {
        @Nullable Object value = answer.rows().get(row).get(answer.index(column.name()));
        return switch (column.kind()) {
            case DIMENSION -> value == null ? Formats.UNKNOWN : value.toString();
            case TIME -> period(answer.meta(), (LocalDate) value);
            case METRIC -> metric(answer, row, column);
        };
    }

    /** A whole period by its name; one that the question cuts short by its days. */
    private String period(Answer.Meta meta, @Nullable LocalDate start) {
        if (start == null || grain == Grain.TOTAL) {
            return say.formats().date(start);
        }
        Period whole = grain.around(start);
        LocalDate first = meta.from().filter(whole::holds).orElse(whole.first());
        LocalDate last = meta.to().filter(whole::holds).orElse(whole.last());
        return say.formats().period(new Period(first, last));
    }

    private String metric(Answer answer, int row, Column column) {
        MetricUnit unit = column.unit().flatMap(MetricUnit::of).orElse(MetricUnit.RATIO);
        String text = numbers.text(unit, answer.number(row, column.name()).orElse(null));
        if (!has(answer, column.name() + LOW) || !has(answer, column.name() + HIGH)) {
            return text;
        }
        return answer.number(row, column.name() + LOW)
                .flatMap(low -> answer.number(row, column.name() + HIGH)
                        .map(high -> text + " (" + numbers.interval(unit, low, high) + ")"))
                .orElse(text);
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
        meta.provisionalFrom().ifPresent(day -> foot.append(' ').append(say.text("query.provisional", "day", day)));
        return ink.faint(foot.toString()) + "\n";
    }

    /** Whether a column is an end of the interval of another column. */
    private static boolean isEnd(Answer answer, Column column) {
        String name = column.name();
        return column.kind() == Kind.METRIC
                && (name.endsWith(LOW) && has(answer, name.substring(0, name.length() - LOW.length()))
                        || name.endsWith(HIGH) && has(answer, name.substring(0, name.length() - HIGH.length())));
    }

    private static boolean has(Answer answer, String name) {
        return answer.columns().stream().anyMatch(column -> column.name().equals(name));
    }
}
