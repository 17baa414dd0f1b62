package dev.ukur.sources;

import dev.ukur.model.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What a file that no profile knows seems to hold: the raw material of a profile of its own. All of it is a guess from
 * what is shown beside it.
 *
 * @param file as the user named it
 * @param container {@code csv} or {@code xlsx}
 * @param sheet of a workbook; empty for text
 * @param headerRow row of the header, from 1
 * @param preamble lines above the header
 * @param target the canonical table whose columns most headers name; empty when no header is known
 * @param columns in the order of the file
 * @param decimals {@code dot} or {@code comma}; empty when the cells leave it open
 * @param numberExample the cell that decided, or the one that leaves it open
 * @param totals first cells of rows that seem to state totals
 */
public record Draft(
        String file,
        String container,
        Optional<String> sheet,
        int headerRow,
        List<String> preamble,
        Optional<String> target,
        List<Column> columns,
        Optional<String> decimals,
        Optional<String> numberExample,
        List<String> totals) {

    public Draft {
        preamble = List.copyOf(preamble);
        columns = List.copyOf(columns);
        totals = List.copyOf(totals);
    }

    /**
     * A column of the file.
     *
     * @param header as written
     * @param canonical the column it seems to fill; empty when no header of a known profile is like it
     * @param type how its cells read
     * @param examples some of its cells; none of a column that holds people
     * @param personal whether it seems to hold personal data
     * @param dateOrder {@code dmy} or {@code mdy} when its cells show it
     */
    public record Column(
            String header,
            Optional<String> canonical,
            ValueType type,
            List<String> examples,
            boolean personal,
            Optional<String> dateOrder) {

        public Column {
            examples = List.copyOf(examples);
        }
    }
}
