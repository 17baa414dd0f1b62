package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.ask.Options;
import dev.ukur.delivery.ask.WrittenQuery;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;

/** {@code ukur query METRIC...}: numbers, with intervals where they are rates. */
final class QueryCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("query")
                .operands("METRIC...", 1, Shape.MANY)
                .option("--by", "DIM,...")
                .option("--grain", String.join("|", Grain.words()))
                .option("--from", "D")
                .option("--to", "D")
                .option("--to-date", "week|month|quarter|year")
                .option("--where", "EXPR")
                .option("--compare", String.join("|", Comparison.words()))
                .option("--top", "N")
                .option("--order", "COLUMN")
                .option("--limit", "N")
                .flag("--totals")
                .flag("--differs")
                .option("--as-of", "T")
                .flag("--sql")
                .option(AskedEngine.OPTION, "E")
                .formats("table", "json", "csv");
    }

    @Override
    public boolean onlyTells() {
        return true;
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        WrittenQuery asked = new WrittenQuery(
                arguments.operands(),
                new Options(
                        name -> arguments.value("--" + name), name -> arguments.has("--" + name), name -> "--" + name));
        Grain grain = asked.grain();
        try (Ukur ukur = call.open()) {
            MetricQuery query = asked.query(ukur);
            Answer answer =
                    AskedEngine.of(call) == AskedEngine.TRINO ? ukur.lake().query(query) : ukur.query(query);
            print(call, answer, grain, ukur.settings().calendar());
            call.tell(answer.meta().warnings());
            return Exit.DONE;
        }
    }

    private void print(Call call, Answer answer, Grain grain, FiscalCalendar calendar) {
        if (call.arguments().has("--sql")) {
            call.printLine(answer.meta().sql());
            return;
        }
        switch (call.format(shape())) {
            case "json" -> call.printLine(new JsonReports(call.say()).answer(answer));
            case "csv" -> call.print(call.text().csv(answer));
            default -> call.print(call.text().answer(answer, grain, calendar));
        }
    }
}
