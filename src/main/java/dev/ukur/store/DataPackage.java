package dev.ukur.store;

import dev.ukur.store.TableShape.ColumnType;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The canonical tables as a Frictionless data package (version 2 of the standard), for tools that make, check or read
 * files of the same shape. It is written from the schema the store itself has, so it cannot say another thing.
 */
final class DataPackage {

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    /** The standard's words for the kinds of value. */
    private static final Map<ColumnType, String> TYPES = Map.of(
            ColumnType.TEXT, "string",
            ColumnType.COUNT, "integer",
            ColumnType.DECIMAL, "number",
            ColumnType.NUMBER, "number",
            ColumnType.FLAG, "boolean",
            ColumnType.DAY, "date",
            ColumnType.INSTANT, "datetime");

    private DataPackage() {}

    /** The package as JSON; tables in order of the alphabet, columns as the store has them. */
    static String of(Map<String, TableShape> shapes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", PROFILE);
        document.put("name", "ukur");
        document.put("title", "Ukur: canonical tables");
        ArrayNode resources = document.putArray("resources");
        new TreeMap<>(shapes).values().forEach(shape -> add(resources.addObject(), shape));
        return document.toPrettyString();
    }

    private static void add(ObjectNode resource, TableShape shape) {
        resource.put("name", shape.name());
        resource.put("type", "table");
        resource.put("path", shape.name() + ".csv");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        shape.columns().forEach((name, type) -> add(fields.addObject(), shape, name, type));
        // Parts of a key may be missing here; the standard's primary key wants them all.
        if (shape.required().containsAll(shape.key())) {
            shape.key().forEach(schema.withArray("primaryKey")::add);
        }
        shape.key().forEach(schema.withArray("ukur:key")::add);
        schema.putArray("missingValues").add("");
    }

    private static void add(ObjectNode field, TableShape shape, String name, ColumnType type) {
        field.put("name", name);
        field.put("type", TYPES.getOrDefault(type, "any"));
        if (type == ColumnType.DECIMAL || type == ColumnType.NUMBER) {
            field.put("decimalChar", ".");
        }
        if (shape.required().contains(name)) {
            field.putObject("constraints").put("required", true);
        }
    }
}
