package dev.ukur.insights.compare;

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
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.AlwaysValidTest;
import dev.ukur.stats.compare.SampleSize;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ukur compare A B}: which of two groups of visits converts more often, read day by day. It may be looked at every
 * day and ended at any time: no more than one comparison in twenty is called by chance.
 *
 * @param first a member of the dimension
 * @param second another one
 * @param design what is compared and what change is wanted
 * @param period empty for all days of both
 */
public record Compare(String first, String second, Design design, Optional<Period> period) implements Analysis {

    /** The columns of visits by which groups may be told apart. */
    private static final Set<String> DIMENSIONS =
            Set.of("channel", "source", "medium", "campaign", "term", "device", "country", "landing_page");

    /** What a visit may lead to, by the word that asks for it. */
    private static final Map<String, String> GOALS = Map.of(
            "purchase", "purchases > 0",
            "form", "form_submits > 0",
            "sign_up", "sign_ups > 0",
            "cart", "add_to_carts > 0",
            "checkout", "checkouts > 0",
            "engaged", "engaged");

    private static final double CHANCE = 0.05;
    private static final double POWER = 0.8;
    /** With fewer conversions in either group the normal law does not hold. */
    private static final int LEAST = 5;
    /** What a test looked at daily costs in visits against a planned one, as a rule of thumb. */
    private static final double PRICE = 2;

    /**
     * The plan of a comparison.
     *
     * @param by the dimension
     * @param goal what a visit should lead to
     * @param lift the relative change worth noticing: 0.1 is a tenth more
     */
    public record Design(String by, String goal, double lift) {}

    /** Sums up to the end of a day. */
    private record Look(LocalDate day, Rate first, Rate second) {

        boolean ready() {
            return first.hits() >= LEAST && second.hits() >= LEAST;
        }

        Estimate difference() {
            double p = first.share();
            double q = second.share();
            return Estimate.normal(p - q, Math.sqrt(p * (1 - p) / first.of() + q * (1 - q) / second.of()));
        }
    }

    @Override
    public Finding find(Desk desk) {
        refuseUnknown("--by", design.by(), DIMENSIONS);
        refuseUnknown("--goal", design.goal(), GOALS.keySet());
        Finding.Draft draft = Finding.about(
                "compare",
                new Term.Phrase(
                        Sentence.of("compare-groups").with("first", first).with("second", second)));
        Optional<Coverage> coverage = Coverage.of(desk, "visits");
        coverage.flatMap(Coverage::provisionalFrom)
                .ifPresent(day -> draft.caveat(Sentence.of("compare-settled").with("day", Term.day(day))));
        List<Look> looks = looks(desk, coverage.flatMap(Coverage::provisionalFrom));
        if (looks.isEmpty()
                || looks.get(looks.size() - 1).first().of() == 0
                || looks.get(looks.size() - 1).second().of() == 0) {
            Sentence answer =
                    Sentence.of("compare-nothing").with("first", first).with("second", second);
            return draft.answer(Verdict.CANNOT_TELL, answer, Provenance.at(desk.now()));
        }
        Look last = looks.get(looks.size() - 1);
        Provenance provenance = Provenance.at(desk.now())
                .and(
                        new Period(looks.get(0).day(), last.day()),
                        coverage.map(Coverage::sources).orElse(List.of()));
        draft.evidence(groups(last));
        advise(draft, looks);
        draft.caveat(Sentence.of("compare-always-valid")).caveat(Sentence.of("compare-not-random"));
        if (!last.ready()) {
            Sentence answer = Sentence.of("compare-too-few")
                    .with("first", first)
                    .with("second", second)
                    .with("least", LEAST);
            return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
        }
        return judge(draft, looks, provenance);
    }

