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
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.SurvivalCurve;
import dev.ukur.stats.survival.SurvivalCurve.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code ukur behaviour}: who the customers are by what they do, when they come back, and what they buy together. */
public record Behaviour() implements Analysis {

    private static final int[] DAYS = {30, 60, 90, 180, 365};

    @Override
    public Finding find(Desk desk) {
        Finding.Draft draft = Finding.about("behaviour", Term.words("clv-customers"));
        Optional<Coverage> orders = Coverage.of(desk, "orders");
        Provenance provenance = Provenance.at(desk.now());
        Pages pages = new Pages(desk);
        Optional<Coverage> visits = Coverage.of(desk, "visits");
        if (visits.isPresent()) {
            provenance =
                    provenance.and(visits.get().last(Pages.DAYS), visits.get().sources());
            pages.tell(draft, visits.get().last(Pages.DAYS));
        }
        Buyers buyers = Buyers.of(desk, "channel");
        if (orders.isEmpty() || buyers.all().isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("clv-no-customers"), provenance);
        }
        provenance = provenance.and(orders.get().days(), orders.get().sources());
        Segments segments = new Segments(buyers);
        draft.evidence(segments.table()).evidence(returning(buyers)).evidence(patterns(draft, buyers));
        segments.asleep().ifPresent(draft::reason);
        new Affinity(desk).tell(draft);
        Rate repeat = new Rate(
                buyers.all().stream().filter(buyer -> buyer.days().size() > 1).count(),
                buyers.all().size());
        draft.estimate(repeat.between()).caveat(Sentence.of("behaviour-rules"));
        Sentence answer = Sentence.of("behaviour-answer")
                .with("customers", buyers.all().size())
                .with("share", repeat.term())
                .with("days", typicalReturn(buyers))
                .with("top", topShare(buyers));
        return draft.answer(Verdict.CLEAR, answer, provenance);
    }

    /** The days until half of those who ever come back have done so. */
    private static Term typicalReturn(Buyers buyers) {
        long[] gaps = buyers.all().stream()
                .filter(buyer -> buyer.days().size() > 1)
                .mapToLong(buyer ->
                        buyer.days().get(1).toEpochDay() - buyer.first().toEpochDay())
                .sorted()
                .toArray();
        return gaps.length == 0 ? Term.UNKNOWN : new Term.Amount(gaps[gaps.length / 2], MetricUnit.DAYS);
    }

    /** What the tenth of customers who pay most pays of all. */
    private static Term topShare(Buyers buyers) {
        double[] totals =
                buyers.all().stream().mapToDouble(Buyer::total).sorted().toArray();
        double all = Arrays.stream(totals).sum();
        int tenth = Math.max(1, totals.length / 10);
        double top = Arrays.stream(totals, totals.length - tenth, totals.length).sum();
        return all == 0 ? Term.UNKNOWN : Term.share(top / all);
    }

    /** Whoever has not come back yet is watched until the last day; so the newest customers do not look lost. */
    private static Evidence returning(Buyers buyers) {
        Evidence table = Evidence.of("behaviour_return")
                .words("order_number")
                .number("customers")
                .number("median_days");
        for (int days : DAYS) {
            table = table.number("within_" + days);
        }
        List<List<Term>> rows = new ArrayList<>();
        for (int order = 1; order <= 3; order++) {
            List<Lifetime> gaps = gaps(buyers, order);
            if (gaps.isEmpty() || gaps.stream().noneMatch(Lifetime::ended)) {
                continue;
            }
            SurvivalCurve curve = SurvivalCurve.of(gaps);
            double watched = curve.steps().get(curve.steps().size() - 1).time();
            List<Term> row = new ArrayList<>();
            row.add(new Term.Phrase(Sentence.of("behaviour-after-order").with("number", order)));
            row.add(Term.count(gaps.size()));
            row.add(curve.median(Band.LOG_LOG)
                    .value()
                    .<Term>map(days -> new Term.Amount(days, MetricUnit.DAYS))
                    .orElse(Term.words("churn-not-half")));
            for (int days : DAYS) {
                row.add(days > watched ? Term.UNKNOWN : returned(curve, days));
            }
            rows.add(row);
        }
        return table.rows(rows);
    }

    private static Term returned(SurvivalCurve curve, int days) {
        double share = 1 - curve.survival(days);
        return curve.at(days)
                .flatMap(step -> step.band(Band.LOG_LOG))
                .<Term>map(band -> new Term.Between(share, 1 - band.high(), 1 - band.low(), MetricUnit.SHARE))
                .orElse(Term.share(share));
    }

    private static List<Lifetime> gaps(Buyers buyers, int order) {
        return buyers.all().stream()
                .filter(buyer -> buyer.days().size() >= order)
                .map(buyer -> {
                    boolean again = buyer.days().size() > order;
                    long from = buyer.days().get(order - 1).toEpochDay();
                    long to = (again ? buyer.days().get(order) : buyers.until()).toEpochDay();
                    return new Lifetime(to - from, again);
                })
                .toList();
    }

    /** On which weekdays customers buy for the first time and again. */
    private static Evidence patterns(Finding.Draft draft, Buyers buyers) {
        long[] first = new long[7];
        long[] again = new long[7];
        for (Buyer buyer : buyers.all()) {
            for (int i = 0; i < buyer.days().size(); i++) {
                int weekday = buyer.days().get(i).getDayOfWeek().getValue() - 1;
                (i == 0 ? first : again)[weekday]++;
            }
        }
        long firsts = Arrays.stream(first).sum();
        long repeats = Arrays.stream(again).sum();
        Evidence table = Evidence.of("behaviour_weekdays")
                .words("weekday")
                .number("first_orders")
                .number("repeat_orders");
        int best = 0;
        for (int day = 0; day < 7; day++) {
            best = first[day] + again[day] > first[best] + again[best] ? day : best;
            table = table.row(
                    Term.words("weekday-" + (day + 1)),
                    new Rate(first[day], firsts).term(),
                    new Rate(again[day], repeats).term());
        }
        draft.reason(Sentence.of("behaviour-weekday")
                .with("weekday", Term.words("weekday-" + (best + 1)))
                .with("share", new Rate(first[best] + again[best], firsts + repeats).term()));
        return table;
    }
}
