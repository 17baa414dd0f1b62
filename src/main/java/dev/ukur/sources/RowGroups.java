package dev.ukur.sources;

import dev.ukur.model.LayoutRules;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adjacent rows with the same key, as the profile groups them; without a group rule each row is a group of its own. */
final class RowGroups {

    private final Table.Rows rows;
    private final int key;
    private final int[] fillDown;
    private @Nullable SourceRow ahead;

    RowGroups(Table table, Table.Rows rows, Optional<LayoutRules.Group> rule) {
        this.rows = rows;
        this.key = rule.map(group -> table.index(group.by())).orElse(-1);
        this.fillDown = rule.map(LayoutRules.Group::fillDown).orElse(List.of()).stream()
                .mapToInt(table::index)
                .filter(field -> field >= 0)
                .toArray();
        this.ahead = rows.next();
    }

    /** The next group, empty after the last. A row that states totals is a group of its own. */
    List<SourceRow> next() {
        SourceRow first = ahead;
        if (first == null) {
            return List.of();
        }
        List<SourceRow> group = new ArrayList<>(List.of(first));
        ahead = rows.next();
        while (ahead != null && belongs(first, ahead)) {
            group.add(fillDown.length > 0 ? filled(ahead, first) : ahead);
            ahead = rows.next();
        }
        return group;
    }

    private boolean belongs(SourceRow first, SourceRow row) {
        if (key < 0 || first.total().isPresent() || row.total().isPresent()) {
            return false;
        }
        String text = CellText.trim(row.cell(key).text());
        return !text.isEmpty() && text.equals(CellText.trim(first.cell(key).text()));
    }

    private SourceRow filled(SourceRow row, SourceRow first) {
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int i : fillDown) {
            if (CellText.trim(cells.get(i).text()).isEmpty()) {
                cells.set(i, first.cell(i));
            }
        }
        return SourceRow.data(row.line(), cells);
    }
}
