package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.insights.customers.Behaviour;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problems;
import dev.ukur.store.AlteredEngine;
import dev.ukur.store.EmptyStore;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.TableColumns;
import dev.ukur.workspace.MetricReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FixedFindingsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    @Test
    @Tag("slow")
    void every_analysis_finds_something_in_rows_that_are_computed_inside_the_question() {
        MetricDefinitions definitions = MetricReader.builtIn(new Problems());
        try (EmptyStore store = EmptyStore.open()) {
            FixedFindings findings = new FixedFindings(definitions, CLOCK, TableColumns.of(store.engine()));
            Certificate.Comparison same = findings.compare(store.engine(), store.engine());
            assertThat(same.cells()).isGreaterThan(300);
            assertThat(same.differences()).isEmpty();
        }
    }

    @Test
    void an_engine_that_answers_otherwise_is_told_by_the_cell() {
        MetricDefinitions definitions = MetricReader.builtIn(new Problems());
        try (EmptyStore store = EmptyStore.open()) {
            TableColumns columns = TableColumns.of(store.engine());
            FixedFindings findings = new FixedFindings(definitions, CLOCK, columns);
            assertThat(findings.compare(List.of(new Behaviour()), forgetful(store.engine()), store.engine())
                            .differences())
                    .isNotEmpty()
                    .allSatisfy(told -> assertThat(told).startsWith("fixed set "));
        }
    }

    /** Takes other visits for those that bought. */
    private static QueryEngine forgetful(QueryEngine own) {
        return new AlteredEngine(own, sql -> new Sql(sql.text().replace("i % 12", "i % 13"), sql.parameters()));
    }
}
