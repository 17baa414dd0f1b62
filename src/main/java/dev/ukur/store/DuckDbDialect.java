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
    public String micros(String timeExpression) {
        return "epoch_us(" + timeExpression + ")";
    }

    @Override
    public String key(String textExpression) {
        return "cast(hash(" + textExpression + ") >> 1 as bigint)";
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

    @Override
    public String days(String firstDay, String lastDay) {
        return "(select cast(d as date) as day from generate_series(" + firstDay + ", " + lastDay
                + ", interval 1 day) as s (d)) days";
    }
}
