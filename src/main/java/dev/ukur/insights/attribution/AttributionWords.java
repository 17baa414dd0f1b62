package dev.ukur.insights.attribution;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.attribution.Attribution.Goal;
import dev.ukur.insights.attribution.Attribution.Kind;
import dev.ukur.insights.attribution.PathPass.Alone;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What several models say of the same paths. */
final class AttributionWords {

    private static final double OVERCLAIM = 1.1;

    private final Desk desk;
    private final Asked asked;
    private final Journeys journeys;
    private final List<String> channels;
    private final double conversions;

    /** What was asked. */
    record Asked(Goal goal, Period period, int lookbackDays) {}

    AttributionWords(Desk desk, Asked asked, Journeys journeys) {
        this.desk = desk;
        this.asked = asked;
        this.journeys = journeys;
        this.channels = journeys.channels();
        this.conversions = journeys.conversions();
    }

    Finding tell(Finding.Draft draft, Models models, Map<Integer, Alone> alone, Provenance provenance) {
        int first = Models.first(models.main());
        draft.estimate(share(models.main(), first));
        draft.reason(Sentence.of("attribution-agreed")
                .with("share", Term.share(models.agreed(channels.size(), conversions)))
                .with("models", models.told().size()));
        if (journeys.value() > 0) {
            draft.reason(Sentence.of("attribution-moved")
                    .with("money", money(models.moved(models.of("last"), models.main())))
                    .with("all", money(journeys.value())));
        }
        draft.evidence(credits(models, alone)).evidence(stability(models));
        if (journeys.value() > 0) {
            draft.evidence(values(models));
        }
        Provenance told = asked.goal().kind() == Kind.ORDER ? claims(draft, models, provenance) : provenance;
        caveats(draft, alone);
        Sentence answer = Sentence.of(models.agreeOnFirst() ? "attribution-first" : "attribution-disagree")
                .with("channel", channels.get(first))
                .with("share", share(models.main(), first))
                .with("least", Term.share(models.least(first, conversions)))
                .with("most", Term.share(models.most(first, conversions)))
                .with("number", Math.round(conversions))
                .with("of", asked.goal().words())
                .with("period", Term.days(asked.period()));
        return draft.answer(models.agreeOnFirst() ? Verdict.CLEAR : Verdict.NOISE, answer, told);
    }

    private Term.Between share(Models.Told model, int channel) {
        double share = model.share(channel, conversions);
        Interval interval =
                model.stability().map(stable -> stable.shares().get(channel)).orElse(new Interval(share, share));
        return new Term.Between(
                share, Math.min(share, interval.low()), Math.max(share, interval.high()), MetricUnit.SHARE);
    }

    /** Credits of every model; each column sums to the conversions. */
    private Evidence credits(Models models, Map<Integer, Alone> alone) {
        Evidence table = Evidence.of("attribution_credits").words("channel");
        for (Models.Told model : models.told()) {
            table = table.number(model.name());
        }
        List<List<Term>> rows = new ArrayList<>();
        for (int channel : credited(models)) {
            List<Term> row = new ArrayList<>(List.of(new Term.Text(channels.get(channel))));
            models.told().forEach(model -> row.add(Term.count(model.credits().conversions()[channel])));
            rows.add(row);
        }
        alone.forEach((channel, some) -> rows.add(all(
                models,
                new Term.Phrase(Sentence.of("attribution-untraced-channel").with("channel", channels.get(channel))),
                some.conversions())));
        rows.add(all(models, Term.words("attribution-total"), conversions + sum(alone)));
        return table.rows(rows);
    }

    /** Channels that any model credits, the largest first. */
    private List<Integer> credited(Models models) {
        return models.order(channels.size()).stream()
                .filter(channel -> models.most(channel, conversions) > 0)
                .toList();
    }

    private static List<Term> all(Models models, Term name, double number) {
        List<Term> row = new ArrayList<>(List.of(name));
        models.told().forEach(model -> row.add(Term.count(number)));
        return row;
    }

