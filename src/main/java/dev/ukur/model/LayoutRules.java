package dev.ukur.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the rows of a file lie.
 *
 * @param headerWithin how many rows from the top the header may stand
 * @param header whether there is one; without, columns are named {@code 1}, {@code 2} and so on
 * @param delimiter the one sign between cells, {@code whitespace} for runs of blanks, or empty to see it from the lines
 * @param sheet found in the name of the sheets that may hold the table; empty for any sheet
 * @param stopAtBlank whether a blank line ends the table (else it is passed over)
 * @param sections whether blank lines part several tables of one file
 * @param stopAt a first cell that ends the table
 * @param descriptionRows rows under the header that describe the columns
 * @param json where rows lie in JSON
 * @param log how the lines of a server log are read; empty for all that is no log
 * @param special rows that are no data
 * @param rowCount its first group is the number of rows, in a line above or below them
 * @param group lines that together are one thing, such as an order
 * @param unpivot columns named by a pattern, each of which gives a row; the pattern's named groups become fields
 */
public record LayoutRules(
        int headerWithin,
        boolean header,
        Optional<String> delimiter,
        Optional<Pattern> sheet,
        boolean stopAtBlank,
        boolean sections,
        List<Pattern> stopAt,
        int descriptionRows,
        JsonRules json,
        Optional<LogRules> log,
        List<SpecialRow> special,
        Optional<Pattern> rowCount,
        Optional<Group> group,
        Optional<Pattern> unpivot) {

    public LayoutRules {
        stopAt = List.copyOf(stopAt);
        special = List.copyOf(special);
    }

    /**
     * Where rows lie in a JSON record.
     *
     * @param rows pointer to the array of rows, or to an object whose members are rows of {@code $key} and
     *     {@code $value}; empty for the whole record, or its elements when it is an array
     * @param explode pointer inside a row to an array, each element of which gives a row of its own; its members are
     *     named {@code $item/...}
     * @param names pointers to the arrays that name the columns of rows without names of their own
     * @param values pointers inside a row to the arrays that hold the values, in the order of {@code names}
     */
    public record JsonRules(Optional<String> rows, Optional<String> explode, List<String> names, List<String> values) {

        public JsonRules {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }

        /** The whole record is the row. */
        public static JsonRules whole() {
            return new JsonRules(Optional.empty(), Optional.empty(), List.of(), List.of());
        }
    }

    /**
     * How a line of a server log becomes the fields of a request.
     *
     * @param form how lines are written
     * @param line a line, its fields as named groups; of {@link LogForm#LINES} only
     * @param fields the fields of a request to their names in the log; of the other forms
     */
    public record LogRules(LogForm form, Optional<Pattern> line, Map<String, List<String>> fields) {
        public LogRules {
            fields = Map.copyOf(fields);
        }
    }

    /** How the lines of a log are written. */
    public enum LogForm {
        /** By a pattern. */
        LINES,
        /** The W3C extended format, which names its fields in a line of its own. */
        W3C,
        /** A JSON object each. */
        JSON
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