    private Finding judge(Finding.Draft draft, List<Look> looks, Provenance provenance) {
        Look last = looks.get(looks.size() - 1);
        List<Look> ready = looks.stream().filter(Look::ready).toList();
        AlwaysValidTest test =
                new AlwaysValidTest(Math.abs(design.lift()) * last.second().share());
        double p = test.p(ready.stream().map(Look::difference).toList());
        draft.estimate(difference(last, test));
        draft.evidence(days(ready, test));
        boolean clear = p <= CHANCE;
        boolean more = last.difference().value() > 0;
        Sentence answer = Sentence.of(clear ? "compare-clear" : "compare-open")
                .with("better", more ? first : second)
                .with("worse", more ? second : first)
                .with("high", (more ? last.first() : last.second()).term())
                .with("low", (more ? last.second() : last.first()).term())
                .with("p", Chance.of(p))
                .with("looks", ready.size());
        return draft.answer(clear ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    /** How many visits a planned test and one looked at daily need, and how long that takes. */
    private void advise(Finding.Draft draft, List<Look> looks) {
        Look last = looks.get(looks.size() - 1);
        double base = last.second().share();
        double wanted = base * (1 + design.lift());
        if (!(base > 0 && base < 1 && wanted > 0 && wanted < 1)) {
            return;
        }
        SampleSize size = SampleSize.ofShare(base, design.lift(), POWER);
        // The smaller group fills last.
        double perDay = 2.0 * Math.min(last.first().of(), last.second().of()) / looks.size();
        long days = size.daysAt(perDay);
        draft.reason(Sentence.of("compare-advice")
                .with("lift", new Term.Growth(design.lift()))
                .with("base", Term.share(base))
                .with("visits", (long) Math.ceil(size.perGroup()))
                .with("days", new Term.Amount(days, MetricUnit.DAYS))
                .with("longer", new Term.Amount(Math.ceil(PRICE * days), MetricUnit.DAYS)));
    }

    private Evidence groups(Look last) {
        return Evidence.of("compare_groups")
                .words("group")
                .number("visits")
                .number("conversions")
                .number("share_completed")
                .row(
                        new Term.Text(first),
                        Term.count(last.first().of()),
                        Term.count(last.first().hits()),
                        last.first().term())
                .row(
                        new Term.Text(second),
                        Term.count(last.second().of()),
                        Term.count(last.second().hits()),
                        last.second().term());
    }

    private static Evidence days(List<Look> looks, AlwaysValidTest test) {
        Evidence table =
                Evidence.of("compare_days").time("day").number("difference").number("p_so_far");
        List<List<Term>> rows = new ArrayList<>();
        double least = 1;
        for (int i = 0; i < looks.size(); i++) {
            least = Math.min(least, test.p(looks.get(i).difference()));
            // Two weeks are shown; the p-value rests on all days.
            if (i >= looks.size() - 14) {
                rows.add(List.of(Term.day(looks.get(i).day()), difference(looks.get(i), test), Chance.of(least)));
            }
        }
        return table.rows(rows);
    }

    private static Term.Between difference(Look look, AlwaysValidTest test) {
        return Term.difference(look.difference().value(), test.interval(look.difference()), MetricUnit.SHARE);
    }

    /** The sums to the end of each day that is final. */
    private List<Look> looks(Desk desk, Optional<LocalDate> provisionalFrom) {
        String days =
                period.map(one -> " and period_start between date '" + one.first() + "' and date '" + one.last() + "'")
                                .orElse("")
                        + provisionalFrom
                                .map(day -> " and period_start < date '" + day + "'")
                                .orElse("");
        String sql = """
                -- visits and conversions of two groups by day
                select period_start as day,
                    count(*) filter (where cast(%1$s as varchar) = ?) as visits_1,
                    count(*) filter (where cast(%1$s as varchar) = ? and %2$s) as hits_1,
                    count(*) filter (where cast(%1$s as varchar) = ?) as visits_2,
                    count(*) filter (where cast(%1$s as varchar) = ? and %2$s) as hits_2
                from visits
                where superseded_by is null%3$s and cast(%1$s as varchar) in (?, ?)
                group by 1
                order by 1""".formatted(design.by(), GOALS.get(design.goal()), days);
        List<Look> looks = new ArrayList<>();
        long[] sums = new long[4];
        for (List<?> row : desk.engine()
                .query(Sql.of(sql, first, first, second, second, first, second))
                .rows()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += ((Number) Objects.requireNonNull(row.get(i + 1))).longValue();
            }
            looks.add(new Look(
                    (LocalDate) Objects.requireNonNull(row.get(0)),
                    new Rate(sums[1], sums[0]),
                    new Rate(sums[3], sums[2])));
        }
        return looks;
    }

    private static void refuseUnknown(String option, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new ProblemException(Problem.error("clv-unknown-choice", Location.nowhere())
                    .with("option", option)
                    .with("value", value)
                    .with("known", String.join(", ", new java.util.TreeSet<>(known))));
        }
    }
}
