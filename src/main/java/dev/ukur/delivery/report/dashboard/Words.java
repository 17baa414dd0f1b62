package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.UnsettledWords;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Label;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences under the numbers of a page: how far the data go, where they come from, and, once a page, what to know. Metrics, tables
 * and dimensions are called as people call them, not as they are called in files.
 */
final class Words {

    private static final String DIMENSIONS = "dimensions";
    private static final Set<String> METRICS = Set.of("metric", "measure", "factor", "guardrail");
    private static final Set<String> TABLES = Set.of("table", "used", "unused");

    private final Messages say;
    private final List<CatalogueEntry> catalogue;
    private final Set<String> told = new HashSet<>();

    Words(Messages say, List<CatalogueEntry> catalogue) {
        this.say = say;
        this.catalogue = catalogue;
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
                .map(this::sentence)
                .filter(told::add)
                .forEach(parts::add);
        return String.join(" ", parts);
    }

    /** What is wrong, with metrics and tables as people call them. */
    String sentence(Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        problem.facts()
                .forEach((fact, value) -> facts.put(fact, value instanceof String name ? called(fact, name) : value));
        String own = "web.note." + problem.code();
        return say.text(say.knows(own) ? own : "problem." + problem.code(), facts);
    }

    private String called(String fact, String name) {
        if (METRICS.contains(fact)) {
            return metric(name);
        }
        if (TABLES.contains(fact)) {
            return table(name);
        }
        return fact.equals(DIMENSIONS)
                ? Stream.of(name.split(", ")).map(this::dimension).collect(Collectors.joining(", "))
                : name;
    }

    /** The label of a metric; its name where there is none. */
    String metric(String name) {
        return known(name).orElse(name);
    }

    /** The label of a metric; empty where there is none of that name. */
    Optional<String> known(String name) {
        return catalogue.stream()
                .map(CatalogueEntry::metric)
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .map(metric -> label(metric.label()));
    }

    /** A label in the language spoken. */
    String label(Label label) {
        return say.language().pick(label.id(), label.en());
    }

    /** What a canonical table holds. */
    String table(String name) {
        return say.knows("web.table." + name) ? say.text("web.table." + name) : name;
    }

    private String dimension(String name) {
        return say.knows("web.dim." + name) ? say.text("web.dim." + name).toLowerCase(Locale.ROOT) : name;
    }
}
