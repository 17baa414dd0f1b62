package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.KpiWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.Verdict;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Agenda.Item;
import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Trust.Judged;
import dev.ukur.model.MetricUnit;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The agenda of a review: for a terminal, or as Markdown for minutes. */
final class AgendaText {

    private final Messages say;
    private final Form form;

    /** How head, goal and point are set apart. */
    private record Form(UnaryOperator<String> head, UnaryOperator<String> goal, String point) {}

    private AgendaText(Messages say, Form form) {
        this.say = say;
        this.form = form;
    }

    static AgendaText terminal(Messages say, Ink ink) {
        return new AgendaText(say, new Form(ink::strong, ink::strong, "  "));
    }

    static AgendaText markdown(Messages say) {
        return new AgendaText(say, new Form(text -> "# " + text + "\n", text -> "## " + text + "\n", "- "));
    }

    String write(String workspace, Agenda agenda) {
        StringBuilder text = new StringBuilder();
        line(text, form.head().apply(say.text("review.head", Map.of("workspace", workspace, "day", agenda.asOf()))));
        long due = agenda.items().stream().filter(Item::due).count();
        line(
                text,
                agenda.items().isEmpty()
                        ? say.text("scorecard.lede.empty")
                        : say.text(
                                "review.lede",
                                Map.of("count", due, "all", agenda.items().size())));
        for (Item item : agenda.items()) {
            line(text, "");
            line(text, form.goal().apply(title(agenda, item)));
            points(agenda, item).forEach(point -> line(text, form.point() + point));
        }
        if (due > 0) {
            line(text, "");
            line(text, say.text("review.how"));
        }
        return text.toString();
    }

    private String title(Agenda agenda, Item item) {
        KpiWords words = words(agenda, item);
        List<String> parts = new ArrayList<>(List.of(words.metric()));
        parts.add(say.text(item.due() ? "review.due" : "review.done", "period", words.period()));
        item.line().goal().kpi().owner().ifPresent(owner -> parts.add(say.text("scorecard.owner", "owner", owner)));
        return String.join(" · ", parts);
    }

    private List<String> points(Agenda agenda, Item item) {
        KpiWords words = words(agenda, item);
        List<String> points = new ArrayList<>();
        points.add(words.goal());
        points.add(standing(words));
        if (!item.missed().isEmpty()) {
            points.add(say.text("review.missed", "periods", periods(item.missed())));
        }
        MetricUnit unit = item.line().metric().unit();
        item.promised().forEach(judged -> points.add(say.text("review.promised", "decision", decision(judged, unit))));
        item.open().forEach(judged -> points.add(say.text("review.open", "decision", decision(judged, unit))));
        words.action().ifPresent(action -> points.add(say.text("review.action", "action", action)));
        return points;
    }

    private String standing(KpiWords words) {
        List<String> parts = new ArrayList<>(List.of(words.now()));
        words.change().ifPresent(change -> parts.add(change + verdict(words)));
        words.gap().ifPresent(parts::add);
        parts.add(words.status() + " (" + say.text("review.chance", "chance", words.chance()) + ")");
        return String.join("; ", parts);
    }

    private String verdict(KpiWords words) {
        return words.verdict() == Verdict.OPEN
                ? ""
                : " " + say.text("scorecard.verdict." + words.verdict().name().toLowerCase(Locale.ROOT));
    }

    private String periods(List<Period> periods) {
        return periods.stream().map(period -> say.formats().period(period)).collect(Collectors.joining(", "));
    }

    /** The decision, who and when, what was expected, and what followed where that is known. */
    private String decision(Judged judged, MetricUnit unit) {
        DecisionTaken decision = judged.decision();
        List<String> parts = new ArrayList<>(List.of(decision.text()));
        decision.owner().ifPresent(owner -> parts.add(say.text("scorecard.owner", "owner", owner)));
        parts.add(say.text("review.by", "day", decision.by()));
        changes(judged, unit).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private Optional<String> changes(Judged judged, MetricUnit unit) {
        MetricNumbers numbers = new MetricNumbers(say.formats());
        List<String> parts = new ArrayList<>();
        judged.decision()
                .expected()
                .ifPresent(change -> parts.add(say.text("review.expected", "change", numbers.change(unit, change))));
        judged.measured()
                .ifPresent(change -> parts.add(say.text("review.followed", "change", numbers.change(unit, change))));
        judged.against()
                .ifPresent(against -> parts.add(say.text(
                        against.isClear() ? "review.effect.clear" : "review.effect.unclear",
                        "change",
                        numbers.change(unit, against.effect()))));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private KpiWords words(Agenda agenda, Item item) {
        List<dev.ukur.kpis.Scorecard.Line> lines =
                agenda.items().stream().map(Item::line).toList();
        return new KpiWords(say, new dev.ukur.kpis.Scorecard(agenda.asOf(), lines, List.of()), item.line());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
