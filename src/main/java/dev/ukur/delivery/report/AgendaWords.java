package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
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
import java.util.stream.Collectors;

/**
 * What the agenda of a review says; the same in terminal, minutes and page.
 *
 * @param say the language spoken
 * @param agenda what is said of
 */
public record AgendaWords(Messages say, Agenda agenda) {

    /** How many KPIs wait. */
    public String lede() {
        return agenda.items().isEmpty()
                ? say.text("scorecard.lede.empty")
                : say.text(
                        "review.lede",
                        Map.of(
                                "count",
                                agenda.items().stream().filter(Item::due).count(),
                                "all",
                                agenda.items().size()));
    }

    /** A KPI, whether its last period waits to be reviewed, and who answers for it. */
    public String title(Item item) {
        KpiWords words = words(item);
        List<String> parts = new ArrayList<>(List.of(words.metric()));
        parts.add(say.text(item.due() ? "review.due" : "review.done", "period", words.period()));
        item.line().goal().kpi().owner().ifPresent(owner -> parts.add(say.text("scorecard.owner", "owner", owner)));
        return String.join(" · ", parts);
    }

    /** Where it stands, what was promised and what is next; one sentence each. */
    public List<String> points(Item item) {
        KpiWords words = words(item);
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

    private KpiWords words(Item item) {
        List<Scorecard.Line> lines = agenda.items().stream().map(Item::line).toList();
        return new KpiWords(say, new Scorecard(agenda.asOf(), lines, List.of()), item.line());
    }
}
