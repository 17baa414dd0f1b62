package dev.ukur.kpis.ledger;

import dev.ukur.model.Direction;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A line of the ledger as one JSON object: number, moment, kind, goal, then what the kind holds. */
final class EntryJson implements Entry.Cases<ObjectNode> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode object = JSON.createObjectNode();

    private EntryJson() {}

    static String text(LedgerLine line) {
        EntryJson json = new EntryJson();
        json.object.put("n", line.number());
        json.object.put("at", line.at().toString());
        return line.entry().match(json).toString();
    }

    /**
     * The line of a text.
     *
     * @throws RuntimeException when it is no line of a ledger
     */
    static LedgerLine line(String text) {
        JsonNode node = JSON.readTree(text);
        return new LedgerLine(node.required("n").asInt(), Instant.parse(word(node, "at")), entry(node));
    }

    @Override
    public ObjectNode target(Entry.TargetSet entry) {
        return head("target", entry)
                .put("metric", entry.metric())
                .put("due", entry.due().toString())
                .put("level", entry.level());
    }

    @Override
    public ObjectNode retired(Entry.TargetRetired entry) {
        return head("target_retired", entry)
                .put("metric", entry.metric())
                .put("due", entry.due().toString());
    }

    @Override
    public ObjectNode replaced(Entry.KpiReplaced entry) {
        return head("kpi_replaced", entry)
                .put("before", entry.before())
                .put("metric", entry.metric())
                .put("reason", entry.reason());
    }

    @Override
    public ObjectNode goalRetired(Entry.GoalRetired entry) {
        return head("goal_retired", entry).put("metric", entry.metric()).put("reason", entry.reason());
    }

    @Override
    public ObjectNode forecast(Entry.ForecastMade entry) {
        head("forecast", entry)
                .put("metric", entry.metric())
                .put("known", entry.known().toString())
                .put("period", entry.period().toString())
                .put("value", entry.value())
                .put("low", entry.low())
                .put("high", entry.high());
        entry.wager()
                .ifPresent(wager -> object.put("level", wager.level())
                        .put("direction", wager.direction().word())
                        .put("chance", wager.chance()));
        return object;
    }

    @Override
    public ObjectNode outcome(Entry.OutcomeSeen entry) {
        return head("outcome", entry)
                .put("metric", entry.metric())
                .put("period", entry.period().toString())
                .put("value", entry.value());
    }

    @Override
    public ObjectNode review(Entry.ReviewHeld entry) {
        return head("review", entry)
                .put("period", entry.period().toString())
                .put("on", entry.on().toString());
    }

    @Override
    public ObjectNode decision(Entry.DecisionTaken entry) {
        head("decision", entry).put("metric", entry.metric()).put("text", entry.text());
        entry.owner().ifPresent(owner -> object.put("owner", owner));
        entry.expected().ifPresent(change -> object.put("expected", change));
        return object.put("by", entry.by().toString())
                .put("before", entry.before().toString());
    }

    private ObjectNode head(String kind, Entry entry) {
        return object.put("kind", kind).put("goal", entry.goal());
    }

    private static Entry entry(JsonNode node) {
        String goal = word(node, "goal");
        String kind = word(node, "kind");
        return switch (kind) {
            case "target" -> new Entry.TargetSet(goal, word(node, "metric"), day(node, "due"), number(node, "level"));
            case "target_retired" -> new Entry.TargetRetired(goal, word(node, "metric"), day(node, "due"));
            case "kpi_replaced" ->
                new Entry.KpiReplaced(goal, word(node, "before"), word(node, "metric"), word(node, "reason"));
            case "goal_retired" -> new Entry.GoalRetired(goal, word(node, "metric"), word(node, "reason"));
            case "forecast" -> forecast(goal, node);
            case "outcome" ->
                new Entry.OutcomeSeen(goal, word(node, "metric"), period(node, "period"), number(node, "value"));
            case "review" -> new Entry.ReviewHeld(goal, period(node, "period"), day(node, "on"));
            case "decision" -> decision(goal, node);
            default -> throw new IllegalArgumentException("no entry of kind " + kind);
        };
    }

    private static Entry forecast(String goal, JsonNode node) {
        Optional<Entry.Wager> wager = node.has("chance")
                ? Optional.of(new Entry.Wager(
                        number(node, "level"),
                        Direction.of(word(node, "direction")).orElseThrow(),
                        number(node, "chance")))
                : Optional.empty();
        return new Entry.ForecastMade(
                goal,
                word(node, "metric"),
                period(node, "known"),
                period(node, "period"),
                number(node, "value"),
                number(node, "low"),
                number(node, "high"),
                wager);
    }

    private static Entry decision(String goal, JsonNode node) {
        return new Entry.DecisionTaken(
                goal,
                word(node, "metric"),
                word(node, "text"),
                node.has("owner") ? Optional.of(word(node, "owner")) : Optional.empty(),
                node.has("expected") ? Optional.of(number(node, "expected")) : Optional.empty(),
                day(node, "by"),
                period(node, "before"));
    }

    private static String word(JsonNode node, String key) {
        return node.required(key).asString();
    }

    private static double number(JsonNode node, String key) {
        return node.required(key).asDouble();
    }

    private static LocalDate day(JsonNode node, String key) {
        return LocalDate.parse(word(node, key));
    }

    private static Period period(JsonNode node, String key) {
        String[] ends = word(node, key).split("\\.\\.", 2);
        return new Period(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }
}
