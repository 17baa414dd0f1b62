package dev.ukur.workspace;

import dev.ukur.model.GoalDraft;
import dev.ukur.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A goal as lines of {@code goals.yaml}. */
final class GoalsText {

    private static final String PLAIN = "[A-Za-z][A-Za-z0-9 _-]*[A-Za-z0-9]|[0-9]{4}(-Q?[0-9.-]+)?";
    private static final List<String> WORDS_OF_YAML = List.of("yes", "no", "true", "false", "null", "on", "off");

    private GoalsText() {}

    /** The lines of a goal, its name at some depth. */
    static List<String> goal(GoalDraft draft, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + draft.name() + ":");
        lines.add(indent + "  goal: " + label(draft.sentence()));
        draft.why().ifPresent(why -> lines.add(indent + "  why: " + label(why)));
        draft.supports().ifPresent(wider -> lines.add(indent + "  supports: " + text(wider)));
        lines.addAll(kpi(draft.kpi(), indent + "  "));
        return lines;
    }

    /** The lines of a KPI, the word {@code kpi} at some depth. */
    static List<String> kpi(GoalDraft.KpiDraft draft, String indent) {
        List<String> lines = new ArrayList<>();
        String inside = indent + "  ";
        lines.add(indent + "kpi:");
        lines.add(inside + "metric: " + text(draft.metric()));
        draft.owner().ifPresent(owner -> lines.add(inside + "owner: " + text(owner)));
        draft.cadence().ifPresent(cadence -> lines.add(inside + "cadence: " + cadence.word()));
        list(draft.factors()).ifPresent(factors -> lines.add(inside + "factors: " + factors));
        draft.baseline().ifPresent(baseline -> lines.add(inside + "baseline: " + text(baseline)));
        draft.target().ifPresent(target -> {
            lines.add(inside + "targets:");
            String per = target.per().map(span -> ", per: " + text(span)).orElse("");
            lines.add(inside + "  - {value: " + text(target.value()) + per + ", due: " + target.due() + "}");
        });
        list(draft.guardrails()).ifPresent(guardrails -> lines.add(inside + "guardrails: " + guardrails));
        draft.action().ifPresent(action -> lines.add(inside + "action: " + label(action)));
        return lines;
    }

    private static Optional<String> list(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().map(GoalsText::text).collect(Collectors.joining(", ", "[", "]")));
    }

    private static String label(Label label) {
        return label.id().equals(label.en())
                ? text(label.id())
                : "{id: " + text(label.id()) + ", en: " + text(label.en()) + "}";
    }

    /** A text as it may stand in YAML, in quotes unless it is plain letters or a plain date. */
    private static String text(String text) {
        boolean plain = text.matches(PLAIN) && !WORDS_OF_YAML.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }
}
