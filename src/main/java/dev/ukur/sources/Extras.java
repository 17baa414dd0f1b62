package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.sources.cell.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a file that no rule reads. They are kept beside the row, except those that hold personal data: named
 * so by the profile, or with an e-mail address in any cell.
 */
final class Extras {

    private final Table table;
    private final List<Integer> kept = new ArrayList<>();

    /** @param used fields that rules read */
    Extras(Table table, Set<Integer> used, List<String> pii) {
        this.table = table;
        Fields fields = table.fields();
        for (int field = 0; field < fields.count(); field++) {
            String name = fields.name(field);
            if (!used.contains(field) && !name.startsWith("$") && !name.isBlank()) {
                kept.add(field);
            }
        }
        pii.forEach(name -> fields.find(new HeaderMatch(List.of(name), Optional.empty()))
                .ifPresent(field -> kept.remove(Integer.valueOf(field))));
    }

    /** Looks at a row before any is kept: a column with an e-mail address in it is dropped. */
    void look(SourceRow row) {
        kept.removeIf(field -> holdsAddress(row.cell(field).text()));
    }

    /** The row's further columns as JSON, or null when there are none. */
    @Nullable
    String json(SourceRow row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int field : kept) {
            String text = CellText.trim(row.cell(field).text());
            if (!text.isEmpty()) {
                object.put(table.fields().name(field), text);
            }
        }
        return object.isEmpty() ? null : object.toString();
    }

    private static boolean holdsAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && text.indexOf('.', at) > at + 1 && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
