package dev.ukur.sources;

import dev.ukur.store.FileCells;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first look at a file whose cells the engine has read: what {@link Evidence} and {@link Extras} would see in all its
 * cells, shown to them in few. Of numbers that differ only in digits other than zero the first is looked at, for more of
 * a number its notation cannot depend on; of dates those not written year first; of all else what may name a person.
 */
final class CellsLook {

    /** A cell that tells something. */
    private record Shown(long line, int field, String text) {}

    private final FileCells cells;
    private final int fields;
    private final Set<Integer> printable;

    /**
     * @param fields how many the file has
     * @param printable those in none of whose cells an address can be
     */
    CellsLook(FileCells cells, int fields, Set<Integer> printable) {
        this.cells = cells;
        this.fields = fields;
        this.printable = printable;
    }

    void at(Evidence evidence, Extras extras) {
        List<Shown> shown = new ArrayList<>();
        evidence.numeric()
                .forEach(field -> shown.addAll(first(
                        field,
                        "translate(%s, '23456789', '11111111')",
                        "(contains(%1$s, '.') or contains(%1$s, ','))")));
        evidence.temporal()
                .forEach(field ->
                        shown.addAll(first(field, "%s", "not regexp_matches(%s, '^([0-9]{4}-|[0-9]{9,}$|$)')")));
        shown.sort(Comparator.comparing(Shown::line).thenComparing(Shown::field));
        shown.forEach(each -> evidence.look(each.field(), each.text()));
        persons(extras);
    }

    /** The first cell of each kind. */
    private List<Shown> first(int field, String kind, String where) {
        String cell = "c" + field;
        List<Shown> shown = new ArrayList<>();
        cells.ask(
                "select min(line), arg_min(" + cell + ", line) from temp.file_lines where " + where.formatted(cell)
                        + " group by " + kind.formatted(cell),
                texts -> shown.add(new Shown(Long.parseLong(text(texts[0])), field, text(texts[1]))));
        return shown;
    }

    private void persons(Extras extras) {
        List<String> signs = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            signs.add(printable.contains(field) ? "false" : "bool_or(contains(c" + field + ", '@'))");
            signs.add(extras.isUsed(field) ? "false" : "bool_or(" + isNumber("c" + field) + ")");
        }
        cells.ask("select " + String.join(", ", signs) + " from temp.file_cells limit 1", found -> {
            for (int field = 0; field < fields; field++) {
                lookAt(extras, field, "true".equals(found[2 * field]), "true".equals(found[2 * field + 1]));
            }
        });
    }

    private void lookAt(Extras extras, int field, boolean addresses, boolean numbers) {
        if (addresses) {
            cells.ask(
                    "select distinct c" + field + " from temp.file_cells where contains(c" + field + ", '@')",
                    texts -> extras.look(field, text(texts[0])));
        }
        if (numbers) {
            cells.ask(
                    "select c" + field + " from temp.file_cells where " + isNumber("c" + field) + " limit 1",
                    texts -> extras.look(field, text(texts[0])));
        }
    }

    private static String isNumber(String cell) {
        return "case when starts_with(" + cell + ", '+') or starts_with(" + cell + ", '08') then regexp_full_match("
                + cell + ", " + Sql.literal(PersonalKind.numberPattern()) + ") else false end";
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text, "no cell is null");
    }
}
