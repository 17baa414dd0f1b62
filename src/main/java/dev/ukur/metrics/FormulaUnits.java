package dev.ukur.metrics;

import dev.ukur.model.MetricUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a formula's number counts. Refuses sums and comparisons of things that do not count alike (money and orders, a
 * share and money), and averages of ratios, which are not the ratio of the whole.
 */
final class FormulaUnits implements Formula.Cases<FormulaUnits.Kind> {

    /** What a number counts; {@code ANY} fits all: plain numbers, and products nobody has a name for. */
    enum Kind {
        COUNT,
        MONEY,
        DAYS,
        SECONDS,
        /** Of the same things over each other: shares and ratios. */
        PURE,
        ANY;

        static Kind of(MetricUnit unit) {
            return switch (unit) {
                case COUNT -> COUNT;
                case MONEY -> MONEY;
                case DAYS -> DAYS;
                case SECONDS -> SECONDS;
                case SHARE, RATIO -> PURE;
            };
        }

        boolean fits(Kind other) {
            return this == other || this == ANY || other == ANY;
        }
    }

    /** What is known of a name in a formula. */
    record Meaning(Kind kind, boolean isRatio) {}

    private final FormulaText source;
    private final Function<String, Meaning> names;

    private FormulaUnits(FormulaText source, Function<String, Meaning> names) {
        this.source = source;
        this.names = names;
    }

    /**
     * What the formula counts.
     *
     * @throws dev.ukur.problem.ProblemException with {@code formula-units} or {@code average-of-ratios}
     */
    static Kind of(FormulaText source, Formula formula, Function<String, Meaning> names) {
        return formula.match(new FormulaUnits(source, names));
    }

    @Override
    public Kind num(Formula.Num num) {
        return Kind.ANY;
    }

    @Override
    public Kind text(Formula.Text text) {
        return Kind.ANY;
    }

    @Override
    public Kind truth(Formula.Truth truth) {
        return Kind.ANY;
    }

    @Override
    public Kind nothing() {
        return Kind.ANY;
    }

    @Override
    public Kind name(Formula.Name name) {
        return names.apply(name.value()).kind();
    }

    @Override
    public Kind negative(Formula.Negative negative) {
        return negative.of().match(this);
    }

    @Override
    public Kind not(Formula.Not not) {
        not.of().match(this);
        return Kind.ANY;
    }

    @Override
    public Kind binary(Formula.Binary binary) {
        Operator operator = binary.operator();
        if (operator == Operator.DIVIDE) {
            refuseAverage(binary);
            return quotient(binary.left().match(this), binary.right().match(this));
        }
        if (operator == Operator.TIMES) {
            return product(binary.left().match(this), binary.right().match(this));
        }
        Kind alike = alike(List.of(binary.left(), binary.right()), binary);
        return operator.joinsConditions() || operator.compares() ? Kind.ANY : alike;
    }

    @Override
    public Kind in(Formula.In in) {
        return Kind.ANY;
    }

    @Override
    public Kind isNull(Formula.IsNull test) {
        test.value().match(this);
        return Kind.ANY;
    }

    @Override
    public Kind call(Formula.Call call) {
        return switch (call.function()) {
            case ABS -> call.arguments().get(0).match(this);
            case LOWER -> Kind.ANY;
            case COALESCE -> alike(call.arguments(), call);
            case IF -> {
                call.arguments().get(0).match(this);
                yield alike(call.arguments().subList(1, 3), call);
            }
        };
    }

    private Kind alike(List<Formula> formulas, Formula whole) {
        Kind kind = Kind.ANY;
        for (Formula formula : formulas) {
            Kind found = formula.match(this);
            if (!found.fits(kind)) {
                throw source.refuse("formula-units", position(whole), word(kind) + " / " + word(found));
            }
            kind = kind == Kind.ANY ? found : kind;
        }
        return kind;
    }

    private static Kind quotient(Kind above, Kind below) {
        if (above == below) {
            return above == Kind.ANY ? Kind.ANY : Kind.PURE;
        }
        if (below == Kind.PURE || below == Kind.ANY || below == Kind.COUNT) {
            return above;
        }
        return Kind.ANY;
    }

    private static Kind product(Kind left, Kind right) {
        if (left == Kind.PURE || left == Kind.ANY) {
            return right == Kind.PURE ? left : right;
        }
        if (right == Kind.PURE || right == Kind.ANY || right == Kind.COUNT) {
            return left;
        }
        return left == Kind.COUNT ? right : Kind.ANY;
    }

    /** {@code (rate_a + rate_b) / 2} weighs a small campaign like a large one. */
    private void refuseAverage(Formula.Binary binary) {
        boolean byNumber = binary.right() instanceof Formula.Num;
        if (byNumber && ratios(binary.left()) > 1) {
            throw source.refuse("average-of-ratios", position(binary), source.text());
        }
    }

    /** How many ratios a sum adds up. */
    private int ratios(Formula formula) {
        if (formula instanceof Formula.Binary sum && sum.operator() == Operator.PLUS) {
            return ratios(sum.left()) + ratios(sum.right());
        }
        return formula instanceof Formula.Name name && names.apply(name.value()).isRatio() ? 1 : 0;
    }

    private static int position(Formula formula) {
        return formula.names().stream()
                .mapToInt(Formula.Name::position)
                .findFirst()
                .orElse(1);
    }

    private static String word(Kind kind) {
        return kind == Kind.PURE ? "share" : kind.name().toLowerCase(Locale.ROOT);
    }
}
