package dev.ukur.store;

import dev.ukur.model.Expression;
import dev.ukur.model.LakeTable;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.store.TableShape.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** An expression of a mapping as SQL of a wanted type; what cannot become of that type is a problem at its place. */
final class LakeExpression implements Expression.Cases<String> {

    /** Stands where something is wrong, so that all mistakes are told at once. */
    private static final String NOTHING = "null";

    /** Wide enough for money in millionths, and every product of two is exact. */
    private static final String EXACT = "decimal(24, 8)";

    private final Source source;
    private final Wanted wanted;
    private final Problems problems;

    LakeExpression(Source source, Wanted wanted, Problems problems) {
        this.source = source;
        this.wanted = wanted;
        this.problems = problems;
    }

    /**
     * Where values come from.
     *
     * @param columns of the lake's table, with the names of their types
     * @param reporting zone in whose days the workspace counts
     */
    record Source(LakeTable table, Map<String, String> columns, Dialect dialect, ZoneId reporting) {}

    /**
     * What is to become of an expression.
     *
     * @param name of the canonical column
     * @param declared type as the canonical schema names it
     */
    record Wanted(String name, ColumnType type, String declared, LakeTable.Column mapped) {

        Wanted as(ColumnType other, String otherDeclared) {
            return new Wanted(name, other, otherDeclared, mapped);
        }
    }

    /** The column's value. */
    String sql() {
        return cast(wanted.mapped().value().match(this));
    }

    private String cast(String expression) {
        return "cast(" + expression + " as " + source.dialect().type(wanted.declared()) + ")";
    }

    private LakeExpression as(ColumnType type, String declared) {
        return new LakeExpression(source, wanted.as(type, declared), problems);
    }

    private Problem problem(String code) {
        return Problem.error(code, wanted.mapped().at())
                .with("column", wanted.name())
                .with("table", source.table().name().toString());
    }

    private String refuse(Problem problem) {
        problems.add(problem);
        return NOTHING;
    }

    private String notAllowed(String operation) {
        return refuse(problem("lake-expression").with("operation", operation));
    }

    @Override
    public String constant(Expression.Constant constant) {
        String text = constant.text();
        if (!fits(text)) {
            return refuse(problem("lake-constant").with("value", text));
        }
        return switch (wanted.type()) {
            case DECIMAL -> new BigDecimal(text).toPlainString();
            default -> cast(Sql.literal(text));
        };
    }

    private boolean fits(String text) {
        try {
            return switch (wanted.type()) {
                case TEXT -> true;
                case COUNT -> new BigDecimal(text).stripTrailingZeros().scale() <= 0;
                case DECIMAL, NUMBER -> new BigDecimal(text).precision() > 0;
                case FLAG -> List.of("true", "false").contains(text);
                case DAY -> LocalDate.parse(text) != null;
                case INSTANT -> false;
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public String column(Expression.Column column) {
        String name = column.name();
        String declared = source.columns().get(name);
        if (declared == null) {
            return refuse(problem("lake-no-column")
                    .with("missing", name)
                    .with("nearest", Nearest.to(name, source.columns().keySet()).orElse("–")));
        }
        LakeType type = LakeType.of(declared);
        if (!type.becomes(wanted.type())) {
            return refuse(problem("lake-type")
                    .with("from", name)
                    .with("type", declared)
                    .with("wanted", wanted.declared().toLowerCase(java.util.Locale.ROOT)));
        }
        String quoted = source.dialect().quote(name);
        return switch (type) {
            case MOMENT -> source.dialect().utc(quoted);
            case LOCAL_TIME ->
                source.table()
                        .zone()
                        .map(zone -> source.dialect().utc(quoted, zone))
                        .orElseGet(() -> refuse(problem("lake-zone").with("from", name)));
            default -> cast(quoted);
        };
    }

    @Override
    public String coalesce(Expression.Coalesce coalesce) {
        return "coalesce(" + parts(coalesce.parts()) + ")";
    }

    private String parts(List<Expression> parts) {
        return parts.stream().map(part -> part.match(this)).collect(Collectors.joining(", "));
    }

    @Override
    public String concat(Expression.Concat concat) {
        if (wanted.type() != ColumnType.TEXT) {
            return notAllowed("concat");
        }
        return concat.parts().stream().map(part -> part.match(this)).collect(Collectors.joining(" || ", "(", ")"));
    }

    /** A quotient of money would be cut to its places by each engine in its own way; a product with 0.01 is exact. */
    @Override
    public String arithmetic(Expression.Arithmetic arithmetic) {
        boolean divides = arithmetic.operator() == Expression.Operator.DIVIDE;
        boolean number = wanted.type() == ColumnType.NUMBER;
        boolean exact = wanted.type() == ColumnType.DECIMAL || wanted.type() == ColumnType.COUNT;
        if (!number && (!exact || divides)) {
            return notAllowed(arithmetic.operator().name().toLowerCase(java.util.Locale.ROOT));
        }
        LakeExpression operand = exact ? as(ColumnType.DECIMAL, EXACT) : this;
        BiFunction<String, String, String> step = step(arithmetic.operator());
        return arithmetic.parts().stream()
                .map(part -> part.match(operand))
                .reduce((left, right) -> operand.cast(step.apply(left, right)))
                .orElse(NOTHING);
    }

    private static BiFunction<String, String, String> step(Expression.Operator operator) {
        return switch (operator) {
            case ADD -> (left, right) -> left + " + " + right;
            case SUBTRACT -> (left, right) -> left + " - " + right;
            case MULTIPLY -> (left, right) -> left + " * " + right;
            case DIVIDE -> (left, right) -> left + " / nullif(" + right + ", 0)";
        };
    }

    @Override
    public String regex(Expression.Regex regex) {
        return notAllowed("regex");
    }

    /** A word that is not in the list is unknown, unless there is one for all others. */
    @Override
    public String lookup(Expression.Lookup lookup) {
        String of = lookup.of().match(as(ColumnType.TEXT, "varchar"));
        String cases = lookup.words().entrySet().stream()
                .map(word -> " when " + Sql.literal(word.getKey()) + " then "
                        + constant(new Expression.Constant(word.getValue())))
                .collect(Collectors.joining());
        String otherwise = lookup.otherwise()
                .map(word -> " else " + constant(new Expression.Constant(word)))
                .orElse("");
        return "case " + of + cases + otherwise + " end";
    }

    @Override
    public String dayOf(Expression.DayOf day) {
        if (wanted.type() != ColumnType.DAY) {
            return notAllowed("day_of");
        }
        String moment = day.of().match(as(ColumnType.INSTANT, "timestamp"));
        return cast(source.dialect().local(moment, source.reporting()));
    }

    @Override
    public String hash(Expression.Hash hash) {
        return notAllowed("hash");
    }

    @Override
    public String dayAfter(Expression.DayAfter later) {
        return notAllowed("day_after");
    }
}
