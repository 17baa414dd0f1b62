package dev.ukur.kpis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.delivery.Shop;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.kpis.ledger.Entry.ReviewHeld;
import dev.ukur.kpis.ledger.Entry.TargetRetired;
import dev.ukur.kpis.ledger.Entry.TargetSet;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.FiscalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes from a scorecard into the ledger, and from the ledger into the next agenda. */
class RecorderTest {

    private static final Scorecard SCORECARD = Shop.scorecard();
    private static final LocalDate TODAY = SCORECARD.asOf().plusDays(1);

    @Test
    void a_scorecard_recorded_once_has_nothing_new_to_say() {
        List<Entry> first = new Recorder(List.of(), FiscalCalendar.CIVIL).news(SCORECARD);

        assertThat(first).isNotEmpty();
        assertThat(new Recorder(first, FiscalCalendar.CIVIL).news(SCORECARD)).isEmpty();
    }

    @Test
    void every_target_outcome_and_forecast_of_a_line_is_recorded_as_the_scorecard_has_it() {
        List<Entry> news = new Recorder(List.of(), FiscalCalendar.CIVIL).news(SCORECARD);

        Line line = line();
        String goal = line.goal().name();
        assertThat(news)
                .contains(new TargetSet(
                        goal,
                        line.metric().name(),
                        line.target().orElseThrow().due(),
                        line.targetValue().orElseThrow()));
        for (Scorecard.Point point : line.trend()) {
            point.value()
                    .ifPresent(value -> assertThat(news)
                            .contains(new OutcomeSeen(goal, line.metric().name(), point.period(), value)));
        }
        Scorecard.Interval said = line.forecast().orElseThrow();
        assertThat(news.stream()
                        .filter(ForecastMade.class::isInstance)
                        .map(ForecastMade.class::cast)
                        .filter(made -> made.goal().equals(goal)))
                .singleElement()
                .satisfies(made -> {
                    assertThat(List.of(made.value(), made.low(), made.high()))
                            .containsExactly(said.value(), said.low(), said.high());
                    assertThat(made.known()).isEqualTo(line.period().orElseThrow());
                    assertThat(made.period().holds(line.target().orElseThrow().due()))
                            .isTrue();
                });
    }

    @Test
    void a_goal_taken_out_of_the_file_retires_its_target() {
        List<Entry> known = new Recorder(List.of(), FiscalCalendar.CIVIL).news(SCORECARD);
        Scorecard without = new Scorecard(SCORECARD.asOf(), List.of(), List.of());

        List<Entry> news = new Recorder(known, FiscalCalendar.CIVIL).news(without);

        assertThat(news)
                .allMatch(TargetRetired.class::isInstance)
                .contains(new TargetRetired(
                        line().goal().name(),
                        line().metric().name(),
                        line().target().orElseThrow().due()));
        List<Entry> all = new ArrayList<>(known);
        all.addAll(news);
        assertThat(new Recorder(all, FiscalCalendar.CIVIL).news(without)).isEmpty();
    }

    @Test
    void a_review_closes_its_period_and_a_decision_stays_open_until_its_day() {
        Resolution resolution = new Resolution("Kirim email", Optional.empty(), Optional.empty(), TODAY.plusDays(30));
        List<Entry> held = Reviews.held(SCORECARD, line().goal().name(), Optional.of(resolution), TODAY);

        Agenda before = agenda(List.of());
        Agenda after = agenda(held);

        assertThat(item(before).due()).isTrue();
        assertThat(item(after).due()).isFalse();
        assertThat(item(after).open()).extracting(one -> one.decision().text()).containsExactly("Kirim email");
        assertThat(item(after).promised()).isEmpty();
    }

    @Test
    void a_period_that_passed_unreviewed_after_the_ledger_knew_the_goal_is_named() {
        Instant longAgo = line().trend().get(0).period().first().atStartOfDay().toInstant(ZoneOffset.UTC);
        Entry known = new TargetSet(line().goal().name(), line().metric().name(), TODAY.plusDays(9), 1);

        Agenda agenda = Agenda.of(SCORECARD, List.of(new LedgerLine(1, longAgo, known)), ZoneOffset.UTC);

        assertThat(item(agenda).missed())
                .isEqualTo(line().trend().stream()
                        .map(Scorecard.Point::period)
                        .filter(period -> !period.equals(line().period().orElseThrow()))
                        .toList());
    }

    @Test
    void an_expected_change_is_read_in_the_unit_of_its_metric() {
        Line line = line();
        double now = line.now().value().orElseThrow();
        boolean share = line.metric().unit() == MetricUnit.SHARE;

        assertThat(expect("+5%")).isCloseTo(now * 0.05, within(1e-9 * now));
        assertThat(expect("-10 %")).isCloseTo(-now * 0.1, within(1e-9 * now));
        assertThat(share ? expect("-0.3pt") : expect("-20")).isEqualTo(share ? -0.003 : -20);
        assertThat(problem(share ? "-20" : "-0.3pt")).isEqualTo("review-expected-points");
        assertThat(problem("5")).isEqualTo("review-expected-form");
        assertThat(problem("+5,5%")).isEqualTo("review-expected-form");
    }

    @Test
    void an_unknown_goal_is_refused_with_the_nearest() {
        String misspelt = line().goal().name() + "x";

        assertThatThrownBy(() -> Reviews.held(SCORECARD, misspelt, Optional.empty(), TODAY))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    Problem problem = e.problems().get(0);
                    assertThat(problem.code()).isEqualTo("review-unknown-goal");
                    assertThat(problem.facts())
                            .containsEntry("nearest", line().goal().name());
                });
    }

    private static double expect(String written) {
        Resolution resolution = new Resolution("x", Optional.empty(), Optional.of(written), TODAY);
        List<Entry> held = Reviews.held(SCORECARD, line().goal().name(), Optional.of(resolution), TODAY);
        assertThat(held.get(0)).isInstanceOf(ReviewHeld.class);
        return ((DecisionTaken) held.get(1)).expected().orElseThrow();
    }

    private static String problem(String written) {
        try {
            expect(written);
            return "none";
        } catch (ProblemException e) {
            return e.problems().get(0).code();
        }
    }

    /** The first line that has all parts. */
    private static Line line() {
        return SCORECARD.kpis().stream()
                .filter(one -> one.forecast().isPresent() && one.targetValue().isPresent())
                .filter(one -> one.trend().size() > 2 && one.now().value().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Agenda agenda(List<Entry> entries) {
        List<LedgerLine> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(new LedgerLine(lines.size() + 1, Instant.EPOCH, entry)));
        return Agenda.of(SCORECARD, lines, ZoneOffset.UTC);
    }

    private static Agenda.Item item(Agenda agenda) {
        return agenda.items().stream()
                .filter(one -> one.line().goal().name().equals(line().goal().name()))
                .findFirst()
                .orElseThrow();
    }
}
