package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import tools.jackson.databind.JsonNode;

/** JSON values as cells: numbers and truth values typed, all else as text, arrays and objects as their JSON. */
final class JsonCells {

    private JsonCells() {}

    static Cell of(JsonNode node) {
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
}
