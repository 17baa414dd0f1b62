package dev.ukur.insights.customers;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Chance;
import dev.ukur.insights.Coverage;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur cohort}: of those who bought for the first time in a period, who buys again in the periods after it, and for
 * how much. A cell whose period has not ended is unknown.
 *
 * @param grain week, month or quarter
 * @param by the dimension of the first order by which audiences are compared
 */
public record Cohort(Grain grain, String by) implements Analysis {

    private static final int MOST = 12;
    private static final int SOON_DAYS = 90;
    private static final int FEW = 10;
    private static final double FALSE_DISCOVERIES = 0.05;

    @Override
    public Finding find(Desk desk) {
        if (!Buyers.AUDIENCES.contains(by)) {
            throw Clv.unknown("--by", by, Buyers.AUDIENCES.stream().sorted().toList());
        }
        Finding.Draft draft = Finding.about("cohort", Term.words("cohort-by-" + grain.word()));
        Optional<Coverage> coverage = Coverage.of(desk, "orders");
        Buyers buyers = Buyers.of(desk, by);
        if (coverage.isEmpty() || buyers.all().isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("clv-no-customers"), Provenance.at(desk.now()));
        }
        Provenance provenance = Provenance.at(desk.now())
                .and(coverage.get().days(), coverage.get().sources());
        Matrix matrix = new Matrix(buyers, grain, desk.settings().calendar());
        draft.evidence(matrix.table("cohort_customers", matrix::kept))
                .evidence(matrix.table("cohort_revenue", matrix::revenue))
                .evidence(matrix.curve())
                .evidence(audiences(draft, buyers));
        draft.caveat(Sentence.of("cohort-first")).caveat(Sentence.of("cohort-days"));
        List<Buyer> known = known(buyers.all(), buyers.until());
        if (known.size() < FEW) {
            Sentence answer = Sentence.of("cohort-young").with("days", new Term.Amount(SOON_DAYS, MetricUnit.DAYS));
            return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
        }
        Rate again = again(known);
        draft.estimate(again.between());
        Sentence answer = Sentence.of("cohort-answer")
                .with("customers", known.size())
                .with("share", again.term())
                .with("days", new Term.Amount(SOON_DAYS, MetricUnit.DAYS));
        return trend(draft, known, buyers.until(), answer, provenance);
    }

    /** The newer half of those known long enough beside the older half. */
    private Finding trend(
            Finding.Draft draft, List<Buyer> known, LocalDate until, Sentence answer, Provenance provenance) {
        LocalDate newest = until.minusDays(SOON_DAYS);
        LocalDate oldest =
                known.stream().map(Buyer::first).min(LocalDate::compareTo).orElse(newest);
        LocalDate middle = oldest.plusDays((newest.toEpochDay() - oldest.toEpochDay()) / 2);
        Rate older =
                again(known.stream().filter(one -> !one.first().isAfter(middle)).toList());
        Rate newer =
                again(known.stream().filter(one -> one.first().isAfter(middle)).toList());
        boolean differs = older.pAgainst(newer) <= FALSE_DISCOVERIES;
        draft.reason(
                Sentence.of(!differs ? "cohort-same" : newer.share() > older.share() ? "cohort-better" : "cohort-worse")
                        .with("day", Term.day(middle))
                        .with("newer", newer.term())
                        .with("older", older.term()));
        return draft.answer(differs ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    /** Those watched long enough to have bought again soon. */
    private static List<Buyer> known(List<Buyer> buyers, LocalDate until) {
        return buyers.stream()
                .filter(buyer -> !buyer.first().plusDays(SOON_DAYS).isAfter(until))
                .toList();
    }

    private static Rate again(List<Buyer> buyers) {
        return new Rate(
                buyers.stream()
                        .filter(buyer -> buyer.days().size() > 1
                                && !buyer.days().get(1).isAfter(buyer.first().plusDays(SOON_DAYS)))
                        .count(),
                buyers.size());
    }

    private Evidence audiences(Finding.Draft draft, Buyers buyers) {
        List<Buyer> known = known(buyers.all(), buyers.until());
        List<String> names = new ArrayList<>();
        List<Rate> own = new ArrayList<>();
        List<Rate> others = new ArrayList<>();
        Rate all = again(known);
        for (String name : buyers.audiences()) {
            Rate rate = again(known(buyers.of(name), buyers.until()));
            if (rate.of() > 0) {
                names.add(name);
                own.add(rate);
                others.add(new Rate(all.hits() - rate.hits(), all.of() - rate.of()));
            }
        }
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = own.get(i).pAgainst(others.get(i));
        }
        double[] q = ManyTests.benjaminiHochberg(p);
        Evidence table = Evidence.of("cohort_audiences")
                .words("audience")
                .number("customers")
                .number("bought_again")
                .number("others")
                .number("q");
        for (int i = 0; i < p.length; i++) {
            table = table.row(
                    new Term.Text(names.get(i)),
                    Term.count(own.get(i).of()),
                    own.get(i).term(),
                    others.get(i).term(),
                    Chance.of(q[i]));
            if (q[i] <= FALSE_DISCOVERIES && others.get(i).of() > 0) {
                boolean more = own.get(i).share() > others.get(i).share();
                draft.reason(Sentence.of(more ? "cohort-audience-more" : "cohort-audience-less")
                        .with("audience", names.get(i))
                        .with("share", own.get(i).term())
                        .with("others", others.get(i).term()));
            }
        }
        return table;
    }

    /** Customers and money by first period and periods since. */
    static final class Matrix {

        private final List<Period> periods;
        private final LocalDate until;
        private final long[][] kept;
        private final double[][] paid;

        Matrix(Buyers buyers, Grain grain, FiscalCalendar calendar) {
            until = buyers.until();
            LocalDate first = buyers.all().stream()
                    .map(Buyer::first)
                    .min(LocalDate::compareTo)
                    .orElse(until);
            List<Period> all = calendar.cut(new Period(first, until), grain).stream()
                    .map(part -> calendar.around(grain, part.first()))
                    .toList();
            periods = all.subList(Math.max(0, all.size() - MOST - 1), all.size());
            kept = new long[periods.size()][periods.size()];
            paid = new double[periods.size()][periods.size()];
            buyers.all().forEach(this::add);
        }

        private void add(Buyer buyer) {
            int cohort = index(buyer.first());
            if (cohort < 0) {
                return;
            }
            int before = -1;
            for (int i = 0; i < buyer.days().size(); i++) {
                int later = index(buyer.days().get(i)) - cohort;
                kept[cohort][later] += later != before ? 1 : 0;
                paid[cohort][later] += buyer.paid().get(i);
                before = later;
            }
        }

        private int index(LocalDate day) {
            for (int i = periods.size() - 1; i >= 0; i--) {
                if (periods.get(i).holds(day)) {
                    return i;
                }
            }
            return -1;
        }

        /** Who bought in the k-th period after the first, of all of a cohort; unknown when that period goes on. */
        Term kept(int cohort, int later) {
            return new Rate(kept[cohort][later], kept[cohort][0]).term();
        }

        /** What a cohort paid in the k-th period after the first, as a share of what it paid in the first. */
        Term revenue(int cohort, int later) {
            return paid[cohort][0] == 0 ? Term.UNKNOWN : Term.share(paid[cohort][later] / paid[cohort][0]);
        }

        /** A cell of a table. */
        interface Cell {
            Term of(int cohort, int later);
        }

        /** All cohorts together, period by period: those for whom the k-th period is over. */
        Evidence curve() {
            Evidence table = Evidence.of("cohort_curve")
                    .number("periods_since")
                    .number("customers")
                    .number("bought_then");
            for (int later = 1; later <= columns(); later++) {
                long known = 0;
                long bought = 0;
                for (int cohort = 0; cohort < periods.size(); cohort++) {
                    known += isOver(cohort, later) ? kept[cohort][0] : 0;
                    bought += isOver(cohort, later) ? kept[cohort][later] : 0;
                }
                if (known > 0) {
                    table = table.row(Term.count(later), Term.count(known), new Rate(bought, known).term());
                }
            }
            return table;
        }

        private int columns() {
            return Math.min(periods.size() - 1, MOST);
        }

        private boolean isOver(int cohort, int later) {
            return cohort + later < periods.size()
                    && !periods.get(cohort + later).last().isAfter(until);
        }

        Evidence table(String name, Cell cell) {
            Evidence table = Evidence.of(name).time("first_bought").number("customers");
            int columns = columns();
            for (int later = 1; later <= columns; later++) {
                table = table.number("later_" + later);
            }
            List<List<Term>> rows = new ArrayList<>();
            for (int cohort = 0; cohort < periods.size(); cohort++) {
                List<Term> row = new ArrayList<>();
                row.add(Term.days(periods.get(cohort)));
                row.add(Term.count(kept[cohort][0]));
                for (int later = 1; later <= columns; later++) {
                    boolean known = isOver(cohort, later) && kept[cohort][0] > 0;
                    row.add(known ? cell.of(cohort, later) : Term.UNKNOWN);
                }
                rows.add(row);
            }
            return table.rows(rows);
        }
    }
}
