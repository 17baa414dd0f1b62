package dev.ukur.delivery.report.json;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Unsettled;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers of a query. */
final class AnswerJson {

    private final ProblemJson problems;

    AnswerJson(ProblemJson problems) {
        this.problems = problems;
    }

    void write(Json json, Answer answer) {
        json.array("columns", answer.columns(), AnswerJson::column);
        json.array("rows", answer.rows(), (object, row) -> row(object, answer.columns(), row));
        if (!answer.totals().isEmpty()) {
            json.array("totals", answer.totals(), (object, row) -> row(object, answer.columns(), row));
        }
        json.object("meta", object -> meta(object, answer.meta()));
    }

    private static void column(Json json, Answer.Column column) {
        json.put("name", column.name())
                .put("kind", column.kind().name().toLowerCase(Locale.ROOT))
                .put("unit", column.unit());
    }

    private static void row(Json json, List<Answer.Column> columns, List<@Nullable Object> row) {
        for (int i = 0; i < columns.size(); i++) {
            json.put(columns.get(i).name(), row.get(i));
        }
    }

    private void meta(Json json, Answer.Meta meta) {
        json.put("as_of", meta.asOf())
                .put("from", meta.from())
                .put("to", meta.to())
                .put("complete_until", meta.completeUntil())
                .put("provisional_from", meta.provisionalFrom())
                .put("sources", meta.sources())
                .put("partial", meta.partial().stream().map(String::valueOf).toList())
                .array("immature", meta.immature(), AnswerJson::immature)
                .array("unsettled", meta.unsettled(), AnswerJson::unsettled)
                .array("warnings", meta.warnings(), problems::warning);
    }

    private static void immature(Json json, Answer.Immature part) {
        json.put("period", part.period())
                .put("metric", part.metric())
                .put("arrived", part.arrived())
                .put("arrived_low", part.low())
                .put("arrived_high", part.high());
    }

    /** Of the totals the period is null. */
    private static void unsettled(Json json, Unsettled number) {
        json.put("period", number.period())
                .put("column", number.column())
                .put("cause", number.cause().name().toLowerCase(Locale.ROOT))
                .put("from", number.days().first())
                .put("to", number.days().last());
    }
}
