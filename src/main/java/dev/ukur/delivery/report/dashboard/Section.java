package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.ScorecardView.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a page: a heading, and under it what is known, as drawing, table, facts or words.
 *
 * @param title its heading
 * @param note beside the heading
 * @param body what stands in it
 * @param source how it is to be read, in small print
 */
public record Section(String title, String note, Body body, String source) {

    /** The content; empty parts are not shown. */
    public record Body(
            List<String> words, Optional<Drawing> drawing, Grid grid, List<Fact> facts, List<Link> links, String code) {

        public Body {
            words = List.copyOf(words);
            facts = List.copyOf(facts);
            links = List.copyOf(links);
        }

        /** Whether the code is a question of many lines, which stands folded, and not an address to copy. */
        public boolean isSql() {
            return code.contains("\n");
        }

        static Body words(List<String> words) {
            return new Body(words, Optional.empty(), Grid.EMPTY, List.of(), List.of(), "");
        }

        static Body grid(Grid grid) {
            return words(List.of()).with(grid);
        }

        Body with(Grid other) {
            return new Body(words, drawing, other, facts, links, code);
        }

        Body with(List<Fact> others) {
            return new Body(words, drawing, grid, others, links, code);
        }

        Body with(Drawing other) {
            return new Body(words, Optional.of(other), grid, facts, links, code);
        }

        Body with(Link other) {
            List<Link> more = new ArrayList<>(links);
            more.add(other);
            return new Body(words, drawing, grid, facts, more, code);
        }

        Body code(String text) {
            return new Body(words, drawing, grid, facts, links, text);
        }
    }

    /** A term and its words. */
    public record Fact(String term, String words) {}

    /** Where to go. */
    public record Link(String href, String label) {}

    /** A table: headings and rows; the first column names the row. */
    public record Grid(List<Head> heads, List<List<Cell>> rows) {

        static final Grid EMPTY = new Grid(List.of(), List.of());

        private static final int LONG = 10;
        private static final int TOLD = 6;

        /** Whether a table that is drawn as well stands folded below its drawing: it is long, or says little more. */
        public boolean isFolded() {
            return rows.size() > LONG || heads.size() <= TOLD;
        }

        public Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** A heading; numbers stand to the right. */
    public record Head(String label, boolean number) {}

    /** A cell: words, perhaps leading somewhere, perhaps in a tone of the style sheet. */
    public record Cell(String text, String href, String tone) {

        static Cell of(String text) {
            return new Cell(text, "", "");
        }

        static Cell link(String text, String href) {
            return new Cell(text, href, "");
        }

        Cell toned(String other) {
            return new Cell(text, href, other);
        }

        /** The classes of the table cell. */
        public String style(Head head) {
            return head.number() ? ("num " + tone).strip() : tone;
        }
    }
}
