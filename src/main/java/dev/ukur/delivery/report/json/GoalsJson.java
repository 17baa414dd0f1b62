package dev.ukur.delivery.report.json;

import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.Suggestion;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import java.util.Map;

/** Goals as a tree, and goals that could be set. */
final class GoalsJson {

    private GoalsJson() {}

    static void tree(Json json, GoalTree tree) {
        json.array("aims", tree.aims(), GoalsJson::aim).array("goals", tree.goals(), GoalsJson::goal);
    }

    static void suggestion(Json json, Suggestion suggestion) {
        json.put("name", suggestion.idea().name())
                .put("goal", label(suggestion.idea().sentence()))
                .put("why", label(suggestion.idea().why()))
                .put("metric", suggestion.metric().name())
                .put("cadence", suggestion.idea().cadence().word())
                .put("factors", suggestion.factors())
                .put("guardrails", suggestion.guardrails())
                .put("action", label(suggestion.idea().action()))
                .put("computable", suggestion.computable())
                .put("missing", suggestion.missing())
                .put(
                        "baseline",
                        suggestion.start().map(start -> start.baseline().toString()))
                .put("now", suggestion.start().map(Suggestion.Start::value))
                .put("change", suggestion.start().flatMap(Suggestion.Start::change))
                .put("due", suggestion.start().map(Suggestion.Start::due));
    }

    private static void aim(Json json, GoalTree.Branch branch) {
        json.put("name", branch.aim().name())
                .put("aim", label(branch.aim().sentence()))
                .array("goals", branch.goals(), GoalsJson::goal);
    }

    private static void goal(Json json, GoalTree.Node node) {
        Kpi kpi = node.goal().kpi();
        json.put("name", node.goal().name())
                .put("goal", label(node.goal().sentence()))
                .put("why", node.goal().alignment().why().map(GoalsJson::label))
                .put("metric", kpi.metric())
                .put("known", node.metric().isPresent())
                .put("owner", kpi.owner())
                .put("cadence", kpi.cadence().map(cadence -> cadence.word()));
        node.evidence()
                .ifPresentOrElse(
                        evidence -> json.object("evidence", inside -> evidence(inside, evidence)),
                        () -> json.put("evidence", null));
        json.array("drivers", node.drivers(), GoalsJson::driver).array("goals", node.goals(), GoalsJson::goal);
    }

    private static void evidence(Json json, GoalTree.Evidence evidence) {
        json.put("outcome", evidence.outcome())
                .put("kind", evidence.kind())
                .put("gain", evidence.gain())
                .put("low", evidence.low())
                .put("high", evidence.high())
                .put("periods", evidence.periods());
    }

    private static void driver(Json json, GoalTree.Driver driver) {
        json.put("metric", driver.metric())
                .put("relation", driver.relation().word())
                .put("holds", driver.holds())
                .array("drivers", driver.below(), GoalsJson::driver);
    }

    private static Map<String, String> label(Label label) {
        return new java.util.TreeMap<>(Map.of("id", label.id(), "en", label.en()));
    }
}
