package dev.ukur.delivery.report.text;

import dev.ukur.metrics.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers for a spreadsheet or script: RFC 4180, plain numbers, dates in ISO form; unknown is an empty cell. */
public final class CsvRows {

    private CsvRows() {}

    static String of(Answer answer) {
        StringBuilder text = new StringBuilder();
        try {
            write(answer, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a builder takes everything
        }
        return text.toString();
    }

    /** Writes the header and then row after row. */
    public static void write(Answer answer, Appendable out) throws IOException {
        line(out, answer.columns().stream().map(Answer.Column::name).toList());
        for (List<@Nullable Object> row : answer.rows()) {
            line(out, row);
        }
        for (List<@Nullable Object> row : answer.totals()) {
            line(out, row);
        }
    }

    private static void line(Appendable out, List<? extends @Nullable Object> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.append(separator).append(cell(cell));
            separator = ",";
        }
        out.append("\r\n");
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
