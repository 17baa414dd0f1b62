package dev.ukur.insights.customers;

import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.stats.customer.BetaGeometric;
import dev.ukur.stats.customer.BetaGeometric.Kind;
import dev.ukur.stats.customer.GammaGamma;
import dev.ukur.stats.customer.History;
import dev.ukur.stats.customer.ParetoNbd;
import dev.ukur.stats.customer.RepeatModel;
import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What customers will still buy and spend.
 *
 * @param repeat how often, and who is still there
 * @param money for how much a purchase; empty when too few bought again for it to be told by customer
 * @param meanPaid what a repeat purchase is worth on average, for when it is not
 */
record ValueModel(RepeatModel repeat, Optional<GammaGamma> money, double meanPaid) {

    /** The models of how often, by the word that asks for them. */
    enum Choice {
        BGNBD,
        MBGNBD,
        PARETONBD;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private FitResult<? extends RepeatModel> fit(List<History> histories) {
            return switch (this) {
                case BGNBD -> BetaGeometric.fit(histories, Kind.BG);
                case MBGNBD -> BetaGeometric.fit(histories, Kind.MBG);
                case PARETONBD -> ParetoNbd.fit(histories);
            };
        }
    }

    /** A model, or why there is none. */
    record Fit(Optional<ValueModel> model, Optional<Degeneracy> why) {}

    static Fit of(Buyers buyers, Choice choice) {
        List<History> histories = buyers.all().stream()
                .map(buyer -> buyer.history(buyers.until()))
                .toList();
        FitResult<? extends RepeatModel> fit = choice.fit(histories);
        return fit.match(
                fitted -> new Fit(Optional.of(with(fitted.model(), buyers)), Optional.empty()),
                none -> new Fit(Optional.empty(), Optional.of(none.why())));
    }

    private static ValueModel with(RepeatModel repeat, Buyers buyers) {
        List<GammaGamma.Spend> spent = buyers.all().stream().map(Buyer::repeats).toList();
        double mean = buyers.all().stream()
                .flatMap(buyer -> buyer.paid().stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        // With q at 1 or below the mean over all customers is infinite, so nothing can be said of one without repeats.
        Optional<GammaGamma> money =
                GammaGamma.fit(spent).fitted().map(FitResult.Fitted::model).filter(model -> model.q() > 1);
        return new ValueModel(repeat, money, mean);
    }

    /** What a customer will pay in the weeks to come. */
    double future(Buyer buyer, LocalDate until, int weeks) {
        double purchases = repeat.expected(buyer.history(until), weeks);
        return purchases * money.map(model -> model.expected(buyer.repeats())).orElse(meanPaid);
    }

    double alive(Buyer buyer, LocalDate until) {
        return repeat.alive(buyer.history(until));
    }
}
