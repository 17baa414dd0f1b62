package dev.ukur.store;

import dev.ukur.model.LakeTable;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.store.TableShape.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table of a lake as a query that gives rows of its canonical table. */
final class LakeView {

    /** Columns of every canonical table that no mapping may give. */
    private static final Set<String> OWN = Set.of("account", "period_start", "period_end", "extra");

    /** Who cut visits out, where the lake does not say. */
    private static final Map<String, String> UNSAID = Map.of("built_by", "lake");

    private final LakeExpression.Source source;
    private final TableShape shape;
    private final Map<String, String> declared;
    private final Problems problems;

    /**
     * @param shape of the canonical table
     * @param declared the types of all its columns, as its schema names them
     */
    LakeView(LakeExpression.Source source, TableShape shape, Map<String, String> declared, Problems problems) {
        this.source = source;
        this.shape = shape;
        this.declared = declared;
        this.problems = problems;
    }

    /** The canonical columns of which it gives something, in the order of the table. */
    List<String> given() {
        return shape.columns().keySet().stream()
                .filter(column -> table().columns().containsKey(column)
                        || (OWN.contains(column) && !column.equals("extra"))
                        || fixed(column).isPresent())
                .toList();
    }

    /** The query; what is wrong with the mapping is added to the problems. */
    String sql(int load) {
        refuseStrangers();
        refuseMoneyWithoutCurrency();
        Map<String, String> values = new LinkedHashMap<>();
        declared.keySet().forEach(column -> values.put(column, value(column)));
        values.put("account", Sql.literal(table().account()));
        boolean oneDay = !table().columns().containsKey("period_end");
        String first = day("period_start");
        values.put("period_start", first);
        values.put("period_end", oneDay ? first : day("period_end"));
        values.put("load_id", "cast(" + load + " as bigint)");
        values.put("source_line", "cast(0 as bigint)");
        List<String> columns = new ArrayList<>();
        values.forEach((column, value) -> columns.add(value + " as " + column));
        return "select " + String.join(", ", columns) + " from " + relation();
    }

    private LakeTable table() {
        return source.table();
    }

    private String relation() {
        LakeTable.Name name = table().name();
        Dialect dialect = source.dialect();
        return dialect.quote(name.catalog()) + "." + dialect.quote(name.schema()) + "." + dialect.quote(name.table());
    }

    private String value(String column) {
        LakeTable.Column mapped = table().columns().get(column);
        ColumnType type = shape.columns().get(column);
        if (mapped != null && type != null && !OWN.contains(column)) {
            return new LakeExpression(source, wanted(column, type, mapped), problems).sql();
        }
        Optional<String> fixed = fixed(column);
        boolean needed = shape.required().contains(column) && !OWN.contains(column) && !column.equals("currency");
        if (fixed.isEmpty() && needed) {
            problems.add(Problem.error("lake-required-column", table().at())
                    .with("column", column)
                    .with("into", shape.name()));
        }
        return "cast(" + fixed.map(Sql::literal).orElse("null") + " as "
                + source.dialect().type(type(column)) + ")";
    }

    private String type(String column) {
        return declared.getOrDefault(column, "varchar");
    }

    private LakeExpression.Wanted wanted(String column, ColumnType type, LakeTable.Column mapped) {
        return new LakeExpression.Wanted(column, type, type(column), mapped);
    }

    /** What a column is where the mapping says it once for all rows, or need not say it. */
    private Optional<String> fixed(String column) {
        if (!shape.columns().containsKey(column) || table().columns().containsKey(column)) {
            return Optional.empty();
        }
        return column.equals("currency") ? table().currency() : Optional.ofNullable(UNSAID.get(column));
    }

    /** A row's first or last day: of the key that stands for both, or its own. */
    private String day(String end) {
        LakeTable.Column both = table().columns().get(LakeTable.PERIOD);
        LakeTable.Column mapped = both == null ? table().columns().get(end) : both;
        if (mapped == null) {
            problems.add(Problem.error("lake-required-column", table().at())
                    .with("column", LakeTable.PERIOD)
                    .with("into", shape.name()));
            return "cast(null as date)";
        }
        LakeExpression.Wanted day = new LakeExpression.Wanted(end, ColumnType.DAY, "DATE", mapped);
        return new LakeExpression(source, day, problems).sql();
    }

    private void refuseStrangers() {
        Set<String> known = new TreeSet<>(shape.columns().keySet());
        known.removeAll(OWN);
        known.addAll(List.of(LakeTable.PERIOD, "period_start", "period_end"));
        table().columns().forEach((column, mapped) -> {
            if (!known.contains(column)) {
                problems.add(Problem.error("lake-unknown-column", mapped.at())
                        .with("column", column)
                        .with("into", shape.name())
                        .with("nearest", Nearest.to(column, known).orElse("–")));
            }
        });
    }

    /** A sum of money of which nobody says what money it is would be left out of every answer, or be wrong. */
    private void refuseMoneyWithoutCurrency() {
        boolean money = table().columns().keySet().stream()
                .anyMatch(column -> shape.columns().get(column) == ColumnType.DECIMAL);
        boolean said = table().currency().isPresent() || table().columns().containsKey("currency");
        boolean needed = shape.required().contains("currency")
                || (money && shape.columns().containsKey("currency"));
        if (needed && !said) {
            problems.add(Problem.error("lake-currency", table().at()).with("into", shape.name()));
        }
    }
}
