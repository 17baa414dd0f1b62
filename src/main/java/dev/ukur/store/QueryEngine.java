package dev.ukur.store;

import java.util.List;

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

    /** Runs a query and keeps all its rows in memory; for answers, not for exports. */
    QueryResult query(Sql sql);

    /**
     * Runs a query and hands over each row as it comes, in the order of the query.
     *
     * @return the names of the columns
     */
    List<String> stream(Sql sql, RowVisitor visitor);

    /** Takes one row of a streamed result; the array is only valid during the call. */
    @FunctionalInterface
    interface RowVisitor {
        /** Called once a row. */
        void row(@org.jspecify.annotations.Nullable Object[] values);
    }
}
