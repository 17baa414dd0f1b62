package dev.ukur.sources;

import dev.ukur.model.LayoutRules.JsonRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * JSON that names its columns once and gives each row as arrays of values, as the Data API of Google Analytics does. A
 * file may hold several answers of the same columns, such as the pages of one report.
 */
final class JsonReport implements Table {

    private final Content content;
    private final JsonRules rules;
    private final List<String> names;
    private final GridFields fields;
    private final SpecialRows special;

    JsonReport(Content content, SourceProfile profile, List<String> names) {
        this.content = content;
        this.rules = profile.layout().json();
        this.names = List.copyOf(names);
        this.fields =
                new GridFields(content.input().name(), names, profile.facts().currencySuffix());
        this.special = new SpecialRows(profile.layout().special(), fields);
    }

    /** The column names of a record, in order. */
    static List<String> names(JsonNode record, JsonRules rules) {
        List<String> names = new ArrayList<>();
        for (String pointer : rules.names()) {
            JsonPath.of(pointer)
                    .in(record)
                    .forEach(column ->
                            names.add(column.isObject() ? column.path("name").asString("") : column.asString("")));
        }
        return names;
    }

    @Override
    public Fields fields() {
        return fields;
    }

    /** What the answer says of itself, a member a line: {@code /metadata/currencyCode,IDR}. */
    @Override
    public List<String> preamble() {
        List<String> lines = new ArrayList<>();
        try (Records records = content.records()) {
            Records.Item item = records.next();
            if (item != null) {
                item.node().path("metadata").properties().forEach(member -> {
                    if (member.getValue().isValueNode()) {
                        lines.add("/metadata/" + member.getKey() + ","
                                + member.getValue().asString(""));
                    }
                });
            }
        }
        return lines;
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
        boolean same = names(record.node(), rules).equals(names);
        List<SourceRow> found = new ArrayList<>();
        JsonPath.of(rules.rows().orElse("")).in(record.node()).forEach(row -> {
            List<Cell> cells = new ArrayList<>();
            rules.values().forEach(pointer -> JsonPath.of(pointer).in(row).forEach(value -> cells.add(cell(value))));
            if (!same || cells.size() != names.size()) {
                found.add(SourceRow.faulty(record.line(), padded(cells), "malformed_line"));
            } else if (special.kind(cells) == SpecialRows.Kind.DATA) {
                found.add(SourceRow.data(record.line(), cells));
            }
        });
        return found;
    }

    private static Cell cell(JsonNode value) {
        return JsonCells.of(value.isObject() ? value.path("value") : value);
    }

    private List<Cell> padded(List<Cell> cells) {
        List<Cell> padded = new ArrayList<>(cells.subList(0, Math.min(cells.size(), names.size())));
        while (padded.size() < names.size()) {
            padded.add(Cell.of(""));
        }
        return padded;
    }
}
