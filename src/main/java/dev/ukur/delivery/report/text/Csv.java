package dev.ukur.delivery.report.text;

import dev.ukur.metrics.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers for a spreadsheet or script. */
final class Csv {

    private Csv() {}

    static String of(Answer answer) {
        StringBuilder text = new StringBuilder();
        line(text, answer.columns().stream().map(Answer.Column::name).toList());
        answer.rows().forEach(row -> line(text, row));
        answer.totals().forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        String text = value.toString();
        boolean quoted =
                text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
