package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Suggestion;
import dev.ukur.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goals that could be set: each with its measure, why, where it stands and what goes with it. */
final class SuggestionText {

    private static final String INDENT = "   ";

    private final Messages say;
    private final Ink ink;

    SuggestionText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String write(String area, List<Suggestion> suggestions) {
        StringBuilder text = new StringBuilder(say.text("goals.suggest.head", "area", say.text("goals.area." + area)));
        text.append('\n');
        if (suggestions.isEmpty()) {
            text.append(say.text("goals.suggest.none")).append('\n');
        }
        for (int i = 0; i < suggestions.size(); i++) {
            one(text, i + 1, suggestions.get(i));
        }
        return suggestions.isEmpty()
                ? text.toString()
                : text.append('\n')
                        .append(say.text(
                                "goals.suggest.how",
                                "name",
                                suggestions.get(0).idea().name()))
                        .append('\n')
                        .toString();
    }

    private void one(StringBuilder text, int number, Suggestion suggestion) {
        text.append('\n')
                .append(number)
                .append(". ")
                .append(ink.strong(said(suggestion.idea().sentence())));
        text.append(" (").append(suggestion.idea().name()).append(")\n");
        List<String> lines = new ArrayList<>();
        lines.add(say.text(
                "goals.suggest.kpi",
                Map.of(
                        "metric", suggestion.metric().name(),
                        "label", said(suggestion.metric().label()),
                        "cadence",
                                say.text("goals.cadence."
                                        + suggestion.idea().cadence().word()))));
        lines.add(say.text("goals.suggest.why", "why", said(suggestion.idea().why())));
        if (!suggestion.computable()) {
            lines.add(say.text("goals.suggest.missing", "missing", String.join(", ", suggestion.missing())));
        }
        suggestion.start().ifPresent(start -> lines.add(start(suggestion, start)));
        if (!suggestion.factors().isEmpty()) {
            lines.add(say.text("goals.suggest.factors", "factors", String.join(", ", suggestion.factors())));
        }
        if (!suggestion.guardrails().isEmpty()) {
            lines.add(say.text("goals.suggest.guardrails", "guardrails", String.join(", ", suggestion.guardrails())));
        }
        lines.forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    private String start(Suggestion suggestion, Suggestion.Start start) {
        String now = new MetricNumbers(say.formats()).text(suggestion.metric().unit(), start.value());
        return start.written()
                .map(change ->
                        say.text("goals.suggest.start", Map.of("now", now, "change", change, "due", start.due())))
                .orElseGet(() -> say.text("goals.suggest.now", "now", now));
    }

    private String said(Label label) {
        return say.language().pick(label.id(), label.en());
    }
}
