package dev.ukur.metrics;

import dev.ukur.store.Sql;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A formula as portable SQL. Products and quotients are of doubles (engines differ on decimals), and a divisor of zero
 * gives null (engines differ on errors).
 */
final class FormulaSql implements Formula.Cases<String> {

    private final Function<String, String> names;

    private FormulaSql(Function<String, String> names) {
        this.names = names;
    }

    /** Renders a formula, each name as the function says. */
    static String render(Formula formula, Function<String, String> names) {
        return formula.match(new FormulaSql(names));
    }

    @Override
    public String num(Formula.Num num) {
        return num.value().toPlainString();
    }

    @Override
    public String text(Formula.Text text) {
        return Sql.literal(text.value());
    }

    @Override
    public String truth(Formula.Truth truth) {
        return String.valueOf(truth.value());
    }

    @Override
    public String nothing() {
        return "null";
    }

    @Override
    public String name(Formula.Name name) {
        return names.apply(name.value());
    }

    @Override
    public String negative(Formula.Negative negative) {
        return "(-" + sql(negative.of()) + ")";
    }

    @Override
    public String not(Formula.Not not) {
        return "(not " + sql(not.of()) + ")";
    }

    @Override
    public String binary(Formula.Binary binary) {
        String left = sql(binary.left());
        String right = sql(binary.right());
        return switch (binary.operator()) {
            case DIVIDE -> "(" + real(left) + " / nullif(" + real(right) + ", 0))";
            case TIMES -> "(" + real(left) + " * " + real(right) + ")";
            default -> "(" + left + " " + binary.operator().symbol() + " " + right + ")";
        };
    }

    @Override
    public String in(Formula.In in) {
        String options = in.options().stream().map(this::sql).collect(Collectors.joining(", "));
        return "(" + sql(in.value()) + (in.negated() ? " not in (" : " in (") + options + "))";
    }

    @Override
    public String isNull(Formula.IsNull test) {
        return "(" + sql(test.value()) + (test.negated() ? " is not null)" : " is null)");
    }

    @Override
    public String call(Formula.Call call) {
        if (call.function() == Formula.Function.IF) {
            return "case when " + sql(call.arguments().get(0)) + " then "
                    + sql(call.arguments().get(1)) + " else "
                    + sql(call.arguments().get(2)) + " end";
        }
        String arguments = call.arguments().stream().map(this::sql).collect(Collectors.joining(", "));
        return call.function().name().toLowerCase(Locale.ROOT) + "(" + arguments + ")";
    }

    private static String real(String sql) {
        return "cast(" + sql + " as double)";
    }

    private String sql(Formula formula) {
        return formula.match(this);
    }
}
