package dev.ukur.insights.benchmark;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.metrics.Answer;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The own number beside those that others published, each over the days the publisher speaks of.
 *
 * @param asked the metric
 * @param pairs one a publisher and one measured
 */
record Rivals(Subject asked, List<Pair> pairs) {

    /**
     * One published number beside the own one over the same days.
     *
     * @param own empty where the data do not reach
     * @param open whether the own number is not final yet
     */
    record Pair(Rival rival, Optional<Own> own, boolean open) {}

    /** The own value with the ends of its interval, which are the value itself where the metric has none. */
    record Own(double value, double low, double high) {}

    Rivals {
        pairs = List.copyOf(pairs);
    }

    static Rivals of(Desk desk, Subject asked, Optional<LocalDate> asOf) {
        return new Rivals(
                asked,
                Rival.of(desk, asked.metric().name()).stream()
                        .filter(rival -> asOf.isEmpty() || !rival.days().last().isAfter(asOf.get()))
                        .map(rival -> pair(desk, asked, rival))
                        .toList());
    }

    /** Says how the own number stands against each. */
    void tell(Finding.Draft draft) {
        pairs.forEach(pair -> draft.reason(sentence(pair)));
        draft.evidence(table());
        String loose = pairs.stream()
                .filter(pair -> !pair.rival().looseness().equals("close"))
                .map(pair -> pair.rival().who())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!loose.isEmpty()) {
            draft.caveat(Sentence.of("benchmark-loose").with("who", loose));
        }
        if (pairs.isEmpty()) {
            draft.caveat(Sentence.of("benchmark-no-rivals")
                    .with("metric", asked.metric().name()));
        }
    }

    private Sentence sentence(Pair pair) {
        Rival rival = pair.rival();
        MetricUnit unit = asked.metric().unit();
        Sentence sentence = Sentence.of("benchmark-rival-" + word(pair))
                .with("who", rival.who())
                .with("provider", rival.provider())
                .with("period", Term.days(rival.days()))
                .with("theirs", new Term.Amount(rival.value(), unit));
        return pair.own()
                .map(own -> sentence.with("ours", new Term.Amount(own.value(), unit))
                        .with("index", Benchmark.index(own.value(), rival.value())))
                .orElse(sentence);
    }

    /** What may honestly be said: whoever cannot be told apart is not ranked. */
    private String word(Pair pair) {
        if (pair.own().isEmpty() || pair.open()) {
            return pair.open() ? "open" : "unknown";
        }
        Own own = pair.own().get();
        boolean rough = pair.rival().looseness().equals("rough");
        if (rough || !pair.rival().differsFrom(own.low(), own.high())) {
            return "same";
        }
        boolean higher = own.value() > pair.rival().value();
        Direction direction = asked.metric().direction();
        if (direction == Direction.NEUTRAL) {
            return higher ? "higher" : "lower";
        }
        return higher == (direction == Direction.UP) ? "behind" : "ahead";
    }

    private Evidence table() {
        MetricUnit unit = asked.metric().unit();
        Evidence table = Evidence.of("rivals")
                .words("who")
                .words("provider")
                .time("period")
                .number("theirs")
                .number("ours")
                .number("index")
                .words("looseness")
                .words("method");
        List<List<Term>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            Rival rival = pair.rival();
            Term theirs = rival.low().isPresent() && rival.high().isPresent()
                    ? new Term.Between(
                            rival.value(), rival.low().get(), rival.high().get(), unit)
                    : new Term.Amount(rival.value(), unit);
            rows.add(List.of(
                    new Term.Text(rival.who()),
                    new Term.Text(rival.provider()),
                    Term.days(rival.days()),
                    theirs,
                    Term.amount(pair.own().map(Own::value), unit),
                    pair.own()
                            .filter(own -> !pair.open())
                            .map(own -> Benchmark.index(own.value(), rival.value()))
                            .orElse(Term.UNKNOWN),
                    Term.words("looseness-" + rival.looseness()),
                    Term.text(rival.method())));
        }
        return table.rows(rows);
    }

    private static Pair pair(Desk desk, Subject asked, Rival rival) {
        Answer answer = desk.metrics().query(asked.total(rival.days()));
        return new Pair(
                rival,
                own(answer, asked, rival),
                asked.unsettled(answer, rival.days()).isPresent());
    }

    /** The own number over the publisher's days; empty when the data do not cover them. */
    private static Optional<Own> own(Answer answer, Subject asked, Rival rival) {
        String name = asked.metric().name();
        boolean covered = answer.meta().partial().isEmpty()
                && answer.meta()
                        .completeUntil()
                        .filter(day -> !rival.days().last().isAfter(day))
                        .isPresent();
        if (!covered || answer.rows().isEmpty()) {
            return Optional.empty();
        }
        boolean ends =
                answer.columns().stream().anyMatch(column -> column.name().equals(name + "_low"));
        return answer.number(0, name)
                .map(value -> new Own(
                        value,
                        ends ? answer.number(0, name + "_low").orElse(value) : value,
                        ends ? answer.number(0, name + "_high").orElse(value) : value));
    }
}
