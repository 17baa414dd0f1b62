package dev.ukur.store;

import java.util.List;

/**
 * A query as text with {@code ?} for its parameters.
 *
 * @param text the query, readable, with comments
 * @param parameters in order: {@code String}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code LocalDate},
 *     {@code Instant} or {@code Boolean}
 */
public record Sql(String text, List<Object> parameters) {

    public Sql {
        parameters = List.copyOf(parameters);
    }

    /** A query without parameters. */
    public static Sql of(String text) {
        return new Sql(text, List.of());
    }

    /** A query with its parameters in order. */
    public static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
