package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a file that no rule reads. They are kept beside the row, except those that hold personal data: named so
 * by the profile or by their header, or with an e-mail address or telephone number in any cell.
 */
final class Extras {

    private final Fields fields;
    private final PersonHash persons;
    private final Set<Integer> used;
    private final boolean keeps;
    private final Set<Integer> personal = new TreeSet<>();
    private final Set<Integer> named = new TreeSet<>();

    /**
     * @param persons turns who is named into a pseudonym
     * @param used fields that rules read
     * @param keeps whether further columns are kept at all: not where one line of the file is spread over many rows
     */
    Extras(Fields fields, PersonHash persons, Set<Integer> used, boolean keeps) {
        this.fields = fields;
        this.persons = persons;
        this.used = Set.copyOf(used);
        this.keeps = keeps;
        for (int field = 0; field < fields.count(); field++) {
            if (!used.contains(field) && PersonalKind.of(fields.name(field)).isPresent()) {
                personal.add(field);
            }
        }
    }

    /** Never keeps a field, but for the pseudonym of whom it names. */
    void name(int field) {
        personal.add(field);
        named.add(field);
    }

    /** Never keeps the column of a name, if the file has it. */
    void drop(String name) {
        fields.find(new HeaderMatch(List.of(name), Optional.empty())).ifPresent(personal::add);
    }

    /** Looks at a row before any is kept: a column with an address or number of a person in it is personal. */
    void look(SourceRow row) {
        for (int field = 0; field < row.cells().size(); field++) {
            look(field, row.cell(field).text());
        }
    }

    /** Looks at one cell. */
    void look(int field, String text) {
        if (holdsAddress(text) || (!used.contains(field) && PersonalKind.isNumber(text))) {
            personal.add(field);
        }
    }

    /** Whether rules read a field. */
    boolean isUsed(int field) {
        return used.contains(field);
    }

    /** The fields kept beside a row, by name; empty when two of them have one name. */
    Optional<Map<String, Integer>> kept() {
        Map<String, Integer> kept = new LinkedHashMap<>();
        for (int field = 0; keeps && field < fields.count(); field++) {
            String name = fields.name(field);
            if (!used.contains(field)
                    && !personal.contains(field)
                    && !name.isBlank()
                    && !name.startsWith("$")
                    && kept.put(name, field) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(kept);
    }

    /** The columns that hold personal data. */
    Set<Integer> personal() {
        return Set.copyOf(personal);
    }

    /** The row's further columns as JSON, or null when there are none. */
    @Nullable
    String json(SourceRow row) {
        if (!keeps || used.size() >= row.cells().size()) {
            return null;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        each(row, field -> !used.contains(field) && !personal.contains(field), (name, cell) -> {
            String text = CellText.trim(cell.text());
            if (!text.isEmpty() && !name.startsWith("$") && !holdsAddress(text)) {
                object.put(name, text);
            }
        });
        return object.isEmpty() ? null : object.toString();
    }

    /** All of a row as JSON, to be read again later; of personal data only pseudonyms of whom it names. */
    String whole(SourceRow row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        each(row, field -> !personal.contains(field), (name, cell) -> keep(object, name, cell));
        each(row, this::tells, (name, cell) -> {
            if (!CellText.trim(cell.text()).isEmpty()) {
                object.put(name, persons.token(cell.text()));
            }
        });
        return object.toString();
    }

    /** Whether a personal field tells people apart: names and streets do not. */
    private boolean tells(int field) {
        return personal.contains(field)
                && (named.contains(field)
                        || PersonalKind.of(fields.name(field))
                                .filter(kind -> kind == PersonalKind.EMAIL || kind == PersonalKind.PHONE)
                                .isPresent());
    }

    /** A cell with the type its container gave it, so that it is read the same way again. */
    private void keep(ObjectNode object, String name, Cell cell) {
        Object typed = cell.typed();
        if (typed instanceof BigDecimal number) {
            object.put(name, number);
        } else if (typed instanceof Boolean flag) {
            object.put(name, flag);
        } else if (typed instanceof LocalDateTime moment) {
            object.putObject(name).put("text", cell.text()).put("moment", moment.toString());
        } else if (!cell.text().isEmpty()) {
            object.put(name, persons.without(cell.text()));
        }
    }

    private interface Taker {
        void take(String name, Cell cell);
    }

    private void each(SourceRow row, IntPredicate wanted, Taker taker) {
        for (int field = 0; field < row.cells().size(); field++) {
            String name = fields.name(field);
            if (wanted.test(field) && !name.isBlank()) {
                taker.take(name, row.cell(field));
            }
        }
    }

    /** Whether a text looks like it holds an e-mail address. */
    static boolean holdsAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && text.indexOf('.', at) > at + 1 && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
