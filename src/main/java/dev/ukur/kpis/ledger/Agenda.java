package dev.ukur.kpis.ledger;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.ledger.Entry.ReviewHeld;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the next review is about, goal by goal, the most urgent first.
 *
 * @param asOf the day it speaks of
 * @param items one a goal
 */
public record Agenda(LocalDate asOf, List<Item> items) {

    public Agenda {
        items = List.copyOf(items);
    }

    /**
     * One goal.
     *
     * @param line where its KPI stands
     * @param due whether its last complete period was not reviewed yet
     * @param missed earlier complete periods, since the ledger knows the goal, that nobody reviewed
     * @param promised decisions whose effect was to be seen by now, and what followed
     * @param open decisions whose day is still to come
     */
    public record Item(
            Line line, boolean due, List<Period> missed, List<Trust.Judged> promised, List<Trust.Judged> open) {

        public Item {
            missed = List.copyOf(missed);
            promised = List.copyOf(promised);
            open = List.copyOf(open);
        }
    }

    /** The agenda of a scorecard with what the ledger remembers. */
    public static Agenda of(Scorecard scorecard, List<LedgerLine> ledger, ZoneId zone) {
        List<Trust> trust = Trust.of(ledger.stream().map(LedgerLine::entry).toList());
        List<Item> items = new ArrayList<>();
        for (Line line : scorecard.kpis()) {
            List<Trust.Judged> decisions = trust.stream()
                    .filter(one -> one.goal().equals(line.goal().name()))
                    .flatMap(one -> one.decisions().stream())
                    .toList();
            items.add(new Item(
                    line,
                    line.period()
                            .filter(period -> !reviewed(line, ledger).contains(period))
                            .isPresent(),
                    missed(line, ledger, zone),
                    decisions.stream().filter(one -> isDue(one, scorecard)).toList(),
                    decisions.stream().filter(one -> !isDue(one, scorecard)).toList()));
        }
        return new Agenda(scorecard.asOf(), items);
    }

    private static boolean isDue(Trust.Judged decision, Scorecard scorecard) {
        return !decision.decision().by().isAfter(scorecard.asOf());
    }

    /** The periods with whose numbers a goal was reviewed. */
    private static Set<Period> reviewed(Line line, List<LedgerLine> ledger) {
        return ledger.stream()
                .map(LedgerLine::entry)
                .filter(ReviewHeld.class::isInstance)
                .map(ReviewHeld.class::cast)
                .filter(held -> held.goal().equals(line.goal().name()))
                .map(ReviewHeld::period)
                .collect(Collectors.toSet());
    }

    /** Complete periods before the last one that ended after the ledger first named the goal. */
    private static List<Period> missed(Line line, List<LedgerLine> ledger, ZoneId zone) {
        Optional<LocalDate> since = ledger.stream()
                .filter(one -> one.entry().goal().equals(line.goal().name()))
                .map(one -> LocalDate.ofInstant(one.at(), zone))
                .findFirst();
        Set<Period> reviewed = reviewed(line, ledger);
        return line.trend().stream()
                .map(Scorecard.Point::period)
                .filter(period ->
                        line.period().filter(last -> !period.equals(last)).isPresent())
                .filter(period ->
                        since.filter(day -> !period.last().isBefore(day)).isPresent())
                .filter(period -> !reviewed.contains(period))
                .toList();
    }
}
