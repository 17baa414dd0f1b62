package dev.ukur.sources;

import dev.ukur.model.LayoutRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.GridRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table in a CSV or on a sheet: rows under a header, with preamble, totals and footer told apart. */
final class GridTable implements Table {

    private static final Cell EMPTY = Cell.of("");

    private final GridShape shape;
    private final LayoutRules layout;
    private final int headerRow;
    private final List<String> preamble = new ArrayList<>();
    private final GridFields fields;
    private final Unpivot unpivot;
    private final SpecialRows special;

    /**
     * @param headerRow how many rows lie above the header
     */
    GridTable(GridShape shape, SourceProfile profile, int headerRow) {
        this.shape = shape;
        this.layout = profile.layout();
        this.headerRow = headerRow;
        List<String> header = readHead();
        this.unpivot = Unpivot.of(header, layout.unpivot());
        List<String> names = new ArrayList<>(header);
        names.addAll(unpivot.fields());
        this.fields = new GridFields(
                shape.content().input().name(), names, profile.facts().currencySuffix());
        this.special = new SpecialRows(layout.special(), fields);
    }

    @Override
    public GridFields fields() {
        return fields;
    }

    @Override
    public List<String> preamble() {
        return Collections.unmodifiableList(preamble);
    }

    @Override
    public Optional<String> pointer(String pointer) {
        return Optional.empty();
    }

    @Override
    public Rows rows() {
        Grid grid = shape.open();
        int above = layout.header() ? headerRow + 1 + layout.descriptionRows() : 0;
        for (int i = 0; i < above; i++) {
            grid.next();
        }
        return new GridRows(grid);
    }

    private List<String> readHead() {
        List<GridRow> head = shape.head(headerRow + 2);
        if (!layout.header()) {
            int width = head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            return IntStream.rangeClosed(1, width).mapToObj(String::valueOf).toList();
        }
        head.stream().limit(headerRow).map(GridTable::joined).forEach(preamble::add);
        return head.get(headerRow).cells().stream().map(Cell::text).toList();
    }

    static String joined(GridRow row) {
        return String.join(",", row.cells().stream().map(Cell::text).toList());
    }

    private static boolean isBlank(GridRow row) {
        for (Cell cell : row.cells()) {
            if (!CellText.trim(cell.text()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean endsAtBlank() {
        return layout.stopAtBlank() || layout.sections();
    }

    private boolean isEnd(GridRow row) {
        if (layout.stopAt().isEmpty()) {
            return false;
        }
        String first =
                row.cells().isEmpty() ? "" : CellText.trim(row.cells().get(0).text());
        return layout.stopAt().stream().anyMatch(regex -> regex.matcher(first).find());
    }

    /** Cells in the order of the fields; short rows are filled with empty cells, cells beyond the header are kept off. */
    private List<Cell> aligned(List<Cell> cells) {
        int width = unpivot.width();
        if (cells.size() == width) {
            return cells;
        }
        List<Cell> aligned = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (aligned.size() < width) {
            aligned.add(EMPTY);
        }
        return aligned;
    }

    private final class GridRows implements Rows {

        private static final int MOST_REMARKS = 100;

        private final Grid grid;
        private final List<SourceRow> waiting = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>(preamble);
        private boolean ended;

        GridRows(Grid grid) {
            this.grid = grid;
        }

        @Override
        public @Nullable SourceRow next() {
            while (waiting.isEmpty() && !ended) {
                GridRow row = grid.next();
                ended = row == null || isEnd(row) || (isBlank(row) && endsAtBlank());
                if (row != null && ended) {
                    remarkFooter(row);
                } else if (row != null && !isBlank(row)) {
                    take(row);
                }
            }
            return waiting.isEmpty() ? null : waiting.remove(0);
        }

        private void take(GridRow row) {
            List<Cell> cells = aligned(row.cells());
            switch (special.kind(cells)) {
                case NOTHING -> remark(row);
                case TOTAL -> {
                    remark(row);
                    waiting.add(SourceRow.total(row.line(), unpivot.pad(cells), special.total(cells)));
                }
                case DATA -> unpivot.rows(cells).forEach(each -> waiting.add(SourceRow.data(row.line(), each)));
            }
        }

        private void remarkFooter(GridRow first) {
            for (GridRow row = first; row != null && remarks.size() < MOST_REMARKS; row = grid.next()) {
                remark(row);
            }
        }

        private void remark(GridRow row) {
            if (remarks.size() < MOST_REMARKS && !isBlank(row)) {
                remarks.add(joined(row));
            }
        }

        @Override
        public List<String> remarks() {
            return Collections.unmodifiableList(remarks);
        }

        @Override
        public void close() {
            grid.close();
        }
    }
}
