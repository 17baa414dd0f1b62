package dev.ukur.workspace;

import dev.ukur.model.Expression;
import dev.ukur.model.Expression.Operator;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Expressions of a profile's {@code derive} block. At the top a plain text is a constant; inside, a plain text names a
 * column and {@code {const: x}} is a constant.
 */
final class ExpressionReader {

    private static final List<String> WORDS = List.of(
            "const",
            "column",
            "coalesce",
            "concat",
            "add",
            "subtract",
            "multiply",
            "divide",
            "regex",
            "map",
            "day_of",
            "day_after",
            "hash");

    private final Problems problems;

    ExpressionReader(Problems problems) {
        this.problems = problems;
    }

    /** The expression of a column. */
    Optional<Expression> top(YamlValue value) {
        return value.isMap() ? operation(value) : value.text().map(Expression.Constant::new);
    }

    /** An expression in which a plain text names a column. */
    Optional<Expression> part(YamlValue value) {
        return value.isMap() ? operation(value) : value.text().map(Expression.Column::new);
    }

    private Optional<Expression> operation(YamlValue value) {
        YamlMap map = value.map().orElseThrow();
        map.allow(Set.copyOf(WORDS));
        if (map.entries().size() != 1) {
            problems.add(Problem.error("expression-one-operation", map.at()).with("allowed", String.join(", ", WORDS)));
            return Optional.empty();
        }
        Map.Entry<String, YamlValue> only = map.entries().entrySet().iterator().next();
        return operation(only.getKey(), only.getValue());
    }

    private Optional<Expression> operation(String word, YamlValue value) {
        return switch (word) {
            case "const" -> value.text().map(Expression.Constant::new);
            case "column" -> value.text().map(Expression.Column::new);
            case "coalesce" -> Optional.of(new Expression.Coalesce(parts(value)));
            case "concat" -> Optional.of(new Expression.Concat(parts(value)));
            case "hash" -> Optional.of(new Expression.Hash(parts(value)));
            case "add" -> Optional.of(new Expression.Arithmetic(Operator.ADD, parts(value)));
            case "subtract" -> Optional.of(new Expression.Arithmetic(Operator.SUBTRACT, parts(value)));
            case "multiply" -> Optional.of(new Expression.Arithmetic(Operator.MULTIPLY, parts(value)));
            case "divide" -> Optional.of(new Expression.Arithmetic(Operator.DIVIDE, parts(value)));
            case "day_of" -> part(value).map(Expression.DayOf::new);
            case "day_after" -> dayAfter(value);
            case "regex" -> value.map().flatMap(this::regex);
            case "map" -> value.map().flatMap(this::lookup);
            default -> Optional.empty(); // reported as an unknown key
        };
    }

    private List<Expression> parts(YamlValue value) {
        return value.list().stream().flatMap(item -> part(item).stream()).toList();
    }

    /** A list of two: the day, and how many days later. */
    private Optional<Expression> dayAfter(YamlValue value) {
        List<Expression> two = parts(value);
        if (two.size() != 2) {
            problems.add(Problem.error("expression-two-parts", value.at()));
            return Optional.empty();
        }
        return Optional.of(new Expression.DayAfter(two.get(0), two.get(1)));
    }

    private Optional<Expression> regex(YamlMap map) {
        map.allow(Set.of("of", "find"));
        Optional<Expression> of = map.require("of").flatMap(this::part);
        Optional<Pattern> find = map.require("find").flatMap(Patterns::of);
        return of.isPresent() && find.isPresent()
                ? Optional.of(new Expression.Regex(of.get(), find.get()))
                : Optional.empty();
    }

    private Optional<Expression> lookup(YamlMap map) {
        map.allow(Set.of("of", "words", "else"));
        Map<String, String> words = new LinkedHashMap<>();
        map.map("words")
                .ifPresent(entries -> entries.entries()
                        .forEach((canonical, sources) ->
                                sources.texts().forEach(source -> words.put(source, canonical))));
        return map.require("of").flatMap(this::part).map(of -> new Expression.Lookup(of, words, map.text("else")));
    }
}
