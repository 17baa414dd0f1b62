package dev.ukur.insights.customers;

import dev.ukur.insights.Evidence;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Cohorts as tables: a row for each first period, or for where people came from; a column for each period after it. */
record CohortTables(CohortPeriods periods) {

    /** A cell of a table whose rows are cohorts. */
    interface Cell {
        Term of(int cohort, int later);
    }

    /**
     * A row for each cohort. A cell whose period is not over is unknown.
     *
     * @param head an empty table with columns for the first period and for how many came
     */
    Evidence byPeriod(Evidence head, CohortCounts counts, Cell cell) {
        List<List<Term>> rows = new ArrayList<>();
        for (int cohort = 0; cohort < periods.size(); cohort++) {
            int first = cohort;
            boolean any = counts.newcomers(cohort) > 0;
            rows.add(row(
                    Term.days(periods.all().get(cohort)),
                    counts.newcomers(cohort),
                    later -> any && periods.isOver(first + later) ? cell.of(first, later) : Term.UNKNOWN));
        }
        return columns(head).rows(rows);
    }

    /** A row for each member of a dimension, all its cohorts together as far as their periods are over. */
    Evidence byMember(Evidence head, Map<String, CohortCounts> members) {
        List<List<Term>> rows = new ArrayList<>();
        members.forEach((member, counts) -> {
            long newcomers = 0;
            for (int cohort = 0; cohort < periods.size(); cohort++) {
                newcomers += counts.newcomers(cohort);
            }
            rows.add(row(
                    new Term.Text(member),
                    newcomers,
                    later -> counts.came(later).term()));
        });
        return columns(head).rows(rows);
    }

    /**
     * A row for each number of periods since the first, all cohorts together as far as those periods are over.
     *
     * @param head an empty table with columns for the periods since, how many could have come and the share that came
     */
    Evidence curve(Evidence head, CohortCounts counts) {
        List<List<Term>> rows = new ArrayList<>();
        for (int later = 1; later <= periods.after(); later++) {
            Rate rate = counts.came(later);
            if (rate.of() > 0) {
                rows.add(List.of(Term.count(later), Term.count(rate.of()), rate.term()));
            }
        }
        return head.rows(rows);
    }

    private Evidence columns(Evidence head) {
        Evidence table = head;
        for (int later = 1; later <= periods.after(); later++) {
            table = table.number("later_" + later);
        }
        return table;
    }

    private List<Term> row(Term first, long newcomers, IntFunction<Term> cell) {
        List<Term> row = new ArrayList<>(List.of(first, Term.count(newcomers)));
        for (int later = 1; later <= periods.after(); later++) {
            row.add(cell.apply(later));
        }
        return row;
    }
}
