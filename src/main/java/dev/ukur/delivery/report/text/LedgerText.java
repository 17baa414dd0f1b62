package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Entry;
import dev.ukur.kpis.ledger.LedgerLine;
import dev.ukur.kpis.ledger.Trust;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger: how far it can be trusted, or line by line. Numbers of lines are written as the file has them. */
final class LedgerText {

    private final Messages say;
    private final Ink ink;

    LedgerText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    /** One card a goal. */
    String trust(Book book) {
        if (book.lines().isEmpty()) {
            return say.text("ledger.empty") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Trust trust : book.trust()) {
            text.append(ink.strong(trust.goal() + " · " + trust.metric())).append('\n');
            text.append("  ").append(ranges(trust)).append('\n');
            bias(trust).ifPresent(line -> text.append("  ").append(line).append('\n'));
            trust.brier()
                    .ifPresent(score -> text.append("  ")
                            .append(say.text(
                                    "ledger.brier",
                                    Map.of("score", say.formats().ratio(score), "count", trust.wagers())))
                            .append('\n'));
            if (!trust.decisions().isEmpty()) {
                text.append("  ")
                        .append(say.text(
                                "ledger.decisions", "count", trust.decisions().size()))
                        .append('\n');
                judged(trust).ifPresent(line -> text.append("  ").append(line).append('\n'));
            }
        }
        text.append(say.text("ledger.whole", "count", book.lines().size())).append('\n');
        return text.toString();
    }

    private String ranges(Trust trust) {
        return trust.forecasts() == 0
                ? say.text("ledger.ranges.none")
                : say.text("ledger.ranges", Map.of("inside", trust.inside(), "count", trust.forecasts()));
    }

    private Optional<String> judged(Trust trust) {
        List<Trust.Judged> judged = trust.judged();
        long right =
                judged.stream().filter(one -> one.asExpected().orElseThrow()).count();
        return judged.isEmpty()
                ? Optional.empty()
                : Optional.of(say.text("ledger.judged", Map.of("right", right, "count", judged.size())));
    }

    private Optional<String> bias(Trust trust) {
        return trust.bias()
                .map(bias -> say.text(
                        bias > 0 ? "ledger.bias.high" : bias < 0 ? "ledger.bias.low" : "ledger.bias.none",
                        "size",
                        say.formats().share(Math.abs(bias))));
    }

    /** Every line, oldest first. */
    String lines(Book book, ZoneId zone) {
        TextTable table = new TextTable()
                .numbers(say.text("ledger.number"))
                .words(say.text("ledger.at"))
                .words(say.text("ledger.goal"))
                .words(say.text("ledger.entry"));
        for (LedgerLine line : book.lines()) {
            table.row(List.of(
                    String.valueOf(line.number()),
                    say.formats().moment(line.at().atZone(zone)),
                    line.entry().goal(),
                    line.entry().match(new EntryWords(say))));
        }
        return table.draw(ink);
    }

    /** Six digits are enough to read; the file and the JSON form have all of them. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** One entry in a sentence. */
    private record EntryWords(Messages say) implements Entry.Cases<String> {

        @Override
        public String target(Entry.TargetSet entry) {
            return say.text(
                    "ledger.target",
                    Map.of("metric", entry.metric(), "level", number(entry.level()), "due", entry.due()));
        }

        @Override
        public String retired(Entry.TargetRetired entry) {
            return say.text("ledger.retired", Map.of("metric", entry.metric(), "due", entry.due()));
        }

        @Override
        public String replaced(Entry.KpiReplaced entry) {
            return say.text(
                    "ledger.replaced",
                    Map.of("before", entry.before(), "metric", entry.metric(), "reason", entry.reason()));
        }

        @Override
        public String goalRetired(Entry.GoalRetired entry) {
            return say.text("ledger.goal_retired", Map.of("metric", entry.metric(), "reason", entry.reason()));
        }

        @Override
        public String forecast(Entry.ForecastMade entry) {
            return say.text(
                    "ledger.forecast",
                    Map.of(
                            "metric",
                            entry.metric(),
                            "period",
                            say.formats().period(entry.period()),
                            "value",
                            number(entry.value()),
                            "low",
                            number(entry.low()),
                            "high",
                            number(entry.high())));
        }

        @Override
        public String outcome(Entry.OutcomeSeen entry) {
            return say.text(
                    "ledger.outcome",
                    Map.of(
                            "metric",
                            entry.metric(),
                            "period",
                            say.formats().period(entry.period()),
                            "value",
                            number(entry.value())));
        }

        @Override
        public String review(Entry.ReviewHeld entry) {
            return say.text("ledger.review", "period", say.formats().period(entry.period()));
        }

        @Override
        public String decision(Entry.DecisionTaken entry) {
            return say.text("ledger.decision", Map.of("text", entry.text(), "by", entry.by()));
        }
    }
}
