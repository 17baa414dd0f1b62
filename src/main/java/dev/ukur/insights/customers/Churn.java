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
import dev.ukur.insights.customers.Contracts.Contract;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.customer.ShiftedBetaGeometric;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.LogRank;
import dev.ukur.stats.survival.SurvivalCurve;
import dev.ukur.stats.survival.SurvivalCurve.Band;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur churn}: how long subscriptions last, by plan, and what is lost with those that end. Where there are no
 * subscriptions, or orders are asked for, it is told from the silence of customers.
 *
 * @param of what is left
 */
public record Churn(Of of) implements Analysis {

    /** What customers can leave. */
    public enum Of {
        /** Subscriptions, which end on a day. */
        SUBSCRIPTIONS,
        /** A shop, which nobody says that he leaves. */
        ORDERS
    }

    private static final int[] MONTHS = {1, 3, 6, 12, 24, 36, 48, 60, 72};
    private static final double DAY = 1 / Contracts.MONTH;
    private static final int SHOWN_MONTHS = 12;
    private static final int CURVE_MONTHS = 36;
    private static final int FEW = 10;
    private static final double CHANCE = 0.05;

    @Override
    public Finding find(Desk desk) {
        Finding.Draft draft = Finding.about("churn", Term.words("churn-subscriptions"));
        Optional<Coverage> coverage = Coverage.of(desk, "subscriptions");
        if (coverage.isEmpty() || of == Of.ORDERS) {
            return new Silence(desk).tell(Finding.about("churn", Term.words("churn-customers")));
        }
        Contracts contracts = Contracts.of(desk);
        Provenance provenance = Provenance.at(desk.now())
                .and(
                        new Period(coverage.get().days().first(), contracts.until()),
                        coverage.get().sources());
        List<Lifetime> all = contracts.lifetimes("");
        SurvivalCurve curve = SurvivalCurve.of(all);
        draft.evidence(survival(contracts))
                .evidence(curve(all, curve))
                .evidence(means(contracts))
                .evidence(totals(contracts))
                .evidence(revenue(contracts));
        draft.caveat(Sentence.of("churn-censored"))
                .caveat(Sentence.of("churn-until").with("day", Term.day(contracts.until())));
        long ended = all.stream().filter(Lifetime::ended).count();
        if (all.size() < FEW || ended == 0) {
            Sentence answer =
                    Sentence.of("churn-too-few").with("number", all.size()).with("ended", ended);
            return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
        }
        outlook(draft, contracts);
        Optional<LogRank> test = compare(contracts);
        test.ifPresent(found -> tell(draft, found, contracts.plans().size() - 1));
        int month = (int) Math.max(
                1,
                Math.min(
                        SHOWN_MONTHS,
                        curve.steps().get(curve.steps().size() - 1).time()));
        Optional<Term.Between> kept = band(curve, month);
        kept.ifPresent(draft::estimate);
        Sentence answer = Sentence.of("churn-answer")
                .with("number", all.size())
                .with("ended", ended)
                .with("share", kept.<Term>map(one -> one).orElse(Term.UNKNOWN))
                .with("months", month)
                .with("median", median(curve))
                .with("lost", new Term.Amount(lost(contracts), MetricUnit.MONEY));
        boolean clear = test.filter(found -> found.p() <= CHANCE).isPresent();
        return draft.answer(clear || test.isEmpty() ? Verdict.CLEAR : Verdict.NOISE, answer, provenance);
    }

    private static void tell(Finding.Draft draft, LogRank test, int degrees) {
        draft.evidence(Evidence.of("churn_test")
                .number("chi_square")
                .number("degrees")
                .number("p")
                .row(Term.ratio(test.chiSquare()), Term.count(degrees), Chance.of(test.p())));
        draft.reason(Sentence.of(test.p() <= CHANCE ? "churn-plans-differ" : "churn-plans-same")
                .with("p", Chance.of(test.p())));
    }

    private static Term median(SurvivalCurve curve) {
        return curve.median(Band.LOG_LOG)
                .value()
                .<Term>map(months -> new Term.Amount(Math.round(months * Contracts.MONTH), MetricUnit.DAYS))
                .orElse(Term.words("churn-not-half"));
    }

