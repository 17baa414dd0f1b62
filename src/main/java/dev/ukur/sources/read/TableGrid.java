package dev.ukur.sources.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Rows written down as JSON arrays, a line each: numbers and truth values are typed, times are ISO texts. */
final class TableGrid implements Grid {

    private static final Cell EMPTY = Cell.of("");

    private final TextLines lines;
    private final String name;

    TableGrid(Opened text, String name) {
        this.lines = new TextLines(text);
        this.name = name;
    }

    @Override
    public @Nullable GridRow next() {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        try {
            List<Cell> cells = new ArrayList<>();
            Json.MAPPER.readTree(line).forEach(value -> cells.add(cell(value)));
            return new GridRow(lines.number(), cells);
        } catch (JacksonException e) {
            throw Json.broken(name, lines.number(), e);
        }
    }

    private static Cell cell(JsonNode value) {
        if (value.isNull()) {
            return EMPTY;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return new Cell(number.toPlainString(), number);
        }
        return value.isBoolean() ? new Cell(value.asString(), value.booleanValue()) : Cell.of(value.stringValue());
    }

    @Override
    public void close() {
        lines.close();
    }
}
