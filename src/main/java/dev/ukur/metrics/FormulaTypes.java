package dev.ukur.metrics;

import java.util.List;

/**
 * What kind of value a formula gives. Refuses formulas that mix kinds, so that a mistake is told before a query runs.
 */
final class FormulaTypes implements Formula.Cases<FormulaTypes.Type> {

    /** Kinds of value; {@code ANY} is a column or null, which may be of each. */
    enum Type {
        NUMBER,
        TEXT,
        TRUTH,
        ANY;

        boolean fits(Type other) {
            return this == other || this == ANY || other == ANY;
        }
    }

    private final FormulaText source;
    private final Type names;

    private FormulaTypes(FormulaText source, Type names) {
        this.source = source;
        this.names = names;
    }

    /**
     * Refuses a formula of the wrong kind.
     *
     * @param names the kind of every name in it
     * @param wanted the kind the whole must have
     * @throws dev.ukur.problem.ProblemException when kinds are mixed or the whole is of another kind
     */
    static void check(FormulaText source, Formula formula, Type names, Type wanted) {
        FormulaTypes types = new FormulaTypes(source, names);
        types.want(wanted, formula);
    }

    @Override
    public Type num(Formula.Num num) {
        return Type.NUMBER;
    }

    @Override
    public Type text(Formula.Text text) {
        return Type.TEXT;
    }

    @Override
    public Type truth(Formula.Truth truth) {
        return Type.TRUTH;
    }

    @Override
    public Type nothing() {
        return Type.ANY;
    }

    @Override
    public Type name(Formula.Name name) {
        return names;
    }

    @Override
    public Type negative(Formula.Negative negative) {
        return want(Type.NUMBER, negative.of());
    }

    @Override
    public Type not(Formula.Not not) {
        return want(Type.TRUTH, not.of());
    }

    @Override
    public Type binary(Formula.Binary binary) {
        if (binary.operator().joinsConditions()) {
            want(Type.TRUTH, binary.left());
            return want(Type.TRUTH, binary.right());
        }
        if (binary.operator().compares()) {
            want(binary.left().match(this), binary.right());
            return Type.TRUTH;
        }
        want(Type.NUMBER, binary.left());
        return want(Type.NUMBER, binary.right());
    }

    @Override
    public Type in(Formula.In in) {
        Type type = in.value().match(this);
        in.options().forEach(option -> want(type, option));
        return Type.TRUTH;
    }

    @Override
    public Type isNull(Formula.IsNull test) {
        test.value().match(this);
        return Type.TRUTH;
    }

    @Override
    public Type call(Formula.Call call) {
        List<Formula> arguments = call.arguments();
        return switch (call.function()) {
            case ABS -> want(Type.NUMBER, arguments.get(0));
            case LOWER -> want(Type.TEXT, arguments.get(0));
            case COALESCE -> alike(arguments);
            case IF -> {
                want(Type.TRUTH, arguments.get(0));
                yield alike(arguments.subList(1, 3));
            }
        };
    }

    private Type alike(List<Formula> formulas) {
        Type type = Type.ANY;
        for (Formula formula : formulas) {
            Type found = want(type, formula);
            type = type == Type.ANY ? found : type;
        }
        return type;
    }

    private Type want(Type wanted, Formula formula) {
        Type found = formula.match(this);
        if (!found.fits(wanted)) {
            int position = formula.names().stream()
                    .mapToInt(Formula.Name::position)
                    .findFirst()
                    .orElse(1);
            throw source.refuse("formula-kind", position, found.name().toLowerCase(java.util.Locale.ROOT));
        }
        return wanted == Type.ANY ? found : wanted;
    }
}
