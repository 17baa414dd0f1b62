package dev.ukur.kpis.ledger;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.kpis.ledger.Entry.TargetRetired;
import dev.ukur.kpis.ledger.Entry.TargetSet;
import dev.ukur.model.Direction;
import dev.ukur.model.Target;
import dev.ukur.time.Cadence;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scorecard says that the ledger does not know yet: targets set, changed or gone, outcomes, and forecasts. */
public final class Recorder {

    private static final double SAME = 1e-9;

    private final List<Entry> known;
    private final FiscalCalendar calendar;
    private final StandingTargets targets;
    private final Outcomes outcomes;

    /**
     * A recorder for a ledger.
     *
     * @param known its entries, oldest first
     * @param calendar by which the periods of the KPIs are cut
     */
    public Recorder(List<Entry> known, FiscalCalendar calendar) {
        this.known = List.copyOf(known);
        this.calendar = calendar;
        this.targets = new StandingTargets(known);
        this.outcomes = new Outcomes(known);
    }

    /** The entries to append; none when the same scorecard was recorded before. */
    public List<Entry> news(Scorecard scorecard) {
        List<Entry> news = new ArrayList<>();
        for (Line line : scorecard.kpis()) {
            news.addAll(targets(line));
            news.addAll(outcomes(line));
            forecast(line).filter(made -> !known.contains(made)).ifPresent(news::add);
        }
        news.addAll(retired(scorecard));
        return news;
    }

    private List<Entry> targets(Line line) {
        Optional<Target> target = line.target();
        if (target.isEmpty() || line.targetValue().isEmpty()) {
            return List.of();
        }
        LocalDate due = target.get().due();
        double level = line.targetValue().get();
        boolean same = targets.of(line.goal().name(), due)
                .filter(before -> same(before.level(), level))
                .filter(before -> before.metric().equals(line.metric().name()))
                .isPresent();
        return same
                ? List.of()
                : List.of(new TargetSet(line.goal().name(), line.metric().name(), due, level));
    }

    /** What came, once it is final: forecasts and decisions are not judged by numbers that still change. */
    private List<Entry> outcomes(Line line) {
        List<Entry> fresh = new ArrayList<>();
        for (Scorecard.Point point : line.trend()) {
            point.value().filter(any -> !point.provisional()).ifPresent(value -> {
                OutcomeSeen seen =
                        new OutcomeSeen(line.goal().name(), line.metric().name(), point.period(), value);
                if (outcomes.of(seen).filter(before -> same(before, value)).isEmpty()) {
                    fresh.add(seen);
                }
            });
        }
        line.context().sum().filter(Scorecard.Sum::isWhole).ifPresent(sum -> {
            OutcomeSeen seen = new OutcomeSeen(line.goal().name(), line.metric().name(), sum.span(), sum.soFar());
            if (outcomes.of(seen).filter(before -> same(before, sum.soFar())).isEmpty()) {
                fresh.add(seen);
            }
        });
        return fresh;
    }

    private Optional<Entry> forecast(Line line) {
        Optional<Cadence> cadence = line.goal().kpi().cadence();
        if (line.forecast().isEmpty() || line.period().isEmpty() || cadence.isEmpty()) {
            return Optional.empty();
        }
        return line.target().map(target -> {
            Period due = calendar.around(target.per().orElse(cadence.get().grain()), target.due());
            Scorecard.Interval said = line.forecast().get();
            return new ForecastMade(
                    line.goal().name(),
                    line.metric().name(),
                    line.period().get(),
                    due,
                    said.value(),
                    said.low(),
                    said.high(),
                    wager(line));
        });
    }

    private static Optional<Entry.Wager> wager(Line line) {
        Direction direction = line.metric().direction();
        return direction == Direction.NEUTRAL
                ? Optional.empty()
                : line.chance()
                        .flatMap(chance -> line.targetValue().map(level -> new Entry.Wager(level, direction, chance)));
    }

    /** Targets that hold in the ledger, are not due yet, and stand in the goals no more. */
    private List<Entry> retired(Scorecard scorecard) {
        return targets.all().stream()
                .filter(set -> set.due().isAfter(scorecard.asOf()))
                .filter(set -> !stands(scorecard, set))
                .<Entry>map(set -> new TargetRetired(set.goal(), set.metric(), set.due()))
                .toList();
    }

    private static boolean stands(Scorecard scorecard, TargetSet set) {
        return scorecard.kpis().stream()
                .filter(line -> line.goal().name().equals(set.goal()))
                .flatMap(line -> Stream.concat(line.target().stream(), line.goal().kpi().targets().stream()))
                .anyMatch(target -> target.due().equals(set.due()));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
