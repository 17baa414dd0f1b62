package dev.ukur.workspace;

import dev.ukur.model.GoalDraft;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the text of {@code goals.yaml} and keeps all else as it was written, comments too. What is taken out stays as a
 * comment with the reason above it.
 */
final class GoalsEditor {

    private static final String KEY = "goals";

    private final String file;
    private final List<String> lines;
    private final Optional<YamlNode.Entry> goals;

    /** @param file as shown to the user */
    GoalsEditor(String file, String text) {
        this.file = file;
        this.lines = new ArrayList<>(text.lines().toList());
        this.goals = YamlParser.parse(file, text)
                .filter(YamlNode.Entries.class::isInstance)
                .flatMap(top -> entry((YamlNode.Entries) top, KEY));
    }

    /** The text with one more goal at the end of the goals. */
    String add(GoalDraft draft) {
        if (goals.isEmpty()) {
            lines.add(KEY + ":");
            lines.addAll(GoalsText.goal(draft, "  "));
            return text();
        }
        YamlNode value = goals.get().value();
        if (YamlValue.isNull(value)) {
            lines.addAll(goals.get().key().line(), GoalsText.goal(draft, "  "));
            return text();
        }
        YamlNode.Entries block = block(value, goals.get().key());
        if (entry(block, draft.name()).isPresent()) {
            throw new ProblemException(
                    Problem.error("goal-there-already", Location.of(file)).with("goal", draft.name()));
        }
        int indent = block.entries().get(0).key().column() - 1;
        lines.addAll(end(block, block.entries().size() - 1), GoalsText.goal(draft, " ".repeat(indent)));
        return text();
    }

    /** The text with another KPI for a goal; the one before stays as a comment. */
    String replaceKpi(String goal, GoalDraft.KpiDraft kpi, String note) {
        Span span = span(goal);
        YamlNode.Entries parts = block(span.value(), span.value());
        for (int i = 0; i < parts.entries().size(); i++) {
            YamlNode key = parts.entries().get(i).key();
            if (key instanceof YamlNode.Scalar scalar && scalar.text().equals("kpi")) {
                int last = i + 1 < parts.entries().size() ? end(parts, i) : span.last();
                String indent = " ".repeat(key.column() - 1);
                comment(key.line(), last, indent, note);
                lines.addAll(key.line() - 1, GoalsText.kpi(kpi, indent));
                return text();
            }
        }
        throw new ProblemException(
                Problem.error("goal-no-kpi", Location.of(file)).with("goal", goal));
    }

    /** The text without a goal, which stays as a comment. */
    String retire(String goal, String note) {
        Span span = span(goal);
        comment(span.first(), span.last(), " ".repeat(span.indent()), note);
        return text();
    }

    /** Lines of a goal, 1-based, both included, and what stands below its name. */
    private record Span(int first, int last, int indent, YamlNode value) {}

    private Span span(String goal) {
        if (goals.isPresent() && goals.get().value() instanceof YamlNode.Entries) {
            YamlNode.Entries block = block(goals.get().value(), goals.get().key());
            for (int i = 0; i < block.entries().size(); i++) {
                YamlNode.Entry entry = block.entries().get(i);
                if (entry.key() instanceof YamlNode.Scalar scalar
                        && scalar.text().equals(goal)) {
                    return new Span(
                            entry.key().line(), end(block, i), entry.key().column() - 1, entry.value());
                }
            }
        }
        throw new ProblemException(
                Problem.error("goal-not-there", Location.of(file)).with("goal", goal));
    }

    /** The last line of an entry: comments that stand no deeper than its name belong to what follows. */
    private int end(YamlNode.Entries block, int index) {
        int indent = block.entries().get(index).key().column() - 1;
        int line = index + 1 < block.entries().size()
                ? block.entries().get(index + 1).key().line() - 1
                : beforeNextTopic(block.entries().get(index).key().line());
        while (line > 0 && isBetween(lines.get(line - 1), indent)) {
            line--;
        }
        return line;
    }

    /** The line before the next key of the whole file, or the last line. */
    private int beforeNextTopic(int from) {
        int line = from;
        while (line < lines.size() && !lines.get(line).matches("[^\\s#].*")) {
            line++;
        }
        return line;
    }

    private static boolean isBetween(String line, int indent) {
        String bare = line.stripLeading();
        return bare.isEmpty() || (bare.startsWith("#") && line.length() - bare.length() <= indent);
    }

    private void comment(int first, int last, String indent, String note) {
        for (int line = first; line <= last; line++) {
            String text = lines.get(line - 1);
            if (!text.isBlank()) {
                String rest = text.startsWith(indent) ? text.substring(indent.length()) : text.stripLeading();
                lines.set(line - 1, indent + "# " + rest);
            }
        }
        lines.add(first - 1, indent + "# " + note.replaceAll("\\s+", " "));
    }

    /** A mapping written over several lines; one in braces cannot be changed line by line. */
    private YamlNode.Entries block(YamlNode value, YamlNode at) {
        boolean braces = value.line() > 0
                && lines.get(value.line() - 1).substring(value.column() - 1).startsWith("{");
        if (!(value instanceof YamlNode.Entries block) || braces) {
            throw new ProblemException(Problem.error("goals-in-braces", Location.of(file, at.line(), at.column())));
        }
        return block;
    }

    private static Optional<YamlNode.Entry> entry(YamlNode.Entries map, String key) {
        return map.entries().stream()
                .filter(entry -> entry.key() instanceof YamlNode.Scalar scalar
                        && scalar.text().equals(key))
                .findFirst();
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
