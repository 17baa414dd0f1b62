package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.UnsettledWords;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sentences under the numbers of a page: how far the data go, where they come from, and, once a page, what to know. */
final class Words {

    private final Messages say;
    private final Set<String> told = new HashSet<>();

    Words(Messages say) {
        this.say = say;
    }

    /** What to say under an answer; a warning that stands higher on the page is not said again. */
    String source(Answer answer) {
        List<String> parts = new ArrayList<>();
        answer.meta()
                .completeUntil()
                .ifPresent(day ->
                        parts.add(say.text("page.until", "day", say.formats().date(day))));
        answer.meta()
                .provisionalFrom()
                .ifPresent(day -> parts.add(
                        say.text("web.provisional", Map.of("day", say.formats().date(day)))));
        parts.addAll(new UnsettledWords(say).of(answer));
        if (!answer.meta().sources().isEmpty()) {
            parts.add(say.text(
                    "web.sources", "sources", String.join(", ", answer.meta().sources())));
        }
        answer.meta().warnings().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .map(say::sentence)
                .filter(told::add)
                .forEach(parts::add);
        return String.join(" ", parts);
    }
}
