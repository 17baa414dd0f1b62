package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is read here: decimals exactly, a repeated key refused, nothing after the value. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** A parse failure at its place. The parser's own line is counted from {@code firstLine}, the line it began on. */
    static ProblemException broken(String file, long firstLine, JacksonException cause) {
        TokenStreamLocation place = cause.getLocation();
        int line =
                (int) Math.min(firstLine + (place == null ? 0 : Math.max(0, place.getLineNr() - 1)), Integer.MAX_VALUE);
        int column = place == null ? 0 : Math.max(0, place.getColumnNr());
        return new ProblemException(Problem.error("json-broken", Location.of(file, line, column)));
    }
}
