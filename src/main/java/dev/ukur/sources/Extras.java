package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.sources.cell.CellText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a file that no rule reads. They are kept beside the row, except those that hold personal data: named
 * so by the profile, or with an e-mail address in any cell.
 */
final class Extras {

    private final Fields fields;
    private final Set<Integer> used;
    private final boolean keeps;
    private final Set<Integer> personal = new HashSet<>();

    /**
     * @param used fields that rules read
     * @param keeps whether further columns are kept at all: not where one line of the file is spread over many rows
     */
    Extras(Fields fields, Set<Integer> used, boolean keeps) {
        this.fields = fields;
        this.used = Set.copyOf(used);
        this.keeps = keeps;
    }

    /** Never keeps a field. */
    void drop(int field) {
        personal.add(field);
    }

    /** Never keeps the column of a name, if the file has it. */
    void drop(String name) {
        fields.find(new HeaderMatch(List.of(name), Optional.empty())).ifPresent(personal::add);
    }

    /** Looks at a row before any is kept: a column with an e-mail address in it is personal. */
    void look(SourceRow row) {
        for (int field = 0; field < row.cells().size(); field++) {
            if (holdsAddress(row.cell(field).text())) {
                personal.add(field);
            }
        }
    }

    /** The row's further columns as JSON, or null when there are none. */
    @Nullable
    String json(SourceRow row) {
        if (!keeps || used.size() >= row.cells().size()) {
            return null;
        }
        ObjectNode object = object(row, field -> !used.contains(field));
        return object.isEmpty() ? null : object.toString();
    }

    /** All of a row that is not personal, as JSON, to be read again later. */
    String whole(SourceRow row) {
        return object(row, field -> true).toString();
    }

    private ObjectNode object(SourceRow row, IntPredicate wanted) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int field = 0; field < row.cells().size(); field++) {
            String name = fields.name(field);
            if (wanted.test(field) && !personal.contains(field) && !name.startsWith("$") && !name.isBlank()) {
                String text = CellText.trim(row.cell(field).text());
                if (!text.isEmpty() && !holdsAddress(text)) {
                    object.put(name, text);
                }
            }
        }
        return object;
    }

    /** Whether a text looks like it holds an e-mail address. */
    static boolean holdsAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && text.indexOf('.', at) > at + 1 && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
