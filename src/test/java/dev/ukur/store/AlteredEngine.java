package dev.ukur.store;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An engine that is asked other words than were said to it, and that keeps neither roll-ups nor facts.
 *
 * @param alter what it is asked in place of a query
 */
public record AlteredEngine(QueryEngine engine, UnaryOperator<Sql> alter) implements QueryEngine {

    /** Asked what was said: the same engine, without roll-ups and kept facts. */
    public static QueryEngine rowsOnly(QueryEngine engine) {
        return new AlteredEngine(engine, UnaryOperator.identity());
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public QueryResult query(Sql sql) {
        return engine.query(alter.apply(sql));
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return engine.stream(alter.apply(sql), visitor);
    }
}
