package dev.ukur.sources;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.TraceRules;
import dev.ukur.model.TrafficRules;
import dev.ukur.sources.cell.CellText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills source, medium, campaign, channel and their kin of a row from the traces its source carries. */
final class TrafficStep {

    private static final int MOST_REMEMBERED = 10_000;

    /** What each column can be learned from. */
    private static final Map<String, Set<String>> LEARNED_FROM = Map.of(
            "source", Set.of("source", "source_medium", "named", "referrer", "url"),
            "medium", Set.of("medium", "source_medium", "named", "referrer", "url"),
            "campaign", Set.of("campaign", "url"),
            "term", Set.of("term", "url"),
            "content", Set.of("content", "url"),
            "click_id_type", Set.of("url"),
            "is_campaign", Set.of("source", "medium", "campaign", "url"));

    private final TrafficRules rules;
    private final ChannelRules channels;
    private final TraceReader reader;
    private final ReadContext context;
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<Trace, ChannelRules.Channel> remembered = new HashMap<>();

    /** @param mends whether the words of campaigns are mended: not where they tell the rows of a report apart */
    TrafficStep(TrafficRules rules, PlanSteps.Parts parts, Table table, boolean mends) {
        this.rules = rules;
        this.channels = parts.channels();
        this.reader = new TraceReader(channels, mends ? channels.traces().repairs() : TraceRules.NONE.repairs());
        this.context = parts.context();
        for (Map.Entry<String, HeaderMatch> field : rules.fields().entrySet()) {
            int index = table.index(field.getValue());
            if (index >= 0) {
                fields.put(field.getKey(), index);
            }
        }
    }

    /** The columns it can fill in this file. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        LEARNED_FROM.forEach((column, parts) -> {
            if (parts.stream().anyMatch(fields::containsKey)) {
                columns.add(column);
            }
        });
        if (!fields.isEmpty()) {
            columns.add("channel");
            columns.add("is_paid");
        }
        return columns;
    }

    /** Fields of the file it reads. */
    Set<Integer> used() {
        return Set.copyOf(fields.values());
    }

    /** What the row's traces say, by column; null where they say nothing. */
    Map<String, @Nullable Object> read(SourceRow row) {
        Trace trace = reader.read(part -> text(row, part));
        String stated = text(row, "stated");
        Map<String, @Nullable Object> values = new HashMap<>();
        if (stated.isEmpty() && trace.isEmpty()) {
            trace = rules.silence() ? trace.from("(direct)", "(none)") : trace;
        }
        if (!stated.isEmpty() || !trace.isEmpty()) {
            ChannelRules.Channel channel = stated.isEmpty() ? classify(trace) : channels.state(stated);
            values.put("channel", channel.name());
            values.put("is_paid", channel.paid().orElse(null));
        }
        values.put("source", orNull(trace.source()));
        values.put("medium", orNull(trace.medium()));
        values.put("campaign", orNull(trace.campaign()));
        values.put("term", orNull(trace.term()));
        values.put("content", orNull(trace.content()));
        values.put("click_id_type", orNull(trace.clickIdType()));
        values.put("is_campaign", trace.tagged());
        return values;
    }

    private ChannelRules.Channel classify(Trace trace) {
        Trace key = Trace.stated(trace.source(), trace.medium(), trace.campaign());
        ChannelRules.Channel known = remembered.get(key);
        if (known == null) {
            known = channels.classify(trace.source(), trace.medium(), trace.campaign());
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(key, known);
            }
        }
        return known;
    }

    private String text(SourceRow row, String part) {
        Integer field = fields.get(part);
        if (field == null) {
            return "";
        }
        String text = row.cell(field).text();
        return context.nulls().matches(text) ? "" : context.persons().without(CellText.trim(text));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
