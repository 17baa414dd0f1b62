package dev.ukur.metrics;

import java.util.Arrays;
import java.util.Optional;

/** The two-sided operators of the formula language, loosest first; all group to the left. */
enum Operator {
    OR("or", 1),
    AND("and", 2),
    EQUAL("=", 4),
    NOT_EQUAL("<>", 4),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDE("/", 6);

    /** How tightly {@code not} binds: looser than comparisons, tighter than {@code and}. */
    static final int NOT_STRENGTH = 3;
    /** How tightly {@code in} and {@code is null} bind: like comparisons. */
    static final int TEST_STRENGTH = 4;
    /** How tightly the sign of a number binds. */
    static final int SIGN_STRENGTH = 7;

    private final String symbol;
    private final int strength;

    Operator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    String symbol() {
        return symbol;
    }

    int strength() {
        return strength;
    }

    boolean joinsConditions() {
        return this == OR || this == AND;
    }

    boolean compares() {
        return strength == TEST_STRENGTH;
    }

    static Optional<Operator> of(String symbol) {
        String known = symbol.equals("!=") ? "<>" : symbol;
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(known))
                .findFirst();
    }
}
