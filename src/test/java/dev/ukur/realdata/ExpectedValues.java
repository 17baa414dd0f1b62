package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * The answers a data set must give: one test each, so that none is forgotten. One that no metric can give is skipped with
 * the reason; one that nobody speaks of fails.
 */
final class ExpectedValues {

    private final JsonNode expected;
    private final Map<String, Consumer<Value>> answers = new LinkedHashMap<>();
    private final Map<String, String> outOfReach = new LinkedHashMap<>();

    ExpectedValues(String set) {
        this.expected = Shared.expected(set);
    }

    /** How a value is asked for: its key, or what stands before the {@code |} of several keys. */
    ExpectedValues answer(String key, Consumer<Value> check) {
        answers.put(key, check);
        return this;
    }

    /** A value no metric gives, and why. */
    ExpectedValues outOfReach(String key, String why) {
        outOfReach.put(key, why);
        return this;
    }

    /** All tests, in the order of the expected file. */
    Stream<DynamicTest> tests() {
        return expected.properties().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> test(new Value(entry.getKey(), entry.getValue()))));
    }

    private void test(Value value) {
        String group = value.key().split("\\|")[0];
        Consumer<Value> check = answers.getOrDefault(value.key(), answers.get(group));
        String why = outOfReach.getOrDefault(value.key(), outOfReach.get(group));
        if (check != null) {
            check.accept(value);
        } else if (why != null) {
            Assumptions.abort("no metric gives " + value.key() + ": " + why);
        } else {
            fail("nobody speaks of " + value.key());
        }
    }

    /**
     * One expected value.
     *
     * @param key its name
     * @param stated the value with its tolerance
     */
    record Value(String key, JsonNode stated) {

        JsonNode value() {
            return stated.get("value");
        }

        /** What stands behind the {@code |} of the key. */
        String segment() {
            return key.substring(key.indexOf('|') + 1);
        }

        void is(double actual) {
            is(value(), actual);
        }

        /** A part of the value, by its name. */
        void is(String part, double actual) {
            is(value().get(part), actual);
        }

        /** A part of the value, by its place. */
        void is(int part, double actual) {
            is(value().get(part), actual);
        }

        /** Names and numbers: the same names, and each number. */
        void is(Map<String, Double> actual) {
            assertThat(actual.keySet()).as(key).containsExactlyInAnyOrderElementsOf(value().propertyNames());
            actual.forEach(this::is);
        }

        private void is(JsonNode wanted, double actual) {
            double tolerance = stated.get("tol").asDouble();
            boolean relative = stated.get("tol_kind").asString().equals("rel");
            assertThat(actual)
                    .as(key)
                    .isCloseTo(
                            wanted.asDouble(), within(relative ? Math.abs(wanted.asDouble()) * tolerance : tolerance));
        }
    }
}
