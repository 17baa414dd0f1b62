package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import dev.ukur.store.Loading;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rejected rows as a table once more, in the order of the file, with the cells that were kept of them. */
final class KeptTable implements Table {

    private static final Cell EMPTY = Cell.of("");

    private record Kept(long line, JsonNode cells) {}

    private final List<Kept> rows = new ArrayList<>();
    private final List<String> names;
    private final GridFields fields;

    /**
     * @param file for messages
     * @param suffix what is taken off a header before it is compared
     */
    KeptTable(String file, List<Loading.Reject> rejects, Optional<Pattern> suffix) {
        Set<String> found = new LinkedHashSet<>();
        for (Loading.Reject reject : rejects) {
            JsonNode cells = JsonMapper.shared().readTree(reject.row());
            found.addAll(cells.propertyNames());
            rows.add(new Kept(reject.line(), cells));
        }
        this.names = List.copyOf(found);
        this.fields = new GridFields(file, names, suffix);
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public List<String> preamble() {
        return List.of();
    }

    @Override
    public Optional<String> pointer(String pointer) {
        return Optional.empty();
    }

    @Override
    public Rows rows() {
        Iterator<Kept> left = rows.iterator();
        return new Rows() {
            @Override
            public @Nullable SourceRow next() {
                return left.hasNext() ? row(left.next()) : null;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private SourceRow row(Kept kept) {
        List<Cell> cells =
                names.stream().map(name -> cell(kept.cells().path(name))).toList();
        return SourceRow.data(kept.line(), cells);
    }

    private static Cell cell(JsonNode value) {
        if (value.isObject()) {
            return new Cell(
                    value.path("text").asString(),
                    LocalDateTime.parse(value.path("moment").asString()));
        }
        if (value.isNumber()) {
            return new Cell(value.asString(), value.decimalValue());
        }
        if (value.isBoolean()) {
            return new Cell(value.asString(), value.booleanValue());
        }
        return value.isString() ? Cell.of(value.stringValue()) : EMPTY;
    }
}
