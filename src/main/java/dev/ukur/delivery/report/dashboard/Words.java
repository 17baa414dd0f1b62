package dev.ukur.delivery.report.dashboard;

import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sentences under numbers: how far the data go, where they come from, what to know. */
final class Words {

    private Words() {}

    static String source(Messages say, Answer answer) {
        List<String> parts = new ArrayList<>();
        answer.meta()
                .completeUntil()
                .ifPresent(day ->
                        parts.add(say.text("page.until", "day", say.formats().date(day))));
        answer.meta()
                .provisionalFrom()
                .ifPresent(day -> parts.add(
                        say.text("web.provisional", Map.of("day", say.formats().date(day)))));
        if (!answer.meta().sources().isEmpty()) {
            parts.add(say.text(
                    "web.sources", "sources", String.join(", ", answer.meta().sources())));
        }
        answer.meta().warnings().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .map(say::sentence)
                .distinct()
                .forEach(parts::add);
        return String.join(" ", parts);
    }
}
