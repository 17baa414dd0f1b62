package dev.ukur.insights.customers;

import dev.ukur.insights.Analysis;
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
import dev.ukur.time.Grain;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code ukur cohort}: of those who bought for the first time in a period, who buys again in the periods after it, and for
 * how much. A cell whose period has not ended is unknown.
 *
 * @param grain week, month or quarter
 * @param by the dimension of the first order by which audiences are compared
 * @param only the one audience that is looked at; all when empty
 */
public record Cohort(Grain grain, String by, Optional<String> only) implements Analysis {

    private static final int SOON_DAYS = 90;
    private static final int FEW = 10;

    @Override
    public Finding find(Desk desk) {
        Choices.refuseUnknown("--by", by, Buyers.AUDIENCES.stream().sorted().toList());
        Finding.Draft draft = Finding.about("cohort", subject("cohort-by-" + grain.word(), only));
        Optional<Coverage> coverage = Coverage.of(desk, "orders");
        Buyers all = Buyers.of(desk, by);
        if (coverage.isEmpty() || all.all().isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("clv-no-customers"), Provenance.at(desk.now()));
        }
        only.ifPresent(member -> Choices.refuseUnknown("--only", member, all.audiences()));
        List<Buyer> asked = only.map(all::of).orElse(all.all());
        MemberRates audiences = audiences(all);
        tables(draft, new Purchases(all, grain, desk.settings().calendar()), asked);
        draft.evidence(audiences.table(Evidence.of("cohort_audiences")
                .words("audience")
                .number("customers")
                .number("bought_again")
                .number("others")
                .number("q")));
        draft.caveat(Sentence.of("cohort-first")).caveat(Sentence.of("cohort-days"));
        Provenance provenance = Provenance.at(desk.now())
                .and(coverage.get().days(), coverage.get().sources());
        return answer(
                draft,
                known(asked, all.until()),
                audiences.differences(only, "cohort-audience-more", "cohort-audience-less"),
                provenance);
    }

    /** What is looked at: cohorts of a grain, of all or of one member. */
    static Term subject(String cohorts, Optional<String> only) {
        return only.<Term>map(member -> new Term.Phrase(Sentence.of("cohort-only")
                        .with("cohorts", Term.words(cohorts))
                        .with("member", member)))
                .orElse(Term.words(cohorts));
    }

    private static void tables(Finding.Draft draft, Purchases purchases, List<Buyer> asked) {
        CohortTables tables = new CohortTables(purchases.periods());
        CohortCounts kept = purchases.kept(asked);
        double[][] paid = purchases.paid(asked);
        draft.evidence(tables.byPeriod(
                        Evidence.of("cohort_customers").time("first_bought").number("customers"),
                        kept,
                        (cohort, later) -> kept.came(cohort, later).term()))
                .evidence(tables.byMember(
                        Evidence.of("cohort_customers_by_member")
                                .words("audience")
                                .number("customers"),
                        purchases.keptByAudience()))
                .evidence(tables.byPeriod(
                        Evidence.of("cohort_revenue").time("first_bought").number("customers"),
                        kept,
                        (cohort, later) -> paid[cohort][0] == 0
                                ? Term.UNKNOWN
                                : Term.share(paid[cohort][later] / paid[cohort][0])))
                .evidence(tables.curve(
                        Evidence.of("cohort_curve")
                                .number("periods_since")
                                .number("customers")
                                .number("bought_then"),
                        kept));
    }

    private static Finding answer(Finding.Draft draft, Known known, List<Sentence> differences, Provenance provenance) {
        Term days = new Term.Amount(SOON_DAYS, MetricUnit.DAYS);
        if (known.buyers().size() < FEW) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("cohort-young").with("days", days), provenance);
        }
        Rate again = known.again();
        draft.estimate(again.between());
        draft.reasons(differences);
        CohortTrend trend = known.trend();
        trend.tell(draft);
        Sentence answer = Sentence.of("cohort-answer")
                .with("customers", known.buyers().size())
                .with("share", again.term())
                .with("days", days);
        boolean isClear = trend.isClear() || !differences.isEmpty();
        return draft.answer(isClear ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    private static MemberRates audiences(Buyers all) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        all.audiences()
                .forEach(
                        name -> rates.put(name, known(all.of(name), all.until()).again()));
        return new MemberRates(rates);
    }

    /** Those watched long enough to have bought again soon. */
    private static Known known(List<Buyer> buyers, LocalDate until) {
        LocalDate newest = until.minusDays(SOON_DAYS);
        return new Known(
                buyers.stream().filter(buyer -> !buyer.first().isAfter(newest)).toList(), newest);
    }

    /**
     * Customers known for long enough.
     *
     * @param newest the last day on which one of them may have bought first
     */
    private record Known(List<Buyer> buyers, LocalDate newest) {

        Rate again() {
            return again(buyers);
        }

        private static Rate again(List<Buyer> buyers) {
            long again = buyers.stream()
                    .filter(buyer -> buyer.days().size() > 1
                            && !buyer.days().get(1).isAfter(buyer.first().plusDays(SOON_DAYS)))
                    .count();
            return new Rate(again, buyers.size());
        }

        /** The newer half beside the older half. */
        CohortTrend trend() {
            LocalDate oldest =
                    buyers.stream().map(Buyer::first).min(LocalDate::compareTo).orElse(newest);
            LocalDate middle = oldest.plusDays((newest.toEpochDay() - oldest.toEpochDay()) / 2);
            Predicate<Buyer> newer = buyer -> buyer.first().isAfter(middle);
            List<Buyer> older = buyers.stream().filter(newer.negate()).toList();
            return new CohortTrend(
                    again(older), again(buyers.stream().filter(newer).toList()), middle);
        }
    }
}
