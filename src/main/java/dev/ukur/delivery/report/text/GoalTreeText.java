package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.GoalTree;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Aims, goals and drivers, each a line, indented below what they serve. */
final class GoalTreeText {

    private static final String STEP = "  ";

    private final Messages say;
    private final Ink ink;

    GoalTreeText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String write(GoalTree tree) {
        if (tree.aims().isEmpty() && tree.goals().isEmpty()) {
            return say.text("goals.none") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (GoalTree.Branch aim : tree.aims()) {
            text.append(ink.strong(said(aim.aim().sentence())))
                    .append(" (")
                    .append(aim.aim().name())
                    .append(")\n");
            aim.goals().forEach(goal -> goal(text, goal, STEP));
        }
        tree.goals().forEach(goal -> goal(text, goal, ""));
        return text.toString();
    }

    private void goal(StringBuilder text, GoalTree.Node node, String indent) {
        Kpi kpi = node.goal().kpi();
        text.append(indent)
                .append(ink.strong(said(node.goal().sentence())))
                .append(" (")
                .append(node.goal().name());
        text.append(")\n");
        List<String> parts = new ArrayList<>(List.of(kpi.metric()));
        kpi.cadence().ifPresent(cadence -> parts.add(say.text("goals.cadence." + cadence.word())));
        kpi.owner().ifPresent(owner -> parts.add(say.text("scorecard.owner", "owner", owner)));
        line(text, indent + STEP, say.text("goals.kpi", "kpi", String.join(" · ", parts)));
        node.goal().alignment().why().ifPresent(why -> line(text, indent + STEP, said(why)));
        node.evidence().ifPresent(evidence -> line(text, indent + STEP, evidence(kpi.metric(), evidence)));
        node.drivers().forEach(driver -> driver(text, driver, indent + STEP));
        node.goals().forEach(below -> goal(text, below, indent + STEP));
    }

    private void driver(StringBuilder text, GoalTree.Driver driver, String indent) {
        String held = driver.holds()
                .map(holds -> " " + (holds ? say.text("goals.holds") : ink.bad(say.text("goals.broken"))))
                .orElse("");
        line(
                text,
                indent,
                ink.faint(say.text("goals.relation." + driver.relation().word())) + " " + driver.metric() + held);
        driver.below().forEach(below -> driver(text, below, indent + STEP));
    }

    private String evidence(String metric, GoalTree.Evidence evidence) {
        return say.text(
                "goals.evidence." + evidence.kind(),
                Map.of(
                        "metric", metric,
                        "outcome", evidence.outcome(),
                        "gain", say.formats().share(evidence.gain()),
                        "low", say.formats().share(evidence.low()),
                        "high", say.formats().share(evidence.high()),
                        "periods", evidence.periods()));
    }

    private String said(Label label) {
        return say.language().pick(label.id(), label.en());
    }

    private static void line(StringBuilder text, String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
