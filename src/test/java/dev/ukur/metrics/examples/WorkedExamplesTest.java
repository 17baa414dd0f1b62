package dev.ukur.metrics.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.ExampleScene;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkedExample;
import dev.ukur.problem.Problems;
import dev.ukur.store.AlteredEngine;
import dev.ukur.store.EmptyStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.workspace.ExampleReader;
import dev.ukur.workspace.MetricReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every metric comes out of the engine as it was worked out by hand. */
class WorkedExamplesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    @Test
    void every_metric_has_an_ordinary_and_an_edge_case_and_all_come_out_right() {
        MetricDefinitions definitions = definitions();
        List<ExampleScene> scenes = scenes();
        try (EmptyStore store = EmptyStore.open()) {
            Certificate certificate = new Certifier(store.engine(), definitions, CLOCK).certify(scenes);
            assertThat(certificate.metrics().stream()
                            .flatMap(line -> line.failures().stream())
                            .map(failure -> failure.example().at() + " "
                                    + failure.example().metric() + ": "
                                    + failure.answered() + " instead of "
                                    + failure.example().expected() + ", as "
                                    + failure.example().arithmetic()))
                    .isEmpty();
            assertThat(certificate.holds()).isTrue();
        }
        Map<String, List<WorkedExample>> byMetric = scenes.stream()
                .flatMap(scene -> scene.examples().stream())
                .collect(Collectors.groupingBy(WorkedExample::metric));
        assertThat(definitions.metrics().all())
                .allSatisfy(metric -> assertThat(byMetric.getOrDefault(metric.name(), List.of()))
                        .as(metric.name())
                        .anyMatch(WorkedExample::isEdge)
                        .anyMatch(example -> !example.isEdge()));
        assertThat(byMetric.keySet())
                .isSubsetOf(
                        definitions.metrics().all().stream().map(m -> m.name()).toList());
    }

    @Test
    void a_definition_that_is_wrong_fails_its_examples() {
        Problems problems = new Problems();
        MetricDefinitions wrong = definitions().and(MetricReader.read("wrong.yaml", """
                metrics:
                  aov:
                    label: {id: Salah, en: Wrong}
                    description: {id: Semua pesanan sebagai pembagi., en: All orders as divisor.}
                    formula: revenue / orders
                    unit: money
                    direction: up
                    role: outcome
                """, problems));
        try (EmptyStore store = EmptyStore.open()) {
            Certificate certificate = new Certifier(store.engine(), wrong, CLOCK)
                    .certify(scenes().stream()
                            .filter(scene -> scene.examples().stream()
                                    .anyMatch(example -> example.metric().equals("aov")))
                            .toList());
            assertThat(certificate.holds()).isFalse();
            assertThat(certificate.metrics())
                    .filteredOn(line -> !line.failures().isEmpty())
                    .extracting(line -> line.metric().name())
                    .containsExactly("aov");
        }
    }

    @Test
    void an_engine_is_compared_with_another_cell_by_cell_beyond_the_examples() {
        try (EmptyStore store = EmptyStore.open();
                EmptyStore same = EmptyStore.open()) {
            Certifier certifier = new Certifier(store.engine(), definitions(), CLOCK);
            List<ExampleScene> some = scenes().subList(0, 3);
            Certificate.Comparison equal =
                    certifier.of(same.engine()).certify(some).beside().orElseThrow();
            assertThat(equal.differences()).isEmpty();
            assertThat(equal.cells()).isGreaterThan(500);
        }
    }

    @Test
    void an_engine_whose_weeks_begin_another_day_is_found_out() {
        try (EmptyStore store = EmptyStore.open()) {
            Certifier certifier = new Certifier(store.engine(), definitions(), CLOCK);
            Certificate certificate = certifier.of(sundays(store.engine())).certify(scenes().subList(0, 3));
            assertThat(certificate.beside().orElseThrow().differences())
                    .isNotEmpty()
                    .allMatch(difference -> difference.contains("by week"));
            assertThat(certificate.holds()).isFalse();
        }
    }

    static MetricDefinitions definitions() {
        Problems problems = new Problems();
        MetricDefinitions definitions = MetricReader.builtIn(problems);
        assertThat(problems.list()).isEmpty();
        return definitions;
    }

    private static List<ExampleScene> scenes() {
        Problems problems = new Problems();
        List<ExampleScene> scenes = ExampleReader.builtIn(problems);
        assertThat(problems.list()).isEmpty();
        return scenes;
    }

    /** DuckDB as an engine would be that spells weeks alike and means others: the day before each Monday begins one. */
    private static QueryEngine sundays(QueryEngine engine) {
        return new AlteredEngine(
                engine,
                sql -> new Sql(
                        sql.text()
                                .replaceAll(
                                        "date_trunc\\('week', ([a-z_.]+)\\)",
                                        "date_trunc('week', $1 + interval '1' day)"),
                        sql.parameters()));
    }
}
