package dev.ukur.sources;

import dev.ukur.model.DetectRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.GridRow;
import java.util.List;

/** Tells the header of a profile from other rows. */
final class HeaderRow {

    private HeaderRow() {}

    /** The first of the rows that is the header, or -1. */
    static int in(SourceProfile profile, List<GridRow> head) {
        int last = Math.min(profile.layout().headerWithin(), head.size());
        for (int i = 0; i < last; i++) {
            if (fits(profile, folded(head.get(i))) && hasPreamble(profile.detect(), head.subList(0, i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether folded cells are the header. */
    static boolean fits(SourceProfile profile, List<String> cells) {
        DetectRules rules = profile.detect();
        return !rules.all().isEmpty()
                && rules.all().stream().allMatch(match -> isAmong(match, cells, profile))
                && rules.none().stream().noneMatch(match -> isAmong(match, cells, profile))
                && (!rules.only() || cells.size() == rules.all().size());
    }

    /** Whether a column stands among folded cells, with or without its currency. */
    static boolean isAmong(HeaderMatch match, List<String> cells, SourceProfile profile) {
        return cells.stream()
                .anyMatch(cell -> match.matches(cell)
                        || profile.facts()
                                .currencySuffix()
                                .map(suffix -> match.matches(
                                        suffix.matcher(cell).replaceFirst("").strip()))
                                .orElse(false));
    }

    private static boolean hasPreamble(DetectRules rules, List<GridRow> above) {
        List<String> lines = above.stream().map(GridTable::joined).toList();
        return rules.preamble().stream()
                .allMatch(regex ->
                        lines.stream().anyMatch(line -> regex.matcher(line).find()));
    }

    static List<String> folded(GridRow row) {
        return folded(row.cells().stream().map(Cell::text).toList());
    }

    static List<String> folded(List<String> names) {
        return names.stream().map(HeaderName::fold).toList();
    }
}
