package dev.ukur.store;

import dev.ukur.time.Grain;

/** DuckDB's spelling. */
final class DuckDbDialect implements Dialect {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String table(String name) {
        return "main." + name;
    }

    @Override
    public String percentile(String expression, String share) {
        return "quantile_cont(" + expression + ", " + share + ")";
    }

    @Override
    public String startOf(Grain grain, String dayExpression) {
        return switch (grain) {
            case DAY -> dayExpression;
            case WEEK, MONTH, QUARTER, YEAR ->
                "cast(date_trunc('" + grain.word() + "', " + dayExpression + ") as date)";
            case TOTAL -> throw new IllegalArgumentException("a total has no period of its own");
        };
    }
}
