package dev.ukur.sources;

import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days the rows of one table speak of. Where rows are reports on a period, two periods that overlap would count
 * the same days twice: such a file conflicts with what is loaded.
 */
final class Coverage {

    /** The keyword of rows that count all keywords. */
    private static final String TOTAL = "(total)";

    private final TablePlan plan;
    private final int start;
    private final int end;
    private final int report;
    private final Set<Period> periods = new HashSet<>();
    private @Nullable String reportName;
    private @Nullable LocalDate lastStart;
    private @Nullable LocalDate lastEnd;

    Coverage(TablePlan plan) {
        this.plan = plan;
        this.start = plan.index("period_start");
        this.end = plan.index("period_end");
        this.report = Math.max(plan.index("breakdown"), plan.index("basis"));
    }

    /** Takes a row into account; a last day before the first is a fault of the file and read as one day. */
    void add(@Nullable Object[] values) {
        if (values[start] instanceof LocalDate first
                && values[end] instanceof LocalDate last
                && !(first.equals(lastStart) && last.equals(lastEnd))) {
            periods.add(new Period(first, last.isBefore(first) ? first : last));
            lastStart = first;
            lastEnd = last;
        }
        if (report >= 0 && values[report] != null) {
            reportName = values[report] + (isTotal(values) ? TOTAL : "");
        }
    }

    /** Takes days into account that rows of the report with a name speak of; null where the table has no reports. */
    void add(LocalDate first, LocalDate last, @Nullable String name) {
        @Nullable Object[] values = new Object[plan.columns().size()];
        values[start] = first;
        values[end] = last;
        if (report >= 0) {
            values[report] = name;
        }
        add(values);
    }

    private boolean isTotal(@Nullable Object[] values) {
        int keyword = plan.index("basis") < 0 ? -1 : plan.index("keyword");
        return keyword >= 0 && TOTAL.equals(values[keyword]);
    }

    /** From the first day to the last, if there are any. */
    Optional<Period> span() {
        Optional<LocalDate> first = periods.stream().map(Period::first).min(Comparator.naturalOrder());
        Optional<LocalDate> last = periods.stream().map(Period::last).max(Comparator.naturalOrder());
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Period(first.get(), last.get()))
                : Optional.empty();
    }

    /**
     * Two periods of which one is among the new ones, that overlap and are not the same.
     *
     * @param except number of a load that will be taken back
     */
    Optional<List<Period>> conflict(Store store, String account, long except) {
        String name = reportName;
        if (name == null) {
            return Optional.empty();
        }
        Set<Period> all = new HashSet<>(loaded(store, account, except, name));
        all.addAll(periods);
        List<Period> sorted = all.stream()
                .sorted(Comparator.comparing(Period::first).thenComparing(Period::last))
                .toList();
        Period longest = null;
        for (Period each : sorted) {
            boolean overlaps = longest != null && !each.first().isAfter(longest.last());
            if (overlaps && (periods.contains(each) || periods.contains(longest))) {
                return Optional.of(List.of(longest, each));
            }
            longest = longest == null || each.last().isAfter(longest.last()) ? each : longest;
        }
        return Optional.empty();
    }

    private Set<Period> loaded(Store store, String account, long except, String name) {
        // Totals of a day and rows of single keywords are two reports of the same basis.
        String column = plan.index("breakdown") >= 0
                ? "breakdown"
                : "basis || case when keyword = '" + TOTAL + "' then keyword else '' end";
        QueryResult rows = store.engine()
                .query(Sql.of(
                        "select distinct period_start, period_end from "
                                + store.engine().dialect().table(plan.table())
                                + " where superseded_by is null and account = ? and load_id <> ? and " + column
                                + " = ?",
                        account,
                        except,
                        name));
        Set<Period> found = new HashSet<>();
        for (List<@Nullable Object> row : rows.rows()) {
            if (row.get(0) instanceof LocalDate first && row.get(1) instanceof LocalDate last) {
                found.add(new Period(first, last));
            }
        }
        return found;
    }
}
