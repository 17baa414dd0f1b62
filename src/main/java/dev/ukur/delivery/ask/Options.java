package dev.ukur.delivery.ask;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Options of a question by their plain names, such as {@code to-date}.
 *
 * @param values what follows an option
 * @param switches whether a switch is set
 * @param spelling how the asker wrote an option, for messages: {@code --to-date} or {@code to-date}
 */
public record Options(
        Function<String, Optional<String>> values, Predicate<String> switches, UnaryOperator<String> spelling) {

    Optional<String> value(String name) {
        return values.apply(name);
    }

    boolean has(String name) {
        return switches.test(name);
    }

    String written(String name) {
        return spelling.apply(name);
    }
}
