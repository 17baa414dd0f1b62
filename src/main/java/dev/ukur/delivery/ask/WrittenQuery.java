package dev.ukur.delivery.ask;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.time.WrittenDates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A question for numbers, from the metrics named and the options {@code by}, {@code grain}, {@code from}, ... */
public final class WrittenQuery {

    private final List<String> metrics;
    private final Options options;

    public WrittenQuery(List<String> metrics, Options options) {
        this.metrics = List.copyOf(metrics);
        this.options = options;
    }

    /** How time is cut; in one piece when not said. */
    public Grain grain() {
        return options.value("grain").map(this::grain).orElse(Grain.TOTAL);
    }

    /**
     * The question. An open end of its days is where the data end, which only the workspace can tell.
     *
     * @throws ProblemException naming the option that cannot be read
     */
    public MetricQuery query(Ukur ukur) {
        Optional<LocalDate> from = options.value("from")
                .map(text -> WrittenDates.period(options.written("from"), text).first());
        Optional<LocalDate> to = options.value("to")
                .map(text -> WrittenDates.period(options.written("to"), text).last());
        MetricQuery whole = new MetricQuery(
                metrics,
                options.value("by").map(WrittenQuery::names).orElse(List.of()),
                grain(),
                Optional.empty(),
                options.value("where"),
                options.value("as-of")
                        .map(text -> WrittenDates.moment(
                                options.written("as-of"), text, ukur.settings().zone())),
                new WrittenDisplay(options).read());
        Optional<Period> days = options.value("to-date")
                .map(word -> toDate(ukur, whole, grain(word), to))
                .or(() -> period(ukur, whole, from, to));
        return whole.within(days);
    }

    private static Optional<Period> period(
            Ukur ukur, MetricQuery query, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Answer.Meta> meta =
                from.isPresent() && to.isPresent() ? Optional.empty() : Optional.of(extent(ukur, query));
        LocalDate first = from.or(() -> meta.flatMap(Answer.Meta::from)).orElseGet(to::orElseThrow);
        LocalDate last = to.or(() -> meta.flatMap(Answer.Meta::to)).orElseGet(from::orElseThrow);
        return Optional.of(WrittenDates.between(first, last));
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

    private Grain grain(String word) {
        return Grain.of(word)
                .orElseThrow(() -> new ProblemException(Problem.error("unknown-grain", Location.nowhere())
                        .with("grain", word)
                        .with("grains", Grain.words())));
    }
}
