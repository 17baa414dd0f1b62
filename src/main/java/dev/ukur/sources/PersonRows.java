package dev.ukur.sources;

import dev.ukur.sources.cell.CellText;
import dev.ukur.store.Loading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the tables, where they meet the rules on people: a row that is about somebody who was erased is
 * passed over, and where the workspace wants it, what a row says of a person in plain text is put aside.
 */
final class PersonRows implements Table.Rows {

    private final Table.Rows rows;
    private final PersonHash persons;
    private final Set<Integer> named;
    private final Set<Integer> subjects;
    private final Map<Integer, PersonalKind> aside = new HashMap<>();
    private final Loading loading;
    private long erased;
    private long hidden;

    /**
     * @param plan of the table the rows are about
     * @param loading takes what is put aside
     */
    PersonRows(Table.Rows rows, PersonHash persons, TablePlan plan, Loading loading) {
        this.rows = rows;
        this.persons = persons;
        this.named = plan.people();
        this.subjects = plan.subjects();
        this.loading = loading;
    }

    /** Puts the columns aside that hold personal data. */
    PersonRows keeping(Extras extras, Fields fields) {
        // a free text with an address in it may name somebody else: such columns are not put aside
        for (int field : extras.personal()) {
            Optional<PersonalKind> kind = PersonalKind.of(fields.name(field));
            if (kind.isPresent() || named.contains(field)) {
                aside.put(field, kind.orElse(PersonalKind.OTHER));
            }
        }
        return this;
    }

    @Override
    public @Nullable SourceRow next() {
        SourceRow row = rows.next();
        while (row != null && persons.erasesAny() && isErased(row)) {
            erased++;
            row = rows.next();
        }
        if (row != null) {
            look(row);
        }
        return row;
    }

    private void look(SourceRow row) {
        if (isHidden(row, named, persons)) {
            hidden++;
        }
        if (!aside.isEmpty()) {
            putAside(row);
        }
    }

    /** Whether some fields of a row name somebody whose name is hidden in part. */
    static boolean isHidden(SourceRow row, Set<Integer> named, PersonHash persons) {
        return named.stream().anyMatch(field -> persons.isHidden(row.cell(field).text()));
    }

    private boolean isErased(SourceRow row) {
        return subjects.stream()
                .map(field -> row.cell(field).text())
                .anyMatch(text -> !text.isBlank() && persons.isErased(persons.of(CellText.trim(text))));
    }

    private void putAside(SourceRow row) {
        String person = named.stream()
                .map(field -> CellText.trim(row.cell(field).text()))
                .filter(text -> !text.isEmpty() && persons.tells(text))
                .findFirst()
                .map(persons::of)
                .orElse("");
        if (person.isEmpty() || persons.isErased(person)) {
            return;
        }
        aside.forEach((field, kind) -> {
            String text = CellText.trim(row.cell(field).text());
            if (!text.isEmpty()) {
                loading.person(new Loading.PersonalValue(person, kind.word(), text));
            }
        });
    }

    @Override
    public List<String> remarks() {
        return rows.remarks();
    }

    @Override
    public Map<String, Long> passedOver() {
        Map<String, Long> all = new HashMap<>(rows.passedOver());
        if (erased > 0) {
            all.put("erased", erased);
        }
        if (hidden > 0) {
            all.put("hidden", hidden);
        }
        return all;
    }

    @Override
    public void close() {
        rows.close();
    }
}
