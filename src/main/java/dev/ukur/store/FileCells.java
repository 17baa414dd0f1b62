package dev.ukur.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a file that the engine has read itself: the table {@code temp.file_cells} of a load under way, one row a line,
 * with the number of the {@code line} and the texts {@code c0}, {@code c1} and so on, never null.
 */
public interface FileCells {

    /** How many rows there are. */
    long rows();

    /** Takes the rows an SQL query over them gives; the texts of a row are only valid until the next. */
    void ask(String select, RowTexts rows);

    /**
     * Opens a table {@code temp.told_N} that tells, for texts of some cells, what they mean: columns {@code k0}, {@code k1}
     * and so on for the texts, {@code fine} for whether they can be read, and columns of a canonical table.
     *
     * @param number N
     * @param keys how many texts
     * @param table the canonical table
     * @param columns of it
     */
    Meanings meanings(int number, int keys, String table, List<String> columns);

    /**
     * Stages rows for a canonical table that the load has opened. They are not written down: the load reads them off the
     * cells when it commits.
     *
     * @return how many rows were staged, without those whose key is staged twice: of these none is
     */
    long stage(String table, CellRows rows);

    /** The pairs of first and last day that rows staged for a table speak of. */
    void days(String table, RowTexts rows);

    /** Rows that are not staged, in the order of the file; {@code line} first, then all cells. */
    Texts rest();

    /** Whether two rows of one key are staged, when no row follows any more. */
    boolean repeatsKeys(String table);

    /** Takes rows of texts. */
    @FunctionalInterface
    interface RowTexts {
        void row(@Nullable String[] texts);
    }

    /** Rows of texts, one after the other. */
    interface Texts extends AutoCloseable {
        /** The next row, or null after the last. */
        @Nullable
        String @Nullable [] next();

        @Override
        void close();
    }

    /** Takes meanings, then puts them into the table. */
    interface Meanings {
        /**
         * Adds one.
         *
         * @param keys the texts
         * @param fine whether they can be read
         * @param values in the order of the columns, in the Java types of {@link TableShape.ColumnType}
         */
        void add(String[] keys, boolean fine, @Nullable Object[] values);

        /** Ends them. */
        void finish();
    }
}
