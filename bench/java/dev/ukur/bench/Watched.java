package dev.ukur.bench;

import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import java.util.List;

/** An engine that keeps no roll-ups, and tells how long it worked: the rest of a question's time is planning. */
final class Watched implements QueryEngine {

    private final QueryEngine engine;
    private long nanos;

    Watched(QueryEngine engine) {
        this.engine = engine;
    }

    /** Milliseconds since last asked. */
    double worked() {
        double worked = nanos / 1e6;
        nanos = 0;
        return worked;
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public QueryResult query(Sql sql) {
        long before = System.nanoTime();
        QueryResult result = engine.query(sql);
        nanos += System.nanoTime() - before;
        return result;
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        long before = System.nanoTime();
        List<String> columns = engine.stream(sql, visitor);
        nanos += System.nanoTime() - before;
        return columns;
    }
}
