package dev.ukur.metrics;

import dev.ukur.metrics.FormulaLexer.Kind;
import dev.ukur.metrics.FormulaLexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text to {@link Formula}: operator precedence parsing after Pratt, with a cap on nesting. */
final class FormulaParser {

    /** Deeper nesting is a mistake or an attack; the cap keeps the stack safe. */
    static final int DEEPEST = 60;

    private final FormulaText source;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private FormulaParser(FormulaText source) {
        this.source = source;
        this.tokens = FormulaLexer.tokens(source);
    }

    /**
     * Parses a whole formula.
     *
     * @throws dev.ukur.problem.ProblemException naming the position of what cannot be read
     */
    static Formula parse(FormulaText source) {
        if (source.text().length() > FormulaText.LONGEST) {
            throw source.refuse("formula-too-long", FormulaText.LONGEST, "…");
        }
        FormulaParser parser = new FormulaParser(source);
        Formula formula = parser.expression(0);
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected(parser.peek());
        }
        return formula;
    }

    private Formula expression(int strength) {
        if (++depth > DEEPEST) {
            throw source.refuse("formula-too-deep", peek().position(), peek().text());
        }
        Formula left = prefix(take());
        while (true) {
            Optional<Formula> more = suffix(left, strength);
            if (more.isEmpty()) {
                depth--;
                return left;
            }
            left = more.get();
        }
    }

    private Formula prefix(Token token) {
        return switch (token.kind()) {
            case NUMBER -> new Formula.Num(new BigDecimal(token.text()));
            case TEXT -> new Formula.Text(token.text());
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw unexpected(token);
        };
    }

    private Formula symbol(Token token) {
        if (token.is("-")) {
            return new Formula.Negative(expression(Operator.SIGN_STRENGTH));
        }
        if (token.is("(")) {
            Formula inner = expression(0);
            expect(")");
            return inner;
        }
        throw unexpected(token);
    }

    private Formula word(Token token) {
        return switch (token.text()) {
            case "not" -> new Formula.Not(expression(Operator.NOT_STRENGTH));
            case "true", "false" -> new Formula.Truth(token.is("true"));
            case "null" -> new Formula.Nothing();
            case "and", "or", "in", "is" -> throw unexpected(token);
            default -> peek().is("(") ? call(token) : new Formula.Name(token.text(), token.position());
        };
    }

    private Formula call(Token name) {
        Formula.Function function = function(name);
        List<Formula> arguments = list();
        if (!function.takes(arguments.size())) {
            throw source.refuse("formula-arguments", name.position(), name.text());
        }
        return new Formula.Call(function, arguments);
    }

    private Formula.Function function(Token name) {
        for (Formula.Function function : Formula.Function.values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name.text())) {
                return function;
            }
        }
        throw source.refuse("formula-unknown-function", name.position(), name.text());
    }

    /** One or more expressions in parentheses. */
    private List<Formula> list() {
        expect("(");
        List<Formula> items = new ArrayList<>();
        items.add(expression(0));
        while (peek().is(",")) {
            take();
            items.add(expression(0));
        }
        expect(")");
        return items;
    }

    /** What follows a complete left side, if it binds tighter than what stands before it. */
    private Optional<Formula> suffix(Formula left, int strength) {
        Token token = peek();
        if (token.is("in") || token.is("is") || token.is("not")) {
            return Operator.TEST_STRENGTH > strength ? Optional.of(test(left)) : Optional.empty();
        }
        if (token.kind() != Kind.SYMBOL && token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        Optional<Operator> operator = Operator.of(token.text());
        if (operator.isEmpty() || operator.get().strength() <= strength) {
            return Optional.empty();
        }
        take();
        return Optional.of(new Formula.Binary(
                operator.get(), left, expression(operator.get().strength())));
    }

    /** {@code in (...)}, {@code not in (...)}, {@code is null}, {@code is not null}. */
    private Formula test(Formula left) {
        Token first = take();
        boolean negated = first.is("not");
        if (negated) {
            expect("in");
        }
        if (negated || first.is("in")) {
            return new Formula.In(left, list(), negated);
        }
        boolean isNot = peek().is("not");
        if (isNot) {
            take();
        }
        expect("null");
        return new Formula.IsNull(left, isNot);
    }

    private void expect(String symbolOrWord) {
        Token token = take();
        if (!token.is(symbolOrWord)) {
            throw unexpected(token);
        }
    }

    private dev.ukur.problem.ProblemException unexpected(Token token) {
        return token.kind() == Kind.END
                ? source.refuse("formula-ends-early", token.position(), "")
                : source.refuse("formula-unexpected", token.position(), token.text());
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }
}
