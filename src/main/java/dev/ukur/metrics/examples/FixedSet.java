package dev.ukur.metrics.examples;

import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.TableColumns;
import dev.ukur.time.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 200,000 rows that are the same wherever they are: each is computed from its number inside the question, so no table is made
 * or read. What sums, sorts and paths of many rows show, the few rows of a worked example do not.
 */
public final class FixedSet {

    /** The days its rows speak of, in Jakarta. */
    public static final Period DAYS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 16));

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** Tables with rows; all others have none. */
    private static final List<String> FILLED = List.of("visits", "events", "orders", "ad_performance");

    private static final Pattern MOMENTS = Pattern.compile("\\{\\{moments (\\d+)}}");

    private static final String CHANNEL = "case i % 5 when 0 then 'Paid Search' when 1 then 'Email' when 2 then"
            + " 'Organic Social' else 'Direct' end";

    private FixedSet() {}

    /**
     * An engine whose canonical tables hold these rows.
     *
     * @param columns of the canonical tables
     */
    public static QueryEngine on(QueryEngine engine, TableColumns columns) {
        Dialect own = engine.dialect();
        Map<String, String> tables = new HashMap<>();
        columns.tables().forEach((table, types) -> tables.put(table, relation(own, table, types)));
        return engine.over(tables);
    }

    private static String relation(Dialect dialect, String table, Map<String, String> types) {
        boolean filled = FILLED.contains(table);
        String rows = filled ? rows(dialect, table) : "select 1 as none";
        String columns = types.entrySet().stream()
                .map(column -> "cast(" + value(rows, column.getKey(), filled) + " as " + dialect.type(column.getValue())
                        + ") as " + dialect.quote(column.getKey()))
                .collect(Collectors.joining(", "));
        return "(select " + columns + " from (" + rows + ") t" + (filled ? "" : " where false") + ")";
    }

    private static String value(String rows, String column, boolean filled) {
        if (column.equals("load_id")) {
            return "-1";
        }
        boolean given =
                filled && Pattern.compile(" as " + column + "\\b").matcher(rows).find();
        return given ? column : "null";
    }

    private static String rows(Dialect dialect, String table) {
        Matcher moments = MOMENTS.matcher(text(table + ".sql"));
        return moments.replaceAll(found -> Matcher.quoteReplacement(moments(dialect, Integer.parseInt(found.group(1)))))
                .replace("{{channel}}", CHANNEL)
                .replace("{{day}}", "cast(" + dialect.local("started_at", ZONE) + " as date)");
    }

    /** Numbers with a moment each, all different days and hours, none twice for one visitor. */
    private static String moments(Dialect dialect, int count) {
        return "select i, cast(timestamp '2025-12-31 17:00:00' + i * 37 % 197 * interval '1' day"
                + " + i * 7919 % 86239 * interval '1' second as " + dialect.type("TIMESTAMP") + ") as started_at from "
                + dialect.numbers(count);
    }

    private static String text(String file) {
        try (InputStream in = FixedSet.class.getResourceAsStream("/dev/ukur/metrics/fixed/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
