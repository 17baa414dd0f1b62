package dev.ukur.store;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Trino's spelling, over canonical tables in one schema. */
final class TrinoDialect implements Dialect {

    private final String schema;

    TrinoDialect(String schema) {
        this.schema = schema;
    }

    @Override
    public String name() {
        return "trino";
    }

    @Override
    public String table(String name) {
        return schema + "." + name;
    }

    /** Trino's own timestamp has milliseconds only, and it knows no unsigned numbers. */
    @Override
    public String type(String canonical) {
        return switch (canonical.toUpperCase(Locale.ROOT)) {
            case "TIMESTAMP" -> "timestamp(6)";
            case "UBIGINT" -> "decimal(20, 0)";
            case "HUGEINT" -> "decimal(38, 0)";
            case "BLOB" -> "varbinary";
            default ->
                canonical.endsWith("[]")
                        ? "array(" + type(canonical.substring(0, canonical.length() - 2)) + ")"
                        : canonical.toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public String local(String utcExpression, ZoneId zone) {
        return fixedOffset(zone)
                .map(offset -> "(" + utcExpression + " + interval '" + offset.getTotalSeconds() + "' second)")
                .orElse("cast(with_timezone(" + utcExpression + ", 'UTC') at time zone '" + zone.getId()
                        + "' as timestamp(6))");
    }

    @Override
    public String utc(String localExpression, ZoneId zone) {
        String micros = "cast(" + localExpression + " as timestamp(6))";
        return fixedOffset(zone)
                .map(offset -> "(" + micros + " - interval '" + offset.getTotalSeconds() + "' second)")
                .orElse("cast(with_timezone(" + micros + ", '" + zone.getId()
                        + "') at time zone 'UTC' as timestamp(6))");
    }

    @Override
    public String utc(String zonedExpression) {
        return "cast(" + zonedExpression + " at time zone 'UTC' as timestamp(6))";
    }

    @Override
    public String days(String firstDay, String lastDay) {
        return "(select day from unnest(sequence(" + firstDay + ", " + lastDay
                + ", interval '1' day)) as s (day)) days";
    }

    /** Trino's own percentile is an estimate, so the values are sorted and the two around the place are joined by a line. */
    @Override
    public String percentile(String expression, Optional<String> condition, String share) {
        String sorted = sorted(expression, condition);
        String place = "(cardinality(" + sorted + ") - 1) * " + share + " + 1";
        String low = "element_at(" + sorted + ", cast(floor(" + place + ") as bigint))";
        String high = "element_at(" + sorted + ", cast(ceiling(" + place + ") as bigint))";
        return "case when cardinality(" + sorted + ") > 0 then " + low + " + (" + place + " - floor(" + place + ")) * ("
                + high + " - " + low + ") end";
    }

    @Override
    public String micros(String timeExpression) {
        return "cast(round(to_unixtime(" + timeExpression + ") * 1000000) as bigint)";
    }

    @Override
    public String key(String textExpression) {
        return "bitwise_right_shift(from_big_endian_64(xxhash64(to_utf8(" + textExpression + "))), 1)";
    }

    /** A place before the first is an error to Trino. */
    @Override
    public String nth(String expression, Optional<String> condition, String rank) {
        return "case when " + rank + " >= 1 then element_at(" + sorted(expression, condition) + ", cast(" + rank
                + " as bigint)) end";
    }

    private static String sorted(String expression, Optional<String> condition) {
        String known = condition.map(text -> text + " and ").orElse("") + expression + " is not null";
        return "array_sort(array_agg(" + expression + ") filter (where " + known + "))";
    }
}
