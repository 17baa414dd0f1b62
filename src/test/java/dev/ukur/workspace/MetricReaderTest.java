package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Direction;
import dev.ukur.model.Label;
import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricReaderTest {

    private final Problems problems = new Problems();

    @Test
    void a_metric_and_its_measure_are_read_whole() {
        MetricDefinitions definitions = read("""
                measures:
                  gifts:
                    label: {id: Hadiah, en: Gifts}
                    unit: count
                    window: 3 months
                    from:
                      - {fact: [order_rows, order_channels], aggregate: sum, of: items, filter: "items > 1"}
                metrics:
                  gift_rate:
                    label: {id: Porsi hadiah, en: Gift share}
                    description: {id: Bagian hadiah., en: Share of gifts.}
                    aliases: [hadiah]
                    formula: gifts / orders
                    unit: share
                    direction: up
                    role: driver
                    empty: {id: Tidak ada pesanan., en: No orders.}
                    defined_by: tim
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(definitions.measures().all())
                .containsExactly(new Measure(
                        "gifts",
                        new Label("Hadiah", "Gifts"),
                        MetricUnit.COUNT,
                        Optional.of("3 months"),
                        List.of(),
                        List.of(
                                new Measure.From(
                                        "order_rows", "sum", Optional.empty(), "items", Optional.of("items > 1")),
                                new Measure.From(
                                        "order_channels", "sum", Optional.empty(), "items", Optional.of("items > 1"))),
                        Location.of("own.yaml", 3, 5)));
        assertThat(definitions.metrics().all())
                .containsExactly(new Metric(
                        "gift_rate",
                        new Label("Porsi hadiah", "Gift share"),
                        new Label("Bagian hadiah.", "Share of gifts."),
                        List.of("hadiah"),
                        "gifts / orders",
                        List.of(),
                        List.of(),
                        MetricUnit.SHARE,
                        Direction.UP,
                        Role.DRIVER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Label("Tidak ada pesanan.", "No orders."),
                        "tim",
                        Location.of("own.yaml", 10, 5)));
    }

    @Test
    void every_mistake_is_told_at_its_place() {
        read("""
                metrics:
                  Bad-Name: {formula: a}
                  half:
                    label: Half
                    description: Half
                    formula: a / b
                    unit: percent
                    direction: up
                    rol: driver
                """);
        assertThat(problems.list())
                .extracting(Problem::code, problem -> problem.at().line())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("metric-name-form", 2),
                        org.assertj.core.groups.Tuple.tuple("yaml-unknown-key", 9),
                        org.assertj.core.groups.Tuple.tuple("yaml-not-one-of", 7));
    }

    private MetricDefinitions read(String text) {
        return MetricReader.read("own.yaml", text, problems);
    }
}
