package dev.ukur.insights.customers;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Coverage;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.time.Grain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ukur clv}: what customers are worth, by audience, against what they cost. The value of a customer is what was
 * paid so far and what is to be expected in the weeks to come.
 *
 * @param by dimension of the first order that tells audiences apart
 * @param weeks how far ahead is looked
 * @param model {@code bgnbd}, {@code mbgnbd} or {@code paretonbd}
 */
public record Clv(String by, int weeks, String model) implements Analysis {

    /** The models that may be asked for. */
    public static final List<String> MODELS = Arrays.stream(ValueModel.Choice.values())
            .map(ValueModel.Choice::word)
            .toList();

    /** Below it, an audience costs more than it brings. */
    private static final double LOSS = 1;
    /** From here on, an audience may grow: the usual rule of thumb. */
    private static final double HEALTHY = 3;

    private static final int FEW = 10;
    private static final int YEAR = 365;
    /** Facts of the texts that name the parameters of a model, in its order. */
    private static final List<String> LETTERS = List.of("one", "two", "three", "four");

    @Override
    public Finding find(Desk desk) {
        Choices.refuseUnknown("--by", by, Buyers.AUDIENCES.stream().sorted().toList());
        Choices.refuseUnknown("--model", model, MODELS);
        Finding.Draft draft = Finding.about("clv", Term.words("clv-customers"));
        Optional<Coverage> coverage = Coverage.of(desk, "orders");
        Buyers buyers = Buyers.of(desk, by);
        if (coverage.isEmpty() || buyers.all().isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, Sentence.of("clv-no-customers"), Provenance.at(desk.now()));
        }
        Provenance provenance = Provenance.at(desk.now())
                .and(coverage.get().days(), coverage.get().sources());
        Answer metrics =
                desk.metrics().query(MetricQuery.total("clv", coverage.get().days()));
        ValueModel.Fit fit = ValueModel.of(buyers, ValueModel.Choice.valueOf(model.toUpperCase(java.util.Locale.ROOT)));
        return new Telling(desk, buyers, fit.model()).tell(draft, fit, metrics, provenance);
    }

    /** What one audience is worth and costs. */
    private record Audience(String name, long customers, Estimate value, double past, Optional<Double> cac) {

        Optional<Double> ratio() {
            return cac.map(cost -> value.value() / cost);
        }

        String word() {
            if (ratio().isEmpty()) {
                return "unknown";
            }
            Interval interval = value.interval();
            double cost = cac.orElseThrow();
            if (interval.high() < LOSS * cost) {
                return "change";
            }
            return interval.low() >= HEALTHY * cost ? "grow" : interval.low() >= LOSS * cost ? "keep" : "unclear";
        }

        /** What is lost on customers who cost more than they are worth. */
        double atStake() {
            return cac.map(cost -> Math.max(0, cost - value.value()) * customers)
                    .orElse(0.0);
        }
    }

    /** The answer while it is written. */
    private final class Telling {

        private final Desk desk;
        private final Buyers buyers;
        private final Optional<ValueModel> worth;

        Telling(Desk desk, Buyers buyers, Optional<ValueModel> worth) {
            this.desk = desk;
            this.buyers = buyers;
            this.worth = worth;
        }

        Finding tell(Finding.Draft draft, ValueModel.Fit fit, Answer formula, Provenance provenance) {
            Optional<Answer> costs = costs();
            Map<String, Double> cac = costs.map(this::cac).orElse(Map.of());
            List<Audience> audiences = buyers.audiences().stream()
                    .map(name -> audience(name, cac))
                    .sorted(java.util.Comparator.comparingDouble(
                            (Audience one) -> -one.value().value()))
                    .toList();
            Audience all = audience("", Map.of());
            draft.estimate(money(all.value()));
            audiences.forEach(audience -> draft.reasons(sentences(audience)));
            draft.evidence(table(audiences)).evidence(threeWays(all, formula));
            worth.ifPresent(model -> draft.evidence(parameters(model)));
            fit.why()
                    .ifPresent(why -> draft.caveat(Sentence.of("clv-degenerate")
                            .with("model", model)
                            .with(
                                    "why",
                                    Term.words("fit-"
                                            + why.name()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .replace('_', '-')))));
            draft.caveat(Sentence.of("clv-revenue")).caveat(Sentence.of("clv-interval"));
            if (cac.isEmpty()) {
                draft.caveat(Sentence.of("clv-no-cac"));
            }
            Verdict verdict = worth.isEmpty() ? Verdict.CANNOT_TELL : Verdict.CLEAR;
            return draft.answer(
                    verdict,
                    answer(all, audiences),
                    costs.map(provenance::and).orElse(provenance).and(formula));
        }

        private Sentence answer(Audience all, List<Audience> audiences) {
            List<Audience> wrong = audiences.stream()
                    .filter(audience -> audience.word().equals("change"))
                    .toList();
            String code = wrong.isEmpty() ? "clv-answer" : "clv-answer-stake";
            return Sentence.of(worth.isEmpty() ? "clv-past-only" : code)
                    .with("customers", all.customers())
                    .with("value", money(all.value()))
                    .with("past", new Term.Amount(all.past(), MetricUnit.MONEY))
                    .with("weeks", weeks)
                    .with("audiences", wrong.stream().map(Audience::name).collect(Collectors.joining(", ")))
                    .with(
                            "stake",
                            new Term.Amount(
                                    wrong.stream()
                                            .mapToDouble(Audience::atStake)
                                            .sum(),
                                    MetricUnit.MONEY));
        }

        /** What customers cost is known by channel only. */
        private Optional<Answer> costs() {
            return by.equals("channel")
                    ? Optional.of(desk.metrics()
                            .query(new MetricQuery(
                                    List.of("cac"),
                                    List.of("channel"),
                                    Grain.TOTAL,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())))
                    : Optional.empty();
        }

        private Map<String, Double> cac(Answer answer) {
            Map<String, Double> cac = new LinkedHashMap<>();
            for (int row = 0; row < answer.rows().size(); row++) {
                String channel = String.valueOf(answer.rows().get(row).get(answer.index("channel")));
                // A channel without costs has none that is known; nothing is free.
                answer.number(row, "cac").filter(cost -> cost > 0).ifPresent(cost -> cac.put(channel, cost));
            }
            return cac;
        }

        /** An empty name means all. */
        private Audience audience(String name, Map<String, Double> cac) {
            List<Buyer> members = name.isEmpty() ? buyers.all() : buyers.of(name);
            double[] values = members.stream()
                    .mapToDouble(buyer -> buyer.total()
                            + worth.map(model -> model.future(buyer, buyers.until(), weeks))
                                    .orElse(0.0))
                    .toArray();
            double past = members.stream().mapToDouble(Buyer::total).average().orElse(0);
            return new Audience(name, members.size(), mean(values), past, Optional.ofNullable(cac.get(name)));
        }

        private List<Sentence> sentences(Audience audience) {
            if (audience.cac().isEmpty() || audience.customers() < FEW) {
                return List.of();
            }
            return List.of(Sentence.of("clv-verdict-" + audience.word())
                    .with("audience", audience.name())
                    .with("value", money(audience.value()))
                    .with("cac", new Term.Amount(audience.cac().get(), MetricUnit.MONEY))
                    .with("ratio", Term.amount(audience.ratio(), MetricUnit.RATIO))
                    .with("stake", new Term.Amount(audience.atStake(), MetricUnit.MONEY)));
        }

        private Evidence table(List<Audience> audiences) {
            Evidence table = Evidence.of("clv_audiences")
                    .words("audience")
                    .number("customers")
                    .number("paid_so_far")
                    .number("clv")
                    .number("cac")
                    .number("clv_to_cac")
                    .number("at_stake")
                    .words("advice");
            for (Audience one : audiences) {
                table = table.row(
                        new Term.Text(one.name()),
                        Term.count(one.customers()),
                        new Term.Amount(one.past(), MetricUnit.MONEY),
                        money(one.value()),
                        Term.amount(one.cac(), MetricUnit.MONEY),
                        Term.amount(one.ratio(), MetricUnit.RATIO),
                        one.cac().isEmpty() ? Term.UNKNOWN : new Term.Amount(one.atStake(), MetricUnit.MONEY),
                        Term.words("clv-advice-" + one.word()));
            }
            return table;
        }

        /** The same thing computed three ways, so that nobody trusts one of them blindly. */
        private Evidence threeWays(Audience all, Answer formula) {
            double[] firstYears = buyers.all().stream()
                    .filter(buyer ->
                            !buyer.first().plusDays(YEAR).isAfter(buyers.until().plusDays(1)))
                    .mapToDouble(buyer -> buyer.paidWithin(YEAR))
                    .toArray();
            Optional<Double> stated = formula.rows().isEmpty() ? Optional.empty() : formula.number(0, "clv");
            Evidence table =
                    Evidence.of("clv_ways").words("way").number("value").number("customers");
            table = table.row(Term.words("clv-way-formula"), Term.amount(stated, MetricUnit.MONEY), Term.UNKNOWN);
            table = table.row(
                    Term.words("clv-way-cohort"),
                    firstYears.length < 2 ? Term.UNKNOWN : money(mean(firstYears)),
                    Term.count(firstYears.length));
            return table.row(
                    Term.words("clv-way-model"),
                    worth.isEmpty() ? Term.UNKNOWN : money(all.value()),
                    Term.count(all.customers()));
        }

        private Evidence parameters(ValueModel model) {
            long alive = Math.round(buyers.all().stream()
                    .mapToDouble(buyer -> model.alive(buyer, buyers.until()))
                    .sum());
            Term.Word often = new Term.Word(Clv.this.model, Sentence.of("clv-model-" + Clv.this.model));
            Term.Word fitted = new Term.Word(
                    rounded(model.repeat().parameters()),
                    named("clv-fit-" + Clv.this.model, model.repeat().parameters()));
            Optional<Term.Word> spend = model.money()
                    .map(found -> new Term.Word(
                            rounded(found.parameters()), named("clv-fit-gammagamma", found.parameters())));
            return Evidence.of("clv_model")
                    .words("model")
                    .words("parameters")
                    .number("still_customers")
                    .row(
                            spend.<Term>map(money -> both(
                                            often, new Term.Word("gammagamma", Sentence.of("clv-model-gammagamma"))))
                                    .orElse(often),
                            spend.<Term>map(money -> both(fitted, money)).orElse(fitted),
                            Term.count(alive));
        }
    }

    private static Term.Word both(Term.Word often, Term.Word money) {
        return new Term.Word(
                often.name() + " + " + money.name(),
                Sentence.of("clv-both").with("often", often).with("money", money));
    }

    /** Parameters by the letters the literature gives them; the text names these in order. */
    private static Sentence named(String code, List<Double> parameters) {
        Sentence sentence = Sentence.of(code);
        for (int i = 0; i < parameters.size(); i++) {
            sentence = sentence.with(LETTERS.get(i), Term.ratio(parameters.get(i)));
        }
        return sentence;
    }

    private static String rounded(List<Double> parameters) {
        return parameters.stream()
                .map(one -> String.format(java.util.Locale.ROOT, "%.4g", one))
                .collect(Collectors.joining(" "));
    }

    private static Estimate mean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double se = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
        return Estimate.normal(mean, se);
    }

    private static Term.Between money(Estimate value) {
        Interval interval = value.interval();
        return new Term.Between(value.value(), Math.max(0, interval.low()), interval.high(), MetricUnit.MONEY);
    }
}