    private static long sum(Map<Integer, Alone> alone) {
        return alone.values().stream().mapToLong(Alone::conversions).sum();
    }

    private Evidence values(Models models) {
        Evidence table = Evidence.of("attribution_values")
                .words("channel")
                .number("last")
                .number(Models.MAIN)
                .number("change");
        List<List<Term>> rows = new ArrayList<>();
        for (int channel : credited(models)) {
            double last = models.of("last").credits().value()[channel];
            double main = models.main().credits().value()[channel];
            rows.add(List.of(
                    new Term.Text(channels.get(channel)),
                    money(last),
                    money(main),
                    new Term.Change(main - last, MetricUnit.MONEY)));
        }
        return table.rows(rows);
    }

    private Evidence stability(Models models) {
        Evidence table = Evidence.of("attribution_stability")
                .words("channel")
                .number("share_completed")
                .number("same_rank")
                .number("least")
                .number("most");
        List<List<Term>> rows = new ArrayList<>();
        for (int channel : credited(models)) {
            rows.add(List.of(
                    new Term.Text(channels.get(channel)),
                    share(models.main(), channel),
                    Term.amount(
                            models.main()
                                    .stability()
                                    .map(stable -> stable.sameRank().get(channel)),
                            MetricUnit.SHARE),
                    Term.share(models.least(channel, conversions)),
                    Term.share(models.most(channel, conversions))));
        }
        return table.rows(rows);
    }

    /** What the platforms claim for a channel beside the most that any model gives it. */
    private Provenance claims(Finding.Draft draft, Models models, Provenance provenance) {
        Answer answer = desk.metrics()
                .query(new MetricQuery(
                        List.of("platform_conversions"),
                        List.of("channel"),
                        Grain.TOTAL,
                        Optional.of(asked.period()),
                        Optional.empty(),
                        Optional.empty()));
        Map<String, Double> claimed = new LinkedHashMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            String channel = Objects.toString(answer.rows().get(row).get(answer.index("channel")), "");
            answer.number(row, "platform_conversions").ifPresent(number -> claimed.put(channel, number));
        }
        if (claimed.isEmpty()) {
            return provenance;
        }
        Evidence table = Evidence.of("attribution_claims")
                .words("channel")
                .number("claimed")
                .number("most_credit")
                .number("overclaim");
        for (Map.Entry<String, Double> claim : claimed.entrySet()) {
            int channel = channels.indexOf(claim.getKey());
            double most = channel < 0 ? 0 : models.most(channel, conversions) * conversions;
            Optional<Double> factor = most > 0 ? Optional.of(claim.getValue() / most) : Optional.empty();
            table = table.row(
                    Term.member(claim.getKey().isEmpty() ? null : claim.getKey()),
                    Term.count(claim.getValue()),
                    Term.count(most),
                    Term.amount(factor, MetricUnit.RATIO));
            if (factor.isPresent() && factor.get() > OVERCLAIM) {
                draft.reason(Sentence.of("attribution-overclaim")
                        .with("channel", claim.getKey())
                        .with("claimed", Term.count(claim.getValue()))
                        .with("credit", Term.count(most)));
            }
        }
        draft.evidence(table);
        return provenance.and(answer);
    }

    private void caveats(Finding.Draft draft, Map<Integer, Alone> alone) {
        draft.caveat(
                Sentence.of("attribution-how").with("days", new Term.Amount(asked.lookbackDays(), MetricUnit.DAYS)));
        draft.caveat(Sentence.of("attribution-nulls").with("nulls", Math.round(journeys.nulls())));
        draft.caveat(Sentence.of("attribution-shapley"));
        if (!alone.isEmpty()) {
            draft.caveat(Sentence.of("attribution-alone")
                    .with("count", sum(alone))
                    .with("all", sum(alone) + Math.round(conversions)));
        }
        draft.caveat(Sentence.of("attribution-not-causal"));
    }

    private static Term money(double amount) {
        return new Term.Amount(amount, MetricUnit.MONEY);
    }
}
