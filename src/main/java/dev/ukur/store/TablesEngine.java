package dev.ukur.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An engine over canonical tables that are written into each question as queries of something else: where its dialect is asked
 * for a table, and where a question names one plainly.
 *
 * @param own is asked
 * @param tables every canonical table by its name, as a relation
 * @param versions the same with every version of a row
 * @param newest the load up to which versions count; empty when all do
 */
record TablesEngine(QueryEngine own, Map<String, String> tables, Map<String, String> versions, Optional<Long> newest)
        implements QueryEngine {

    private static final Pattern READS = Pattern.compile("\\b(?:from|join)\\s+([a-z_][a-z0-9_]*)\\b(?!\\s*[.(])");
    private static final Pattern DEFINES =
            Pattern.compile("(?:\\bwith|,)(?:\\s|--[^\\n]*\\n)+([a-z_][a-z0-9_]*)\\s+as\\s*\\(");
    private static final Pattern BEGINS_WITH = Pattern.compile("\\A(?:\\s+|--[^\\n]*\\n)*with\\b");

    TablesEngine {
        tables = Map.copyOf(tables);
        versions = Map.copyOf(versions);
    }

    @Override
    public Dialect dialect() {
        return own.dialect().over(table -> relation(table, tables), table -> relation(table, versions));
    }

    private static String relation(String table, Map<String, String> relations) {
        String relation = relations.get(table);
        if (relation == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return relation;
    }

    /** The question with all tables that it names plainly defined before it. */
    private Sql complete(Sql sql) {
        String text = sql.text();
        Set<String> named = names(READS, text);
        named.retainAll(tables.keySet());
        named.removeAll(names(DEFINES, text));
        if (named.isEmpty()) {
            return sql;
        }
        String definitions = named.stream()
                .map(table -> table + " as (select * from " + relation(table, tables) + " t)")
                .collect(Collectors.joining(",\n"));
        Matcher with = BEGINS_WITH.matcher(text);
        String whole = with.find()
                ? "with " + definitions + ",\n" + text.substring(with.end())
                : "with " + definitions + "\n" + text;
        return new Sql(whole, sql.parameters());
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Override
    public QueryResult query(Sql sql) {
        return own.query(complete(sql));
    }

    @Override
    public Optional<String> refusal(Sql sql) {
        return own.refusal(complete(sql));
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return own.stream(complete(sql), visitor);
    }

    @Override
    public void scan(Sql sql, BlockVisitor visitor) {
        own.scan(complete(sql), visitor);
    }
}
