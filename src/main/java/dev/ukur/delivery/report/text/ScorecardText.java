package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.ContextWords;
import dev.ukur.delivery.report.KpiWords;
import dev.ukur.delivery.report.Lede;
import dev.ukur.delivery.report.Verdict;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The scorecard in a terminal. */
final class ScorecardText {

    private static final List<String> NUMBERS = List.of("now", "change", "baseline", "target");

    private final Messages say;
    private final Ink ink;

    ScorecardText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String write(String workspace, Scorecard scorecard) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> facts = Map.of("workspace", workspace, "day", scorecard.asOf());
        text.append(ink.strong(say.text("scorecard.head", facts))).append('\n');
        text.append(Lede.of(say, scorecard).plain()).append('\n');
        if (!scorecard.kpis().isEmpty()) {
            text.append('\n').append(table(scorecard));
            text.append('\n').append(ink.strong(say.text("scorecard.next"))).append('\n');
            scorecard.kpis().forEach(line -> text.append(next(scorecard, line)));
        }
        return text.toString();
    }

    private String table(Scorecard scorecard) {
        TextTable table = new TextTable()
                .words(say.text("scorecard.status"))
                .words(say.text("scorecard.kpi"))
                .words(say.text("scorecard.period"));
        NUMBERS.forEach(key -> table.numbers(say.text("scorecard." + key)));
        table.words(say.text("scorecard.due"))
                .numbers(say.text("scorecard.chance"))
                .words(say.text("scorecard.trend"));
        scorecard.kpis().forEach(line -> table.painted(row(scorecard, line)));
        return table.draw(ink);
    }

    private List<TextTable.Cell> row(Scorecard scorecard, Line line) {
        KpiWords words = new KpiWords(say, scorecard, line);
        String provisional = line.provisional() ? " *" : "";
        return List.of(
                new TextTable.Cell(mark(line.status()) + " " + words.status(), ink(line.status())),
                new TextTable.Cell(words.metric(), ink::strong),
                plain(words.period() + provisional),
                new TextTable.Cell(words.now(), ink::strong),
                new TextTable.Cell(words.change().orElse("–"), ink(words.verdict())),
                plain(words.baseline()),
                plain(words.target()),
                plain(words.due().orElse("–")),
                plain(words.chance()),
                plain(Blocks.of(line.trend())));
    }

    private String next(Scorecard scorecard, Line line) {
        KpiWords words = new KpiWords(say, scorecard, line);
        StringBuilder text = new StringBuilder();
        text.append("  ").append(words.metric()).append(": ");
        text.append(words.action().orElse(say.text("scorecard.action.none")));
        line.goal()
                .kpi()
                .owner()
                .ifPresent(owner -> text.append(" · ").append(say.text("scorecard.owner", "owner", owner)));
        text.append('\n');
        about(words).ifPresent(about -> text.append(ink.faint("    " + about)).append('\n'));
        new ContextWords(say, line)
                .all()
                .forEach((key, beside) -> text.append("    ")
                        .append(key.equals(ContextWords.GUARDRAILS) ? say.text("page." + key) + ": " : "")
                        .append(beside)
                        .append('\n'));
        words.provisional()
                .ifPresent(why -> text.append(ink.faint("    * " + why)).append('\n'));
        words.staleSince()
                .ifPresent(day -> text.append("    ")
                        .append(say.text("scorecard.stale", "day", day))
                        .append('\n'));
        words.reasons().forEach(reason -> text.append("    ").append(reason).append('\n'));
        return text.toString();
    }

    /** Verdict, gap and forecast in one line. */
    private Optional<String> about(KpiWords words) {
        List<String> parts = new java.util.ArrayList<>();
        words.change().ifPresent(change -> {
            String key = "scorecard.verdict." + words.verdict().name().toLowerCase(Locale.ROOT);
            if (words.verdict() != Verdict.OPEN) {
                parts.add(say.text(key));
            }
        });
        words.gap().ifPresent(parts::add);
        words.forecast().ifPresent(forecast -> parts.add(say.text("scorecard.forecast.line", "forecast", forecast)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static String mark(Status status) {
        return switch (status) {
            case ON_TRACK -> "✓";
            case AT_RISK -> "▲";
            case OFF_TRACK -> "✗";
            case NO_VERDICT -> "○";
        };
    }

    private UnaryOperator<String> ink(Status status) {
        return switch (status) {
            case ON_TRACK -> ink::good;
            case AT_RISK -> ink::risk;
            case OFF_TRACK -> ink::bad;
            case NO_VERDICT -> ink::faint;
        };
    }

    private UnaryOperator<String> ink(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> ink::good;
            case WORSE -> ink::bad;
            case NOISE, SAME, OPEN -> UnaryOperator.identity();
        };
    }

    private static TextTable.Cell plain(String text) {
        return new TextTable.Cell(text, UnaryOperator.identity());
    }
}
