package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.LayoutRules.SpecialRow;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells rows that are no data from rows that are, by a profile's rules. */
final class SpecialRows {

    private record Rule(SpecialRow row, int column, List<Integer> blank) {}

    private final List<Rule> rules = new ArrayList<>();

    /** Rules whose columns the file lacks do not apply. */
    SpecialRows(List<SpecialRow> special, Fields fields) {
        for (SpecialRow row : special) {
            OptionalInt column = row.column().map(name -> column(name, fields)).orElse(OptionalInt.empty());
            List<Integer> blank = row.blank().stream()
                    .map(fields::find)
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .toList();
            if (column.isPresent() || !blank.isEmpty()) {
                rules.add(new Rule(row, column.orElse(-1), blank));
            }
        }
    }

    /** The kind of a row. */
    enum Kind {
        DATA,
        TOTAL,
        NOTHING
    }

    Kind kind(List<Cell> cells) {
        Rule rule = ruleOf(cells);
        if (rule == null) {
            return Kind.DATA;
        }
        return rule.row().total() ? Kind.TOTAL : Kind.NOTHING;
    }

    /** What a total row says of itself. */
    Optional<SourceRow.Total> total(List<Cell> cells) {
        Rule rule = ruleOf(cells);
        if (rule == null || !rule.row().total()) {
            return Optional.empty();
        }
        String label =
                rule.column() < 0 ? "" : CellText.trim(cells.get(rule.column()).text());
        boolean binding =
                rule.row().binding().map(regex -> regex.matcher(label).find()).orElse(true);
        return Optional.of(new SourceRow.Total(label, binding));
    }

    private @Nullable Rule ruleOf(List<Cell> cells) {
        for (Rule rule : rules) {
            if (applies(rule, cells)) {
                return rule;
            }
        }
        return null;
    }

    private static boolean applies(Rule rule, List<Cell> cells) {
        boolean labelled = rule.column() < 0
                || rule.row()
                        .label()
                        .map(regex -> regex.matcher(
                                        CellText.trim(cells.get(rule.column()).text()))
                                .find())
                        .orElse(true);
        return labelled
                && rule.blank().stream()
                        .allMatch(
                                field -> CellText.trim(cells.get(field).text()).isEmpty());
    }

    private static OptionalInt column(String name, Fields fields) {
        if (name.chars().allMatch(Character::isDigit)) {
            int index = Integer.parseInt(name) - 1;
            return index < fields.count() ? OptionalInt.of(index) : OptionalInt.empty();
        }
        return fields.find(new HeaderMatch(List.of(name), Optional.empty()));
    }
}
