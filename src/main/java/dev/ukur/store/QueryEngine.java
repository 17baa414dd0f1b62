package dev.ukur.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The one port through which numbers are asked: DuckDB inside, a distributed engine outside. Queries are read-only.
 *
 * <p>Instants come and go as UTC, days as {@code LocalDate}, money and fractional counts as {@code BigDecimal}, whole
 * counts as {@code Long}, ratios as {@code Double}, unknown as {@code null}.
 */
public interface QueryEngine {

    /** How this engine spells the few things in which engines differ. */
    Dialect dialect();

    /** The roll-ups it keeps in step with its tables, the smallest first. */
    default List<Rollup> rollups() {
        return List.of();
    }

    /**
     * The newest load that answers rest on, where the versions of rows that its dialect names ({@link Dialect#versions}) may
     * already hold later ones; empty where all there is counts.
     */
    default Optional<Long> newest() {
        return Optional.empty();
    }

    /** The facts whose rows it keeps in step with its tables. */
    default List<KeptFact> keptFacts() {
        return List.of();
    }

    /**
     * Which state of the data answers are of, as a text that no other state has; empty when it cannot be told, and then
     * nothing can be kept.
     */
    default Optional<String> state() {
        return Optional.empty();
    }

    /** Runs a query and keeps all its rows in memory; for answers, not for exports. */
    QueryResult query(Sql sql);

    /** Why the engine cannot run a query that a user wrote, in its own words; empty when it can. */
    default Optional<String> refusal(Sql sql) {
        try {
            query(sql);
            return Optional.empty();
        } catch (StoreException e) {
            String told = Objects.requireNonNullElse(e.getCause(), e).getMessage();
            // what follows its first sentence points into SQL that the reader did not write
            return Optional.of(
                    Objects.requireNonNullElse(told, "?").lines().findFirst().orElse("?"));
        }
    }

    /**
     * Runs a query and hands over each row as it comes, in the order of the query.
     *
     * @return the names of the columns
     */
    List<String> stream(Sql sql, RowVisitor visitor);

    /**
     * Runs a query whose columns are all whole numbers, none of them unknown, and hands over its rows in blocks, in the
     * order of the query. For passes over millions of rows: no object is made per row.
     */
    default void scan(Sql sql, BlockVisitor visitor) {
        stream(sql, values -> {
            long[][] columns = new long[values.length][1];
            for (int i = 0; i < values.length; i++) {
                columns[i][0] = ((Number) Objects.requireNonNull(values[i], "unknown in a scan")).longValue();
            }
            visitor.block(columns, 1);
        });
    }

    /**
     * The same engine over canonical tables that are written into each question as queries of something else.
     *
     * @param tables every canonical table by its name, as a relation
     */
    default QueryEngine over(Map<String, String> tables) {
        return new TablesEngine(this, tables, tables, Optional.empty());
    }

    /** Takes rows of a scan; the arrays are only valid during the call. */
    @FunctionalInterface
    interface BlockVisitor {
        /**
         * Called once a block.
         *
         * @param columns by column, then row
         * @param rows how many of each column count
         */
        void block(long[][] columns, int rows);
    }

    /** Takes one row of a streamed result; the array is only valid during the call. */
    @FunctionalInterface
    interface RowVisitor {
        /** Called once a row. */
        void row(@org.jspecify.annotations.Nullable Object[] values);
    }
}
