package dev.ukur.sources;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records of JSON: one row a line, an element of an array, or a member of an object. Fields are JSON pointers. */
final class JsonTable implements Table, Fields {

    private final Content content;
    private final Optional<String> rows;
    private final List<HeaderMatch> fields;

    JsonTable(Content content, SourceProfile profile) {
        this.content = content;
        this.rows = profile.layout().rows();
        this.fields = List.copyOf(used(profile));
    }

    /** Every name the profile reads; one field each, so that a row is looked through once. */
    private static Set<HeaderMatch> used(SourceProfile profile) {
        Set<HeaderMatch> used = new LinkedHashSet<>();
        for (ColumnRule rule : profile.columns()) {
            rule.value()
                    .match(new ColumnValue.Cases<Optional<HeaderMatch>>() {
                        @Override
                        public Optional<HeaderMatch> read(ColumnValue.Read read) {
                            return Optional.of(read.from());
                        }

                        @Override
                        public Optional<HeaderMatch> derived(ColumnValue.Derived derived) {
                            return Optional.empty();
                        }
                    })
                    .ifPresent(used::add);
        }
        profile.traffic().ifPresent(traffic -> used.addAll(traffic.fields().values()));
        return used;
    }

    @Override
    public Fields fields() {
        return this;
    }

    @Override
    public OptionalInt find(HeaderMatch match) {
        int index = fields.indexOf(match);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    @Override
    public int count() {
        return fields.size();
    }

    @Override
    public String name(int field) {
        return fields.get(field).shown();
    }

    @Override
    public List<String> preamble() {
        return List.of();
    }

    @Override
    public Optional<String> pointer(String pointer) {
        try (Records records = content.records()) {
            Records.Item item = records.next();
            return item == null
                    ? Optional.empty()
                    : Optional.of(cell(item.node().at(pointer)).text()).filter(text -> !text.isEmpty());
        }
    }

    @Override
    public Rows rows() {
        return new JsonRows(content.records());
    }

    private List<SourceRow> rowsOf(Records.Item item) {
        if (rows.isEmpty()) {
            return List.of(SourceRow.data(item.line(), cells(item.node(), "")));
        }
        JsonNode place = item.node().at(rows.get());
        List<SourceRow> found = new ArrayList<>();
        if (place.isArray()) {
            place.forEach(element -> found.add(SourceRow.data(item.line(), cells(element, ""))));
        } else if (place.isObject()) {
            for (Map.Entry<String, JsonNode> member : place.properties()) {
                found.add(SourceRow.data(item.line(), cells(member.getValue(), member.getKey())));
            }
        }
        return found;
    }

    private List<Cell> cells(JsonNode node, String key) {
        List<Cell> cells = new ArrayList<>(fields.size());
        for (HeaderMatch field : fields) {
            cells.add(first(node, key, field));
        }
        return cells;
    }

    private static Cell first(JsonNode node, String key, HeaderMatch field) {
        Cell cell = Cell.of("");
        for (String name : field.names()) {
            if (name.equals("$key")) {
                return Cell.of(key);
            }
            cell = cell(name.equals("$value") ? node : node.at(name));
            if (!cell.text().isEmpty()) {
                return cell;
            }
        }
        return cell;
    }

    private static Cell cell(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Cell.of("");
        }
        if (node.isNumber()) {
            return new Cell(node.asString(), node.decimalValue());
        }
        if (node.isBoolean()) {
            return new Cell(node.asString(), node.booleanValue());
        }
        return Cell.of(node.isString() ? node.stringValue() : node.toString());
    }

    private final class JsonRows implements Rows {

        private final Records records;
        private final Deque<SourceRow> waiting = new ArrayDeque<>();

        JsonRows(Records records) {
            this.records = records;
        }

        @Override
        public @Nullable SourceRow next() {
            while (waiting.isEmpty()) {
                Records.Item item = records.next();
                if (item == null) {
                    return null;
                }
                waiting.addAll(rowsOf(item));
            }
            return waiting.poll();
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
