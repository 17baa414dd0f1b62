package dev.ukur.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the rows of a file lie.
 *
 * @param headerWithin how many rows from the top the header may stand
 * @param header whether there is one; without, columns are named {@code 1}, {@code 2} and so on
 * @param delimiter the one sign between cells, {@code whitespace} for runs of blanks, or empty to see it from the lines
 * @param stopAtBlank whether a blank line ends the table (else it is passed over)
 * @param stopAt a first cell that ends the table
 * @param descriptionRows rows under the header that describe the columns
 * @param rows JSON pointer to the array of rows, or to an object whose members are rows of {@code $key} and
 *     {@code $value}; empty for the whole record
 * @param special rows that are no data
 * @param group lines that together are one thing, such as an order
 * @param unpivot columns named by a pattern, each of which gives a row; the pattern's named groups become fields
 */
public record LayoutRules(
        int headerWithin,
        boolean header,
        Optional<String> delimiter,
        boolean stopAtBlank,
        List<Pattern> stopAt,
        int descriptionRows,
        Optional<String> rows,
        List<SpecialRow> special,
        Optional<Group> group,
        Optional<Pattern> unpivot) {

    public LayoutRules {
        stopAt = List.copyOf(stopAt);
        special = List.copyOf(special);
    }

    /**
     * A row that is no data.
     *
     * @param column the column (name, or number from 1) whose text is looked at; empty when blanks are
     * @param label found in that column
     * @param blank columns that are all empty in such a row
     * @param total whether it states totals of the rows, else it is dropped
     * @param binding which labels must equal the sum of the rows; empty label patterns bind always
     */
    public record SpecialRow(
            Optional<String> column,
            Optional<Pattern> label,
            List<HeaderMatch> blank,
            boolean total,
            Optional<Pattern> binding) {

        public SpecialRow {
            blank = List.copyOf(blank);
        }
    }

    /**
     * Adjacent lines with the same key are one thing.
     *
     * @param by the key's column
     * @param once targets that take one row a group; the others take every line
     * @param fillDown columns whose blank cells take the text of the group's first line
     */
    public record Group(HeaderMatch by, List<String> once, List<HeaderMatch> fillDown) {
        public Group {
            once = List.copyOf(once);
            fillDown = List.copyOf(fillDown);
        }
    }
}
