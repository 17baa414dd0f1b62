package dev.ukur.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A formula of numbers worked out in memory, by the same rules as its SQL: what is not known makes the whole unknown, and
 * so does a divisor of zero. Conditions are only those between numbers.
 */
final class FormulaValue implements Formula.Cases<Optional<Double>> {

    private final Function<String, Optional<Double>> names;

    private FormulaValue(Function<String, Optional<Double>> names) {
        this.names = names;
    }

    /** The value of a formula, each name as the function says; a truth is 1 or 0. */
    static Optional<Double> of(Formula formula, Function<String, Optional<Double>> names) {
        return formula.match(new FormulaValue(names));
    }

    @Override
    public Optional<Double> num(Formula.Num num) {
        return Optional.of(num.value().doubleValue());
    }

    @Override
    public Optional<Double> text(Formula.Text text) {
        return Optional.empty();
    }

    @Override
    public Optional<Double> truth(Formula.Truth truth) {
        return Optional.of(truth.value() ? 1.0 : 0.0);
    }

    @Override
    public Optional<Double> nothing() {
        return Optional.empty();
    }

    @Override
    public Optional<Double> name(Formula.Name name) {
        return names.apply(name.value());
    }

    @Override
    public Optional<Double> negative(Formula.Negative negative) {
        return value(negative.of()).map(number -> -number);
    }

    @Override
    public Optional<Double> not(Formula.Not not) {
        return value(not.of()).map(truth -> 1 - truth);
    }

    @Override
    public Optional<Double> binary(Formula.Binary binary) {
        if (binary.operator().joinsConditions()) {
            return settled(binary, binary.operator() == Operator.OR);
        }
        return value(binary.left())
                .flatMap(left -> value(binary.right()).flatMap(right -> join(binary.operator(), left, right)));
    }

    /** One side that is so settles an "or", one that is not settles an "and", whatever the other is. */
    private Optional<Double> settled(Formula.Binary binary, boolean by) {
        Optional<Double> left = value(binary.left());
        Optional<Double> right = value(binary.right());
        boolean settles = Stream.of(left, right).flatMap(Optional::stream).anyMatch(side -> (side != 0) == by);
        return settles ? truth(by) : left.isPresent() && right.isPresent() ? truth(!by) : Optional.empty();
    }

    @Override
    public Optional<Double> in(Formula.In in) {
        Optional<Double> value = value(in.value());
        List<Optional<Double>> options = in.options().stream().map(this::value).toList();
        boolean decides = options.contains(value) || options.stream().allMatch(Optional::isPresent);
        return value.isPresent() && decides ? truth(options.contains(value) != in.negated()) : Optional.empty();
    }

    @Override
    public Optional<Double> isNull(Formula.IsNull test) {
        return Optional.of(value(test.value()).isEmpty() != test.negated() ? 1.0 : 0.0);
    }

    @Override
    public Optional<Double> call(Formula.Call call) {
        return switch (call.function()) {
            case COALESCE ->
                call.arguments().stream()
                        .map(this::value)
                        .flatMap(Optional::stream)
                        .findFirst();
            case ABS -> value(call.arguments().get(0)).map(Math::abs);
            case IF -> value(call.arguments().get(value(call.arguments().get(0)).orElse(0.0) != 0 ? 1 : 2));
            case LOWER -> Optional.empty();
        };
    }

    private Optional<Double> value(Formula formula) {
        return formula.match(this);
    }

    private static Optional<Double> join(Operator operator, double left, double right) {
        return switch (operator) {
            case PLUS -> Optional.of(left + right);
            case MINUS -> Optional.of(left - right);
            case TIMES -> Optional.of(left * right);
            case DIVIDE -> right == 0 ? Optional.empty() : Optional.of(left / right);
            case OR, AND -> throw new IllegalStateException(operator + " joins conditions");
            case EQUAL -> truth(left == right);
            case NOT_EQUAL -> truth(left != right);
            case LESS -> truth(left < right);
            case LESS_OR_EQUAL -> truth(left <= right);
            case GREATER -> truth(left > right);
            case GREATER_OR_EQUAL -> truth(left >= right);
        };
    }

    private static Optional<Double> truth(boolean holds) {
        return Optional.of(holds ? 1.0 : 0.0);
    }
}
