package dev.ukur.insights.customers;

import dev.ukur.insights.Coverage;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.fit.Degeneracy;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Churn without contracts: nobody says that he leaves, so it is told from how long he has been silent. */
record Silence(Desk desk) {

    private static final double[] CHANCES = {0.8, 0.5, 0.2, 0};
    private static final double HALF = 0.5;

    static String word(Degeneracy why) {
        return "fit-" + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Finding tell(Finding.Draft draft) {
        Optional<Coverage> coverage = Coverage.of(desk, "orders");
        Buyers buyers = Buyers.of(desk, "channel");
        if (coverage.isEmpty() || buyers.all().isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("churn-no-data"), Provenance.at(desk.now()));
        }
        Provenance provenance = Provenance.at(desk.now())
                .and(coverage.get().days(), coverage.get().sources());
        ValueModel.Fit modified = ValueModel.of(buyers, ValueModel.Choice.MBGNBD);
        ValueModel.Fit fit = modified.model().isPresent() ? modified : ValueModel.of(buyers, ValueModel.Choice.BGNBD);
        if (fit.model().isEmpty()) {
            Sentence answer = Sentence.of("churn-no-model")
                    .with("why", Term.words(word(fit.why().orElseThrow())));
            return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
        }
        ValueModel model = fit.model().get();
        double alive = buyers.all().stream()
                .mapToDouble(buyer -> model.alive(buyer, buyers.until()))
                .sum();
        draft.evidence(table(buyers, model))
                .caveat(Sentence.of("churn-silence")
                        .with("model", modified.model().isPresent() ? "MBG/NBD" : "BG/NBD"));
        if (modified.model().isEmpty()) {
            draft.caveat(Sentence.of("churn-once"));
        }
        List<Buyer> loyal = buyers.all().stream()
                .filter(buyer -> buyer.days().size() > 1 && model.alive(buyer, buyers.until()) < HALF)
                .toList();
        if (!loyal.isEmpty()) {
            draft.reason(Sentence.of("churn-loyal-gone")
                    .with("count", loyal.size())
                    .with(
                            "paid",
                            new Term.Amount(
                                    loyal.stream().mapToDouble(Buyer::total).sum(), MetricUnit.MONEY)));
        }
        Sentence answer = Sentence.of("churn-silent-answer")
                .with("customers", buyers.all().size())
                .with("alive", Math.round(alive))
                .with("share", Term.share(1 - alive / buyers.all().size()));
        return draft.answer(Verdict.CLEAR, answer, provenance);
    }

    private Evidence table(Buyers buyers, ValueModel model) {
        Evidence table = Evidence.of("churn_silent")
                .words("still_there")
                .number("customers")
                .number("paid_so_far")
                .number("typical_silence");
        double above = 1.01;
        for (double least : CHANCES) {
            double most = above;
            List<Buyer> some = buyers.all().stream()
                    .filter(buyer ->
                            model.alive(buyer, buyers.until()) >= least && model.alive(buyer, buyers.until()) < most)
                    .toList();
            long[] days = some.stream()
                    .mapToLong(buyer -> ChronoUnit.DAYS.between(buyer.last(), buyers.until()))
                    .sorted()
                    .toArray();
            table = table.row(
                    new Term.Phrase(Sentence.of("churn-chance")
                            .with("least", Term.share(least))
                            .with("most", Term.share(Math.min(1, above)))),
                    Term.count(some.size()),
                    new Term.Amount(some.stream().mapToDouble(Buyer::total).sum(), MetricUnit.MONEY),
                    days.length == 0 ? Term.UNKNOWN : new Term.Amount(days[days.length / 2], MetricUnit.DAYS));
            above = least;
        }
        return table;
    }
}