    /** What lasts beyond so many months; empty beyond what was watched. */
    private static Optional<Term.Between> band(SurvivalCurve curve, double months) {
        if (curve.steps().isEmpty()
                || curve.steps().get(curve.steps().size() - 1).time() < months - DAY) {
            return Optional.empty();
        }
        double survival = curve.survival(months);
        Interval band =
                curve.at(months).flatMap(step -> step.band(Band.LOG_LOG)).orElse(new Interval(survival, survival));
        return Optional.of(new Term.Between(survival, band.low(), band.high(), MetricUnit.SHARE));
    }

    /** What lasts beyond each month that somebody was watched for, all plans together. */
    private static Evidence curve(List<Lifetime> all, SurvivalCurve curve) {
        Evidence table = Evidence.of("churn_curve")
                .number("months_since")
                .number("at_risk")
                .number("lasts_longer");
        for (int month = 0; month <= CURVE_MONTHS; month++) {
            int since = month;
            long watched = all.stream().filter(one -> one.time() >= since).count();
            Optional<Term.Between> share = month == 0
                    ? Optional.of(new Term.Between(1, 1, 1, MetricUnit.SHARE))
                    : band(curve, month).filter(one -> watched > 0);
            if (share.isPresent() && watched > 0) {
                table = table.row(Term.count(month), Term.count(watched), share.get());
            }
        }
        return table;
    }

    private static Evidence survival(Contracts contracts) {
        Evidence table = Evidence.of("churn_survival")
                .words("plan")
                .number("subscriptions")
                .number("ended");
        int[] months = watched(contracts);
        for (int month : months) {
            table = table.number("month_" + month);
        }
        List<List<Term>> rows = new ArrayList<>();
        for (String plan : plansAndAll(contracts)) {
            List<Lifetime> lifetimes = contracts.lifetimes(plan);
            SurvivalCurve curve = SurvivalCurve.of(lifetimes);
            List<Term> row = new ArrayList<>();
            row.add(name(plan));
            row.add(Term.count(lifetimes.size()));
            row.add(Term.count(lifetimes.stream().filter(Lifetime::ended).count()));
            for (int month : months) {
                row.add(band(curve, month).<Term>map(one -> one).orElse(Term.UNKNOWN));
            }
            rows.add(row);
        }
        return table.rows(rows);
    }

    /** The months that anybody was watched for. */
    private static int[] watched(Contracts contracts) {
        double longest = contracts.lifetimes("").stream()
                .mapToDouble(Lifetime::time)
                .max()
                .orElse(0);
        return java.util.Arrays.stream(MONTHS)
                .filter(month -> month == MONTHS[0] || month <= longest + 1)
                .toArray();
    }

    /** What runs, what was lost, and how fast: the share of revenue is of all that ever ran. */
    private static Evidence totals(Contracts contracts) {
        double active = mrr(
                contracts.all().stream().filter(one -> one.ended().isEmpty()).toList());
        double lost = lost(contracts);
        long ended =
                contracts.all().stream().filter(one -> one.ended().isPresent()).count();
        double months =
                contracts.lifetimes("").stream().mapToDouble(Lifetime::time).sum();
        return Evidence.of("churn_totals")
                .number("mrr_active")
                .number("mrr_lost")
                .number("revenue_churn")
                .number("arpu")
                .number("per_100_months")
                .row(
                        new Term.Amount(active, MetricUnit.MONEY),
                        new Term.Amount(lost, MetricUnit.MONEY),
                        active + lost == 0 ? Term.UNKNOWN : Term.share(lost / (active + lost)),
                        contracts.all().isEmpty()
                                ? Term.UNKNOWN
                                : new Term.Amount(
                                        (active + lost) / contracts.all().size(), MetricUnit.MONEY),
                        months == 0 ? Term.UNKNOWN : Term.ratio(100 * ended / months));
    }

    private static Term name(String plan) {
        return plan.isEmpty() ? Term.words("churn-all-plans") : new Term.Text(plan);
    }

    private static List<String> plansAndAll(Contracts contracts) {
        List<String> names = new ArrayList<>(List.of(""));
        if (contracts.plans().size() > 1) {
            names.addAll(contracts.plans());
        }
        return names;
    }

