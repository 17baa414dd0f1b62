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
import dev.ukur.time.Grain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code ukur cohort --of visitors}: of those who came for the first time in a period, who comes again in the periods after
 * it. A cell whose period has not ended is unknown.
 *
 * @param grain week, month or quarter
 * @param by the dimension of the first visit by which visitors are compared
 * @param only the one member of it that is looked at; all when empty
 */
public record VisitorCohort(Grain grain, String by, Optional<String> only) implements Analysis {

    private static final List<String> DIMENSIONS =
            List.of("campaign", "channel", "country", "device", "landing_page", "medium", "source");

    private static final int FEW = 10;

    @Override
    public Finding find(Desk desk) {
        Choices.refuseUnknown("--by", by, DIMENSIONS);
        Finding.Draft draft = Finding.about("cohort", Cohort.subject("cohort-visitors-by-" + grain.word(), only));
        Optional<Coverage> coverage = Coverage.of(desk, "visits");
        if (coverage.isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("visitor-cohort-none"), Provenance.at(desk.now()));
        }
        CohortPeriods periods =
                CohortPeriods.of(coverage.get().days(), grain, desk.settings().calendar());
        Map<String, CohortCounts> members = new Visitors(desk, periods, by).byMember();
        only.ifPresent(member -> Choices.refuseUnknown("--only", member, members.keySet()));
        CohortCounts counts = only.map(members::get).orElseGet(() -> CohortCounts.sum(periods, members.values()));
        tables(draft, new CohortTables(periods), counts, members);
        draft.caveat(Sentence.of("visitor-cohort-browser"))
                .caveat(Sentence.of("visitor-cohort-first"))
                .caveat(Sentence.of("visitor-cohort-over"));
        Provenance provenance = Provenance.at(desk.now())
                .and(coverage.get().days(), coverage.get().sources());
        return answer(draft, new Counted(periods, counts, members), provenance);
    }

    private static void tables(
            Finding.Draft draft, CohortTables tables, CohortCounts counts, Map<String, CohortCounts> members) {
        draft.evidence(tables.byPeriod(
                        Evidence.of("cohort_visitors").time("first_came").number("visitors"),
                        counts,
                        (cohort, later) -> counts.came(cohort, later).term()))
                .evidence(tables.byMember(
                        Evidence.of("cohort_visitors_by_member")
                                .words("audience")
                                .number("visitors"),
                        members));
    }

    private record Counted(CohortPeriods periods, CohortCounts all, Map<String, CohortCounts> members) {}

    private Finding answer(Finding.Draft draft, Counted counted, Provenance provenance) {
        Rate next = counted.all().came(1);
        Term word = Term.words("cohort-next-" + grain.word());
        if (next.of() < FEW) {
            return draft.answer(
                    Verdict.CANNOT_TELL, Sentence.of("visitor-cohort-young").with("next", word), provenance);
        }
        draft.estimate(next.between());
        CohortTrend trend = trend(counted.periods(), counted.all());
        trend.tell(draft);
        Map<String, Rate> rates = new LinkedHashMap<>();
        counted.members().forEach((member, own) -> rates.put(member, own.came(1)));
        List<Sentence> differences =
                new MemberRates(rates).differences(only, "visitor-cohort-more", "visitor-cohort-less");
        draft.reasons(differences);
        Sentence answer = Sentence.of("visitor-cohort-answer")
                .with("visitors", next.of())
                .with("share", next.term())
                .with("next", word);
        boolean isClear = trend.isClear() || !differences.isEmpty();
        return draft.answer(isClear ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    /** The newer half of the cohorts whose next period is over beside the older half. */
    private static CohortTrend trend(CohortPeriods periods, CohortCounts counts) {
        int known =
                (int) IntStream.range(1, periods.size()).filter(periods::isOver).count();
        int middle = (known - 1) / 2;
        return new CohortTrend(
                counts.came(1, cohort -> cohort <= middle),
                counts.came(1, cohort -> cohort > middle),
                periods.all().get(middle).last());
    }
}
