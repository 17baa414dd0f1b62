package dev.ukur.metrics;

import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import java.util.List;

/** The same engine without roll-ups and kept facts. */
record RowsOnly(QueryEngine engine) implements QueryEngine {

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public QueryResult query(Sql sql) {
        return engine.query(sql);
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return engine.stream(sql, visitor);
    }
}
