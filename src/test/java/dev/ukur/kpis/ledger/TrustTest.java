package dev.ukur.kpis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.kpis.ledger.Entry.Wager;
import dev.ukur.model.Direction;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustTest {

    private static final Period SEPTEMBER = month(9);
    private static final Period OCTOBER = month(10);
    private static final Period NOVEMBER = month(11);

    @Test
    void intervals_chances_and_bias_are_scored_against_what_came() {
        List<Entry> entries = List.of(
                said(SEPTEMBER, OCTOBER, 110, 90, 130, 0.8), // came 100: inside, 10 % too high, reached 95
                said(SEPTEMBER, NOVEMBER, 100, 90, 120, 0.4), // came 80: outside, 25 % too high, did not reach 95
                said(OCTOBER, month(12), 100, 90, 120, 0.4), // not known yet
                new OutcomeSeen("g", "orders", OCTOBER, 100),
                new OutcomeSeen("g", "orders", NOVEMBER, 80));

        Trust trust = Trust.of(entries).get(0);

        assertThat(trust.forecasts()).isEqualTo(2);
        assertThat(trust.inside()).isEqualTo(1);
        assertThat(trust.bias().orElseThrow()).isCloseTo((0.1 + 0.25) / 2, within(1e-12));
        assertThat(trust.wagers()).isEqualTo(2);
        assertThat(trust.brier().orElseThrow()).isCloseTo((0.2 * 0.2 + 0.4 * 0.4) / 2, within(1e-12));
    }

    @Test
    void for_a_metric_that_is_better_when_low_the_target_is_reached_from_above() {
        Wager wager = new Wager(50_000, Direction.DOWN, 0.9);

        assertThat(wager.won(49_000)).isTrue();
        assertThat(wager.won(50_000)).isTrue();
        assertThat(wager.won(51_000)).isFalse();
    }

    @Test
    void an_outcome_restated_later_is_the_one_that_counts() {
        List<Entry> entries = List.of(
                said(SEPTEMBER, OCTOBER, 110, 105, 130, 0.8),
                new OutcomeSeen("g", "orders", OCTOBER, 100),
                new OutcomeSeen("g", "orders", OCTOBER, 106));

        assertThat(Trust.of(entries).get(0).inside()).isEqualTo(1);
    }

    @Test
    void a_decision_is_set_beside_the_change_that_followed() {
        DecisionTaken decision = new DecisionTaken(
                "g", "orders", "email", Optional.empty(), Optional.of(20.0), LocalDate.of(2026, 11, 15), SEPTEMBER);
        List<Entry> entries = List.of(
                new OutcomeSeen("g", "orders", SEPTEMBER, 90),
                decision,
                new OutcomeSeen("g", "orders", OCTOBER, 95),
                new OutcomeSeen("g", "orders", NOVEMBER, 101));

        assertThat(Trust.of(entries).get(0).decisions())
                .containsExactly(new Trust.Judged(decision, Optional.of(11.0), Optional.empty()));
    }

    @Test
    void a_decision_is_set_beside_what_was_to_come_without_it() {
        DecisionTaken decision = new DecisionTaken(
                "g", "orders", "email", Optional.empty(), Optional.of(20.0), LocalDate.of(2026, 11, 15), SEPTEMBER);
        List<Entry> entries = List.of(
                new OutcomeSeen("g", "orders", SEPTEMBER, 90),
                said(SEPTEMBER, NOVEMBER, 100, 80, 120, 0.5),
                said(SEPTEMBER, NOVEMBER, 92, 85, 99, 0.5),
                decision,
                said(OCTOBER, NOVEMBER, 105, 95, 110, 0.5), // made after the decision, so it knows of it
                new OutcomeSeen("g", "orders", NOVEMBER, 101));

        Trust.Judged judged = Trust.of(entries).get(0).decisions().get(0);

        assertThat(judged.against()).contains(new Trust.Against(101, 92, 85, 99));
        assertThat(judged.against().orElseThrow().effect()).isEqualTo(9);
        assertThat(judged.against().orElseThrow().isClear()).isTrue();
        assertThat(judged.asExpected()).contains(true);
    }

    @Test
    void a_goal_that_got_another_kpi_has_a_card_for_each() {
        List<Entry> entries = List.of(
                new OutcomeSeen("g", "orders", OCTOBER, 100),
                new Entry.KpiReplaced("g", "orders", "revenue", "money counts"),
                new OutcomeSeen("g", "revenue", OCTOBER, 7_000_000));

        assertThat(Trust.of(entries)).extracting(Trust::metric).containsExactly("orders", "revenue");
    }

    @Test
    void what_is_not_known_yet_is_not_scored() {
        Trust trust = Trust.of(List.of(said(SEPTEMBER, OCTOBER, 1, 0, 2, 0.5))).get(0);

        assertThat(trust).isEqualTo(new Trust("g", "orders", 0, 0, Optional.empty(), 0, Optional.empty(), List.of()));
    }

    private static ForecastMade said(
            Period known, Period period, double value, double low, double high, double chance) {
        return new ForecastMade(
                "g", "orders", known, period, value, low, high, Optional.of(new Wager(95, Direction.UP, chance)));
    }

    private static Period month(int number) {
        return Grain.MONTH.around(LocalDate.of(2026, number, 1));
    }
}