    /** Median and mean time within the longest stretch that every plan was watched for. */
    private static Evidence means(Contracts contracts) {
        double horizon = plansAndAll(contracts).stream()
                .mapToDouble(plan -> contracts.lifetimes(plan).stream()
                        .mapToDouble(Lifetime::time)
                        .max()
                        .orElse(0))
                .min()
                .orElse(0);
        Evidence table = Evidence.of("churn_means")
                .words("plan")
                .number("median_days")
                .number("mean_months")
                .number("within_months");
        if (!(horizon > 0)) {
            return table;
        }
        List<List<Term>> rows = new ArrayList<>();
        for (String plan : plansAndAll(contracts)) {
            SurvivalCurve curve = SurvivalCurve.of(contracts.lifetimes(plan));
            Estimate mean = curve.meanWithin(horizon);
            Interval interval = mean.interval();
            rows.add(List.of(
                    name(plan),
                    median(curve),
                    new Term.Between(mean.value(), interval.low(), interval.high(), MetricUnit.RATIO),
                    Term.ratio(horizon)));
        }
        return table.rows(rows);
    }

    private static Optional<LogRank> compare(Contracts contracts) {
        return contracts.plans().size() < 2
                ? Optional.empty()
                : Optional.of(LogRank.of(
                        contracts.plans().stream().map(contracts::lifetimes).toList()));
    }

    /** What contracts beyond those watched will do, by the model of renewals. */
    private static void outlook(Finding.Draft draft, Contracts contracts) {
        List<Lifetime> oldest = contracts.lifetimes("");
        double watched = contracts.all().stream()
                .mapToDouble(
                        one -> (contracts.until().toEpochDay() - one.started().toEpochDay()) / Contracts.MONTH)
                .sorted()
                .skip(oldest.size() / 2)
                .findFirst()
                .orElse(0);
        int renewals = (int) Math.floor(watched);
        if (renewals < 3) {
            return;
        }
        // Only those who could be watched for all of these months: survivors then fall by themselves.
        List<Contract> whole = contracts.all().stream()
                .filter(one -> one.started()
                                .plusDays(Math.round(renewals * Contracts.MONTH))
                                .compareTo(contracts.until())
                        <= 0)
                .toList();
        double[] survivors = new double[renewals + 1];
        for (int month = 0; month <= renewals; month++) {
            int at = month;
            survivors[month] = whole.stream()
                    .map(one -> one.lifetime(contracts.until()))
                    .filter(one -> !one.ended() || one.time() > at || at == 0)
                    .count();
        }
        if (survivors[0] < FEW) {
            return;
        }
        ShiftedBetaGeometric.fit(survivors)
                .match(
                        fitted -> draft.reason(Sentence.of("churn-outlook")
                                .with("months", 2L * renewals)
                                .with("share", Term.share(fitted.model().survival(2 * renewals)))
                                .with("alpha", Term.ratio(fitted.model().alpha()))
                                .with("beta", Term.ratio(fitted.model().beta()))),
                        none -> draft.caveat(
                                Sentence.of("churn-no-model").with("why", Term.words(Silence.word(none.why())))));
    }

    /** A month's revenue of all that have ended. */
    private static double lost(Contracts contracts) {
        return contracts.all().stream()
                .filter(one -> one.ended().isPresent())
                .mapToDouble(one -> one.mrr().orElse(0.0))
                .sum();
    }

    /** By month: what ran at its start, what of it was left at its end, and what was lost. */
    private static Evidence revenue(Contracts contracts) {
        Evidence table = Evidence.of("churn_revenue")
                .time("period")
                .number("mrr_start")
                .number("mrr_lost")
                .number("revenue_kept")
                .number("subscriptions")
                .number("share_ended");
        if (contracts.all().isEmpty()) {
            return table;
        }
        LocalDate from = contracts.until().minusMonths(SHOWN_MONTHS);
        List<List<Term>> rows = new ArrayList<>();
        for (Period month : new Period(from, contracts.until()).cut(Grain.MONTH)) {
            boolean whole = month.equals(Grain.MONTH.around(month.first()));
            List<Contract> atStart = contracts.all().stream()
                    .filter(one -> one.runsOn(month.first().minusDays(1)))
                    .toList();
            if (!whole || atStart.isEmpty()) {
                continue;
            }
            double start = mrr(atStart);
            List<Contract> gone =
                    atStart.stream().filter(one -> !one.runsOn(month.last())).toList();
            rows.add(List.of(
                    Term.days(month),
                    new Term.Amount(start, MetricUnit.MONEY),
                    new Term.Amount(mrr(gone), MetricUnit.MONEY),
                    start == 0 ? Term.UNKNOWN : Term.share(1 - mrr(gone) / start),
                    Term.count(atStart.size()),
                    new Rate(gone.size(), atStart.size()).term()));
        }
        return table.rows(rows);
    }

    private static double mrr(List<Contract> some) {
        return some.stream().mapToDouble(one -> one.mrr().orElse(0.0)).sum();
    }
}
