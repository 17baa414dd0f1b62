package dev.ukur.sources;

import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.GridRow;
import java.util.ArrayList;
import java.util.List;

/** The parts of a grid that blank lines set apart, with the first rows of each. */
final class Sections {

    /** A file with more of them is no report of tables one below the other. */
    private static final int MOST = 200;

    /**
     * One part.
     *
     * @param first its first row, from the top of the grid
     * @param head its first rows
     */
    record Section(long first, List<GridRow> head) {}

    private Sections() {}

    /** The parts in order; at most so many rows of each are kept. */
    static List<Section> of(GridShape shape, int mostRows) {
        List<Section> sections = new ArrayList<>();
        List<GridRow> head = new ArrayList<>();
        try (Grid grid = shape.open()) {
            long number = 0;
            boolean parted = shape.content().hasGaps();
            for (GridRow row = grid.next();
                    row != null && sections.size() < MOST && (parted || head.size() < mostRows);
                    row = grid.next(), number++) {
                if (isBlank(row)) {
                    head = new ArrayList<>();
                } else {
                    if (head.isEmpty()) {
                        sections.add(new Section(number, head));
                    }
                    if (head.size() < mostRows) {
                        head.add(row);
                    }
                }
            }
        }
        return sections;
    }

    private static boolean isBlank(GridRow row) {
        return row.cells().stream().allMatch(cell -> CellText.trim(cell.text()).isEmpty());
    }
}
