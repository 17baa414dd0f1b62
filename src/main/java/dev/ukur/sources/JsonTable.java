package dev.ukur.sources;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.LayoutRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Records;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Records of JSON: one row a record, an element of an array, or a member of an object; or one row an element of an array
 * inside each of those. Fields are paths, see {@link JsonPath}, or plain names of
 * members.
 */
final class JsonTable implements Table, Fields {

    private static final String ITEM = "$item";

    /** One name of a field: whether it begins at the exploded element, and the way from there. */
    private record Way(String name, boolean inItem, JsonPath path) {
        static Way of(String name) {
            if (!name.startsWith("/") && !name.startsWith("$") && !name.isEmpty()) {
                return new Way(name, false, new JsonPath(List.of(name)));
            }
            boolean inItem = name.startsWith(ITEM);
            return new Way(name, inItem, JsonPath.of(inItem ? name.substring(ITEM.length()) : name));
        }
    }

    private final Content content;
    private final Optional<JsonPath> rows;
    private final Optional<JsonPath> explode;
    private final List<HeaderMatch> fields;
    private final List<List<Way>> ways;
    private final SpecialRows special;

    JsonTable(Content content, SourceProfile profile) {
        LayoutRules layout = profile.layout();
        this.content = content;
        this.rows = layout.json().rows().map(JsonPath::of);
        this.explode = layout.json().explode().map(JsonPath::of);
        this.fields = List.copyOf(used(profile));
        this.ways = fields.stream()
                .map(field -> field.names().stream().map(Way::of).toList())
                .toList();
        this.special = new SpecialRows(layout.special(), this);
    }

    /** Every name the profile reads; one field each, so that a row is looked through once. */
    private static Set<HeaderMatch> used(SourceProfile profile) {
        Set<HeaderMatch> used = new LinkedHashSet<>();
        profile.columns().forEach(rule -> used.addAll(read(rule)));
        profile.traffic().ifPresent(traffic -> used.addAll(traffic.fields().values()));
        profile.layout().group().ifPresent(group -> {
            used.add(group.by());
            used.addAll(group.fillDown());
        });
        profile.layout().special().forEach(row -> {
            row.column().ifPresent(name -> used.add(new HeaderMatch(List.of(name), Optional.empty())));
            used.addAll(row.blank());
        });
        return used;
    }

    private static List<HeaderMatch> read(ColumnRule rule) {
        return rule.value().match(new ColumnValue.Cases<>() {
            @Override
            public List<HeaderMatch> read(ColumnValue.Read read) {
                List<HeaderMatch> names = new ArrayList<>(List.of(read.from()));
                read.beside().ifPresent(names::add);
                return names;
            }

            @Override
            public List<HeaderMatch> derived(ColumnValue.Derived derived) {
                return List.of();
            }
        });
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
                    : Optional.of(JsonCells.of(JsonPath.of(pointer).in(item.node()))
                                    .text())
                            .filter(text -> !text.isEmpty());
        }
    }

    @Override
    public Rows rows() {
        return new QueuedRows(content.records(), this::rowsOf);
    }

    private List<SourceRow> rowsOf(Records.Item record) {
        List<SourceRow> found = new ArrayList<>();
        JsonNode place = rows.map(path -> path.in(record.node())).orElse(record.node());
        if (place.isArray()) {
            place.forEach(element -> add(found, record.line(), element, ""));
        } else if (rows.isPresent() && place.isObject()) {
            for (Map.Entry<String, JsonNode> member : place.properties()) {
                add(found, record.line(), member.getValue(), member.getKey());
            }
        } else if (rows.isEmpty()) {
            add(found, record.line(), place, "");
        }
        return found;
    }

    private void add(List<SourceRow> found, long line, JsonNode row, String key) {
        JsonNode items = explode.map(path -> path.in(row)).orElse(MissingNode.getInstance());
        if (!items.isArray() || items.isEmpty()) {
            take(found, line, cells(row, key, MissingNode.getInstance()));
            return;
        }
        items.forEach(item -> take(found, line, cells(row, key, item)));
    }

    private void take(List<SourceRow> found, long line, List<Cell> cells) {
        if (special.kind(cells) == SpecialRows.Kind.DATA) {
            found.add(SourceRow.data(line, cells));
        }
    }

    private List<Cell> cells(JsonNode row, String key, JsonNode item) {
        List<Cell> cells = new ArrayList<>(ways.size());
        for (List<Way> names : ways) {
            cells.add(first(names, row, key, item));
        }
        return cells;
    }

    private static Cell first(List<Way> names, JsonNode row, String key, JsonNode item) {
        Cell cell = Cell.of("");
        for (Way way : names) {
            if (way.name().equals("$key")) {
                return Cell.of(key);
            }
            cell = JsonCells.of(way.name().equals("$value") ? row : way.path().in(way.inItem() ? item : row));
            if (!cell.text().isEmpty()) {
                return cell;
            }
        }
        return cell;
    }
}
