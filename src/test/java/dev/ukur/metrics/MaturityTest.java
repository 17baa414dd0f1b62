package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.metrics.Answer.Immature;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four leads a day from January to 30 April; two become MQLs, one after 10 days, one after 20. */
class MaturityTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    @TempDir
    private Path folder;

    /**
     * Of a day less than 10 days ago nothing has arrived, of one less than 20 days ago half, before that all. April: its first
     * 10 days (1 to 10) are all there, the next 10 half, the last 10 not at all: (10 + 5 + 0) / 30. The 11th is the first day
     * of which not all has arrived.
     */
    @Test
    void what_has_arrived_is_learnt_from_the_delays_and_told_with_the_number() {
        try (Rows rows = leads()) {
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("mql_rate", Grain.MONTH, Rows.days("2026-01-01", "2026-04-30")));

            assertThat(answer.meta().provisionalFrom()).contains(LocalDate.of(2026, 4, 11));
            assertThat(answer.meta().immature()).hasSize(1);
            Immature april =
                    answer.immature(LocalDate.of(2026, 4, 1), "mql_rate").orElseThrow();
            assertThat(april.arrived()).isCloseTo(0.5, within(1e-12));
            assertThat(april.low()).isLessThan(0.5);
            assertThat(april.high()).isGreaterThan(0.5);
            double raw = answer.number(3, "mql_rate").orElseThrow();
            assertThat(raw).isCloseTo(0.25, within(1e-12));
            assertThat(april.whole(raw)).isCloseTo(0.5, within(1e-12));
            assertThat(answer.number(2, "mql_rate")).contains(0.5);
        }
    }

    @Test
    void an_immature_number_is_not_compared_and_mature_ones_are() {
        try (Rows rows = leads()) {
            Answer march = rows.metrics().query(compared("2026-03-01", "2026-03-31"));
            Answer april = rows.metrics().query(compared("2026-04-01", "2026-04-30"));

            assertThat(march.number(0, "mql_rate_change").orElseThrow()).isCloseTo(0, within(1e-12));
            assertThat(april.number(0, "mql_rate")).isPresent();
            assertThat(april.number(0, "mql_rate_before")).isPresent();
            assertThat(april.number(0, "mql_rate_change")).isEmpty();
            assertThat(april.number(0, "mql_rate_change_low")).isEmpty();
        }
    }

    private static MetricQuery compared(String from, String to) {
        return new MetricQuery(
                List.of("mql_rate"),
                List.of(),
                Grain.MONTH,
                Optional.of(Rows.days(from, to)),
                Optional.empty(),
                Optional.empty(),
                Display.comparing(Comparison.PREVIOUS));
    }

    @Test
    void what_counts_from_its_own_day_on_is_mature() {
        try (Rows rows = leads()) {
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("leads", Grain.MONTH, Rows.days("2026-01-01", "2026-04-30")));

            assertThat(answer.meta().immature()).isEmpty();
            assertThat(answer.meta().provisionalFrom()).isEmpty();
        }
    }

    @Test
    void from_a_few_arrivals_nothing_is_learnt() {
        try (Rows rows = new Rows(folder)) {
            rows.load("leads", """
                    account,period_start,period_end,lead_id,stage,channel,mql_on
                    crm,2026-04-01,2026-04-01,a,mql,Email,2026-04-20
                    crm,2026-04-30,2026-04-30,b,lead,Email,
                    """);

            assertThat(rows.metrics()
                            .query(MetricQuery.series("mql_rate", Grain.MONTH, Rows.days("2026-04-01", "2026-04-30")))
                            .meta()
                            .immature())
                    .isEmpty();
        }
    }

    private Rows leads() {
        StringBuilder text = new StringBuilder("account,period_start,period_end,lead_id,stage,channel,mql_on\n");
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            lead(text, day, "a", Optional.of(day.plusDays(10)));
            lead(text, day, "b", Optional.of(day.plusDays(20)));
            lead(text, day, "c", Optional.empty());
            lead(text, day, "d", Optional.empty());
        });
        Rows rows = new Rows(folder);
        rows.load("leads", text.toString());
        return rows;
    }

    private static void lead(StringBuilder text, LocalDate day, String id, Optional<LocalDate> mql) {
        Optional<LocalDate> seen = mql.filter(on -> !on.isAfter(LAST));
        text.append("crm,%s,%s,%s%s,%s,Email,%s%n"
                .formatted(
                        day,
                        day,
                        id,
                        day,
                        seen.isPresent() ? "mql" : "lead",
                        seen.map(LocalDate::toString).orElse("")));
    }
}
