package dev.ukur.workspace;

import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a YAML file with its place. Each reader method answers the value in the wanted type, or adds a problem
 * and answers empty; so a file is read to its end and all mistakes are told at once.
 */
final class YamlValue {

    private final String file;
    private final String key;
    private final YamlNode node;
    private final Problems problems;

    YamlValue(String file, String key, YamlNode node, Problems problems) {
        this.file = file;
        this.key = key;
        this.node = node;
        this.problems = problems;
    }

    /** Where the value begins. */
    Location at() {
        return locate(file, node);
    }

    /** The key the value stands under; list items carry the key of their list. */
    String key() {
        return key;
    }

    /** Reports a mistake of meaning found by the caller. */
    void report(Problem problem) {
        problems.add(problem);
    }

    /** Whether nothing is written here. */
    boolean isNullValue() {
        return isNull(node);
    }

    /** Whether this is a list. */
    boolean isList() {
        return node instanceof YamlNode.Items;
    }

    /** Whether this is a mapping. */
    boolean isMap() {
        return node instanceof YamlNode.Entries;
    }

    /** The scalar as written, whatever its type. */
    Optional<String> text() {
        if (node instanceof YamlNode.Scalar scalar && !isNull(node)) {
            return Optional.of(scalar.text());
        }
        return refuse("yaml-not-a-text");
    }

    /** A decimal number in plain notation. */
    Optional<BigDecimal> number() {
        return parse("yaml-not-a-number", BigDecimal::new);
    }

    /** A whole number. */
    Optional<Integer> integer() {
        return parse("yaml-not-a-number", Integer::valueOf);
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> bool() {
        return parse("yaml-not-a-boolean", YamlValue::parseBoolean);
    }

    /** A date in the form {@code 2026-11-23}. */
    Optional<LocalDate> date() {
        return parse("yaml-not-a-date", LocalDate::parse);
    }

    /** One of a closed set of words; a near miss is named in the problem. */
    Optional<String> oneOf(Collection<String> words) {
        Optional<String> text = text();
        if (text.isPresent() && !words.contains(text.get())) {
            Problem problem = Problem.error("yaml-not-one-of", at())
                    .with("key", key)
                    .with("value", text.get())
                    .with("allowed", String.join(", ", words));
            problems.add(problem.with("nearest", Nearest.to(text.get(), words).orElse("–")));
            return Optional.empty();
        }
        return text;
    }

    /** A nested mapping. */
    Optional<YamlMap> map() {
        if (node instanceof YamlNode.Entries mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        return refuse("yaml-not-a-mapping");
    }

    /** The items of a list; a single value counts as a list of one. */
    List<YamlValue> list() {
        if (node instanceof YamlNode.Items sequence) {
            List<YamlValue> items = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                items.add(new YamlValue(file, key, item, problems));
            }
            return List.copyOf(items);
        }
        return isNull(node) ? List.of() : List.of(this);
    }

    /** The items of a list of scalars, as written. */
    List<String> texts() {
        return list().stream().flatMap(item -> item.text().stream()).toList();
    }

    static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.nothing();
    }

    static Location locate(String file, YamlNode node) {
        return node.line() > 0 ? Location.of(file, node.line(), node.column()) : Location.of(file);
    }

    private <T> Optional<T> parse(String code, Function<String, T> parser) {
        if (node instanceof YamlNode.Scalar scalar) {
            try {
                return Optional.of(parser.apply(scalar.text().strip()));
            } catch (IllegalArgumentException | DateTimeException e) {
                return refuse(code);
            }
        }
        return refuse(code);
    }

    private <T> Optional<T> refuse(String code) {
        String shown = node instanceof YamlNode.Scalar scalar ? scalar.text() : isList() ? "[…]" : "{…}";
        problems.add(Problem.error(code, at()).with("key", key).with("value", shown));
        return Optional.empty();
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
