package dev.ukur.store;

import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A load under way. Rows are staged; nothing is visible, and nothing stays after {@link #close()}, until
 * {@link #commit} has superseded the earlier rows in one transaction.
 */
public interface Loading extends AutoCloseable {

    /**
     * Opens the staging area of a canonical table.
     *
     * @param table the table's name
     * @param columns the columns the rows will give, in order, out of {@link TableShape#columns()}; others stay null
     */
    RowSink into(String table, List<String> columns);

    /**
     * Has the engine itself read the cells of a file, as texts.
     *
     * @param file so plain that it can be read in one way only
     * @return empty when the engine cannot read it
     */
    Optional<FileCells> read(CellFile file);

    /** Keeps a row that could not be read, with its reason. */
    void reject(Reject reject);

    /** Says that this load reads the rejected rows of an earlier one again: when it commits, they leave that quarantine. */
    void rereads(long load);

    /** Keeps something of a person in plain text, apart from all tables. */
    void person(PersonalValue value);

    /**
     * The load that this one corrects: the same bytes under another setting or version of the profile. It is taken back when
     * this one commits.
     */
    Optional<LoadRecord> corrects();

    /** Why that load cannot be taken back, if it cannot. */
    Optional<Problem> obstacle();

    /**
     * Diffs the staged rows against the current ones by key, supersedes changed rows, adds new ones, leaves equal ones,
     * refreshes what is computed from them, and writes the load down. Rows absent from this load stay, unless it
     * declares itself complete.
     *
     * @param outcome what the reader counted, kept with the load
     * @throws dev.ukur.problem.ProblemException with {@code load-built-on} when a load to correct cannot be taken back
     */
    LoadRecord commit(LoadOutcome outcome);

    /** Drops what was staged, unless it was committed. */
    @Override
    void close();

    /** Takes the rows of one table. */
    interface RowSink {
        /**
         * Stages one row.
         *
         * @param sourceLine line or sheet row in the file
         * @param values in the order of the columns, in the Java types of {@link TableShape.ColumnType}
         */
        void row(long sourceLine, @Nullable Object... values);
    }

    /**
     * A row that was not loaded.
     *
     * @param line line or sheet row in the file
     * @param reason stable reject code
     * @param column the source column at fault, or null
     * @param value its text, or null
     * @param row the whole row as JSON, to be read again; null when it is no longer kept
     */
    record Reject(
            long line,
            String reason,
            @Nullable String column,
            @Nullable String value,
            @Nullable String row) {}

    /**
     * Something of a person in plain text.
     *
     * @param person the pseudonym
     * @param kind what it is: email, phone, name, address, ip, other
     * @param value the text
     */
    record PersonalValue(String person, String kind, String value) {}

    /**
     * All rows of some days.
     *
     * @param days the days
     * @param extent which rows are of them
     */
    record Complete(Period days, Extent extent) {

        /** When a row is of some days. */
        public enum Extent {
            /** It speaks of no others. */
            WITHIN,
            /** It begins on one of them, however long it is. */
            BEGINNING
        }
    }

    /**
     * What the reader knows when all rows are staged.
     *
     * @param read rows read from the file, totals and blank lines not counted
     * @param provisionalFrom first day whose numbers the source may still change, or null
     * @param report the reader's own report (control totals, notes) as JSON
     * @param complete rows of which the file declares to hold all that its profile reads of the account: those that it does
     *     not bring are superseded too
     * @param reached how far a database was read, or null
     */
    record LoadOutcome(
            long read,
            java.time.@Nullable LocalDate provisionalFrom,
            String report,
            Optional<Complete> complete,
            @Nullable String reached) {

        /** Of a file that may be a part only. */
        public LoadOutcome(long read, java.time.@Nullable LocalDate provisionalFrom, String report) {
            this(read, provisionalFrom, report, Optional.empty(), null);
        }
    }
}
