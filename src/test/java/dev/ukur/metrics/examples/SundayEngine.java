package dev.ukur.metrics.examples;

import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import java.util.List;

/** DuckDB as an engine would be that spells weeks alike and means others: the day before each Monday begins one. */
record SundayEngine(QueryEngine engine) implements QueryEngine {

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public QueryResult query(Sql sql) {
        return engine.query(shifted(sql));
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return engine.stream(shifted(sql), visitor);
    }

    private static Sql shifted(Sql sql) {
        String text = sql.text()
                .replaceAll("date_trunc\\('week', ([a-z_.]+)\\)", "date_trunc('week', $1 + interval '1' day)");
        return new Sql(text, sql.parameters());
    }
}
