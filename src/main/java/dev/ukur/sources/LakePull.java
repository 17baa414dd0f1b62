package dev.ukur.sources;

import dev.ukur.model.LakeTable;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.LakeReport.Pulled;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.MappedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a lake into the local store, day by day: each day of each table is a load of its own, so a pull that is
 * broken off leaves whole days or none. A day is pulled whole: rows that left the lake are superseded. What the store sums up
 * (visits, roll-ups) is renewed with each load.
 */
public final class LakePull {

    /** Days asked for in one question: long enough to be worth planning, short enough to be sorted in little memory. */
    private static final int DAYS_AT_ONCE = 31;

    private final QueryEngine lake;
    private final Store store;

    /** @param lake answers over the canonical tables that are mapped */
    public LakePull(QueryEngine lake, Store store) {
        this.lake = lake;
        this.store = store;
    }

    /**
     * Pulls the tables that are wanted.
     *
     * @param from first day; by default that of the first row, or of the last days that may still change
     * @param to last day; by default that of the last row
     * @throws ProblemException {@code engine-...} when the lake gives no more rows, {@code lake-repeated-key} or {@code
     *     lake-missing-value} when they cannot be taken; then with {@code lake-broken-off}, which tells what is in
     */
    public LakeReport pull(List<MappedLake.Source> sources, Optional<LocalDate> from, Optional<LocalDate> to) {
        List<Pulled> pulled = new ArrayList<>();
        for (MappedLake.Source source : sources) {
            if (source.table().pull().wanted()) {
                pulled.add(pull(source, from, to));
            }
        }
        return new LakeReport(pulled);
    }

    private Pulled pull(MappedLake.Source source, Optional<LocalDate> from, Optional<LocalDate> to) {
        Map<LocalDate, LoadRecord> earlier = earlier(source.table());
        Optional<Period> days = days(source, earlier.keySet(), from, to);
        if (days.isEmpty()) {
            return Pulled.nothing(source.table());
        }
        LakeDays loads = new LakeDays(store, source, earlier, until(source.table(), days.get(), earlier));
        LocalDate first = days.get().first();
        try {
            while (!first.isAfter(days.get().last())) {
                LocalDate last =
                        earliest(first.plusDays(DAYS_AT_ONCE - 1L), days.get().last());
                stream(source, new Period(first, last), loads);
                first = last.plusDays(1);
            }
        } catch (ProblemException e) {
            throw brokenOff(e, source.table(), loads.report(days.get()));
        }
        return loads.report(days.get());
    }

    private void stream(MappedLake.Source source, Period days, LakeDays loads) {
        List<String> order = new ArrayList<>(List.of("period_start"));
        order.addAll(source.key());
        loads.begin(days);
        lake.stream(
                Sql.of("select " + String.join(", ", source.columns()) + " from (" + source.query()
                        + ") t where period_start between date '" + days.first() + "' and date '" + days.last()
                        + "' order by " + String.join(", ", order)),
                loads::row);
        loads.end();
    }

    /** The newest load of each day that still counts. */
    private Map<LocalDate, LoadRecord> earlier(LakeTable table) {
        Set<Long> undone = store.undone().keySet();
        Map<LocalDate, LoadRecord> newest = new HashMap<>();
        store.loads().stream()
                .filter(load -> load.request().profile().equals(table.name().toString())
                        && load.request().account().equals(table.account())
                        && !undone.contains(load.id())
                        && !store.undone().containsValue(load.id()))
                .forEach(load -> newest.put(LocalDate.parse(load.request().setting()), load));
        return newest;
    }

    /** From where the rows may have changed to the last day that has, or had, rows. */
    private Optional<Period> days(
            MappedLake.Source source, Set<LocalDate> known, Optional<LocalDate> from, Optional<LocalDate> to) {
        List<@Nullable Object> ends = lake.query(
                        Sql.of("select min(period_start), max(period_start) from (" + source.query() + ") t"))
                .rows()
                .get(0);
        Optional<LocalDate> newest = known.stream().max(LocalDate::compareTo);
        Optional<LocalDate> begin = from.or(() ->
                        newest.map(day -> day.minusDays(source.table().pull().restatedDays() - 1L)))
                .or(() -> Optional.ofNullable((LocalDate) ends.get(0)));
        Optional<LocalDate> lastRow = Optional.ofNullable((LocalDate) ends.get(1));
        Optional<LocalDate> end = to.or(() -> lastRow.flatMap(
                        day -> newest.map(old -> old.isAfter(day) ? old : day).or(() -> lastRow)))
                .or(() -> newest);
        return begin.isPresent() && end.isPresent() && !begin.get().isAfter(end.get())
                ? Optional.of(new Period(begin.get(), end.get()))
                : Optional.empty();
    }

    private static LakeDays.Until until(LakeTable table, Period days, Map<LocalDate, LoadRecord> earlier) {
        LocalDate newest = earlier.keySet().stream()
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(days.last()))
                .orElse(days.last());
        return new LakeDays.Until(newest.minusDays(table.pull().restatedDays() - 1L), days.last());
    }

    private static ProblemException brokenOff(ProblemException e, LakeTable table, Pulled pulled) {
        List<Problem> problems = new ArrayList<>(e.problems());
        problems.add(new Problem(
                        "lake-broken-off",
                        Severity.NOTE,
                        Location.of(table.name().toString()),
                        Map.of())
                .with("days", pulled.loads())
                .with("table", table.name().toString()));
        return new ProblemException(problems);
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
