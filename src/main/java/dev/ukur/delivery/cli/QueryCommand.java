package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
                .formats("table", "json", "csv");
    }

    @Override
    public boolean onlyTells() {
        return true;
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        Grain grain = arguments.value("--grain").map(QueryCommand::grain).orElse(Grain.TOTAL);
        Optional<LocalDate> from = arguments
                .value("--from")
                .map(text -> CallDates.period("--from", text).first());
        Optional<LocalDate> to = arguments
                .value("--to")
                .map(text -> CallDates.period("--to", text).last());
        try (Ukur ukur = call.open()) {
            MetricQuery whole = new MetricQuery(
                    arguments.operands(),
                    arguments.value("--by").map(QueryCommand::names).orElse(List.of()),
                    grain,
                    Optional.empty(),
                    arguments.value("--where"),
                    arguments
                            .value("--as-of")
                            .map(text -> CallDates.moment(
                                    "--as-of", text, ukur.settings().zone())),
                    QueryDisplay.of(arguments));
            Optional<Period> days = arguments
                    .value("--to-date")
                    .map(word -> toDate(ukur, whole, grain(word), to))
                    .or(() -> period(ukur, whole, from, to));
            Answer answer = ukur.query(whole.within(days));
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

    /** The days asked for. An open end is where the data end, which only the data can tell. */
    private static Optional<Period> period(
            Ukur ukur, MetricQuery query, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Answer.Meta> meta =
                from.isPresent() && to.isPresent() ? Optional.empty() : Optional.of(extent(ukur, query));
        LocalDate first = from.or(() -> meta.flatMap(Answer.Meta::from)).orElseGet(to::orElseThrow);
        LocalDate last = to.or(() -> meta.flatMap(Answer.Meta::to)).orElseGet(from::orElseThrow);
        if (last.isBefore(first)) {
            throw new ProblemException(Problem.error("period-backwards", Location.nowhere())
                    .with("first", first)
                    .with("last", last));
        }
        return Optional.of(new Period(first, last));
    }

    /** What days there are data for. */
    private static Answer.Meta extent(Ukur ukur, MetricQuery query) {
        return ukur.query(query.by(List.of(), Grain.TOTAL).display(Display.PLAIN))
                .meta();
    }

    /** From the beginning of the week, month, quarter or year to the last complete day, or the one asked for. */
    private static Period toDate(Ukur ukur, MetricQuery query, Grain grain, Optional<LocalDate> to) {
        LocalDate last = to.or(() -> extent(ukur, query).completeUntil())
                .orElseThrow(() -> new ProblemException(Problem.error("to-date-without-data", Location.nowhere())));
        return grain == Grain.TOTAL
                ? new Period(last, last)
                : new Period(ukur.settings().calendar().around(grain, last).first(), last);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Grain grain(String word) {
        return Grain.of(word)
                .orElseThrow(() -> new ProblemException(Problem.error("unknown-grain", Location.nowhere())
                        .with("grain", word)
                        .with("grains", Grain.words())));
    }
}
