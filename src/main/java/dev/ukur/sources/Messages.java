package dev.ukur.sources;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Input;
import dev.ukur.sources.read.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Messages of a Singer tap or an Airbyte source, a line of JSON each: the records of each stream become a file of their
 * own, and the last state is kept for the tap's next run. Of records with the same key the last one counts, as both
 * protocols want it.
 */
final class Messages {

    /** Kinds of message that hold no records. */
    private static final Set<String> ASIDE =
            Set.of("ACTIVATE_VERSION", "LOG", "SPEC", "CATALOG", "CONNECTION_STATUS", "CONTROL");

    /**
     * What a stream of messages held.
     *
     * @param streams the records of each stream, in the order of their first message
     * @param state the last state, as JSON
     */
    record Split(List<Input> streams, Optional<String> state) {}

    private final String file;
    private final Spool spool;
    private final Map<String, StreamFile> streams = new LinkedHashMap<>();
    private final Set<String> described = new HashSet<>();
    private @Nullable JsonNode state;

    private Messages(String file, Spool spool) {
        this.file = file;
        this.spool = spool;
    }

    /** Whether records are messages: each says its kind, and the first one what only messages hold. */
    static boolean are(Content content) {
        if (content.kind() != Content.Kind.NDJSON) {
            return false;
        }
        try (Records records = content.records()) {
            Records.Item first = records.next();
            return first != null && isMessage(first.node());
        } catch (ProblemException e) {
            return false; // it is told when it is read
        }
    }

    private static boolean isMessage(JsonNode node) {
        String type = node.path("type").asString("");
        return switch (type) {
            case "SCHEMA" ->
                node.path("stream").isString() && node.path("schema").isObject();
            case "RECORD" -> node.path("record").isObject();
            case "STATE" -> node.has("value") || node.path("state").isObject();
            case "ACTIVATE_VERSION", "BATCH" -> node.path("stream").isString();
            case "LOG", "TRACE" ->
                node.path(type.toLowerCase(java.util.Locale.ROOT)).isObject();
            default -> ASIDE.contains(type);
        };
    }

    /**
     * Parts the messages of a file.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-batch}, {@code message-without-schema} or
     *     {@code source-gave-up}, each at its line
     */
    static Split split(Content content, Spool spool) {
        Messages messages = new Messages(content.input().name(), spool);
        try (Records records = content.records()) {
            for (Records.Item item = records.next(); item != null; item = records.next()) {
                messages.take(item);
            }
            List<Input> inputs = new ArrayList<>();
            messages.streams.forEach((name, stream) -> inputs.add(
                    new Input(content.input().name() + "!" + name + ".jsonl", stream.finish(), Optional.empty())));
            return new Split(inputs, Optional.ofNullable(messages.state).map(JsonNode::toString));
        } finally {
            messages.streams.values().forEach(StreamFile::close);
        }
    }

    private void take(Records.Item item) {
        JsonNode node = item.node();
        String type = node.path("type").asString("");
        switch (type) {
            case "SCHEMA" -> describe(node);
            case "RECORD" -> record(item);
            case "STATE" -> state = node.has("value") ? node.path("value") : node.path("state");
            case "TRACE" -> refuseFailure(item);
            case "BATCH" ->
                throw new ProblemException(problem("message-batch", item)
                        .with("stream", node.path("stream").asString("-")));
            default -> {
                if (!ASIDE.contains(type)) {
                    throw new ProblemException(
                            problem("message-unknown", item).with("type", type.isEmpty() ? "-" : type));
                }
            }
        }
    }

    /** A tap may describe a stream again in the middle; the key holds from there on. */
    private void describe(JsonNode message) {
        String stream = message.path("stream").asString("");
        described.add(stream);
        List<String> key = new ArrayList<>();
        message.path("key_properties").forEach(name -> key.add(name.asString()));
        stream(stream).keyedBy(key);
    }

    private void record(Records.Item item) {
        JsonNode message = item.node();
        if (message.path("stream").isString()) {
            String stream = message.path("stream").stringValue();
            if (!described.contains(stream)) {
                throw new ProblemException(
                        problem("message-without-schema", item).with("stream", stream));
            }
            stream(stream).add(message.path("record"));
            return;
        }
        JsonNode record = message.path("record");
        if (!record.path("stream").isString() || !record.path("data").isObject()) {
            throw new ProblemException(problem("message-unknown", item).with("type", "RECORD"));
        }
        stream(record.path("stream").stringValue()).add(record.path("data"));
    }

    /** What an Airbyte source says when it stops half-way: then its records are only a part, without a word of which. */
    private void refuseFailure(Records.Item item) {
        JsonNode trace = item.node().path("trace");
        if (trace.path("type").asString("").equals("ERROR")) {
            throw new ProblemException(problem("source-gave-up", item)
                    .with("detail", trace.path("error").path("message").asString("-")));
        }
    }

    private StreamFile stream(String name) {
        return streams.computeIfAbsent(name, any -> new StreamFile(spool.file()));
    }

    private Problem problem(String code, Records.Item item) {
        return Problem.error(code, Location.of(file, (int) Math.min(item.line(), Integer.MAX_VALUE)));
    }
}
