package dev.ukur.metrics;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the canonical tables hold: what a plan must know before it can be made.
 *
 * @param slices of all tables surveyed; a table without rows has none
 */
record Survey(List<Slice> slices) {

    /**
     * Rows of one table that share account, report, currency and profile.
     *
     * @param table canonical table
     * @param account source account
     * @param report what the rows' report cuts by, or null where the table has no reports
     * @param currency of the rows, or null
     * @param profile that read them, or null when computed
     * @param days from the first to the last day they speak of
     * @param longRows how many speak of more than one day
     * @param provisionalFrom first day the source may still change, or null
     */
    record Slice(
            String table,
            String account,
            @Nullable String report,
            @Nullable String currency,
            @Nullable String profile,
            Period days,
            long longRows,
            @Nullable LocalDate provisionalFrom) {

        /** The source, as people see it. */
        String source() {
            return profile == null || profile.equals(account) ? account : profile + "/" + account;
        }
    }

    Survey {
        slices = List.copyOf(slices);
    }

    List<Slice> of(String table) {
        return slices.stream().filter(slice -> slice.table().equals(table)).toList();
    }

    boolean holds(String table) {
        return slices.stream().anyMatch(slice -> slice.table().equals(table));
    }

    /** The accounts of a table, in order. */
    Set<String> accounts(String table) {
        return of(table).stream().map(Slice::account).collect(Collectors.toCollection(TreeSet::new));
    }

    /** From the first to the last day of some slices. */
    static Optional<Period> span(Collection<Slice> slices) {
        if (slices.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = slices.stream()
                .map(slice -> slice.days().first())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = slices.stream()
                .map(slice -> slice.days().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Period(first, last));
    }
}
