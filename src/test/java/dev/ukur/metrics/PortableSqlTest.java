package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts and planned queries keep to words that all engines read alike. Each word below was tried on DuckDB 2.0 and Trino 483:
 * either only one knows it, or, worse, both do and answer differently.
 */
class PortableSqlTest {

    private static final List<Pattern> NOT_PORTABLE = Stream.of(
                    "(?i)extract\\s*\\(\\s*(dow|epoch|isodow)", // Sunday is 0 or 7
                    "(?i)\\bregexp_(extract|matches)", // no match is '' or null
                    "(?i)\\b(corr|regr_\\w+)\\s*\\(", // double or real
                    "(?i)\\bjson_", // quoted or not
                    "(?i)\\bcast\\([^()]*\\b(_at|_time|moment)\\s+as varchar", // with or without zone
                    "(?i)\\bavg\\((?!cast\\()", // of decimals: rounded to their places, or not
                    "(?i)date_diff\\('(second|minute|hour)', (?!date_trunc)", // ticks of the clock, or whole units
                    "(?i)(?<!['\"])::", // casts of one engine
                    "(?i)\\b(qualify|ilike|pivot|asof|exclude)\\b",
                    "(?i)\\bgroup by all\\b",
                    "(?i)\\b(median|string_agg|strftime|arg_max|arg_min)\\s*\\(")
            .map(Pattern::compile)
            .toList();

    @Test
    void facts_of_the_catalogue_keep_to_portable_words() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Fact fact : Rows.builtIn().facts().all()) {
            String bare = fact.sql().replaceAll("'[^']*'(?!,)", "''");
            NOT_PORTABLE.stream()
                    .filter(word -> word.matcher(bare).find())
                    .forEach(word -> found.put(fact.name(), word.pattern()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void planned_queries_keep_to_portable_words() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".trino.sql")).toList()) {
                String sql = Files.readString(file);
                assertThat(NOT_PORTABLE.stream()
                                .filter(word -> word.matcher(sql).find()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extract(dow from day)",
                "regexp_extract(url, 'x')",
                "avg(total_paid)",
                "date_diff('second', from_at, to_at)",
                "day::date",
                "median(days)"
            })
    void the_check_sees_what_engines_read_differently(String sql) {
        assertThat(NOT_PORTABLE).anyMatch(word -> word.matcher(sql).find());
    }
}
