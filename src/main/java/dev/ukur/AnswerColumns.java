package dev.ukur;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.model.MetricUnit;
import dev.ukur.store.ParquetFile;
import dev.ukur.store.ParquetFile.Type;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an answer as those of a Parquet file: days as dates, hours as timestamps, money as decimals. */
final class AnswerColumns {

    private AnswerColumns() {}

    /** Writes the rows of an answer, its totals last, as in CSV. */
    static void write(Answer answer, Path file) {
        List<ParquetFile.Column> columns = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            Column column = answer.columns().get(i);
            columns.add(new ParquetFile.Column(column.name(), type(column, answer, i)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(answer.rows());
        rows.addAll(answer.totals());
        ParquetFile.write(file, columns, rows);
    }

    private static Type type(Column column, Answer answer, int at) {
        return switch (column.kind()) {
            case DIMENSION -> Type.TEXT;
            case TIME ->
                answer.rows().stream().anyMatch(row -> row.get(at) instanceof LocalDateTime) ? Type.HOUR : Type.DAY;
            case METRIC -> column.unit().filter(MetricUnit.MONEY.word()::equals).isPresent() ? Type.MONEY : Type.NUMBER;
            case MARK -> Type.TRUTH;
        };
    }
}
