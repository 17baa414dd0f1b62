package dev.ukur.insights.contrast;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Chance;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.metrics.Anatomy;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.StratifiedDifference;
import dev.ukur.stats.compare.TwoProportions;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a rate differs between two groups, raw and, when asked, standardised over a dimension.
 *
 * @param subject name of a goal or metric that is a share of things
 * @param group filter of the one
 * @param other filter of the other
 * @param within dimension whose members are compared each within itself
 * @param days looked at; all when empty. Those that are not final are left out
 */
public record Contrast(String subject, String group, String other, Optional<String> within, Optional<Period> days)
        implements Analysis {

    private static final double RATE = 0.05;

    @Override
    public Finding find(Desk desk) {
        Subject asked = Subject.of(desk, subject);
        Finding.Draft draft = Finding.about("contrast", asked.term());
        Optional<Anatomy> parts = desk.metrics()
                .anatomy(asked.metric())
                .filter(anatomy -> anatomy.isRatio() && asked.metric().unit() == MetricUnit.SHARE);
        if (parts.isEmpty()) {
            return draft.answer(
                    Verdict.CANNOT_TELL,
                    Sentence.of("contrast-no-share").with("metric", asked.term()),
                    Provenance.at(desk.now()));
        }
        return new Groups(desk, asked, parts.get()).tell(draft);
    }

    /** The two groups in the data. */
    private final class Groups {

        private final Desk desk;
        private final Subject asked;
        private final List<Anatomy.Part> parts;
        private Optional<Period> looked = days;
        private Provenance provenance;

        Groups(Desk desk, Subject asked, Anatomy anatomy) {
            this.desk = desk;
            this.asked = asked;
            this.parts = anatomy.parts();
            this.provenance = Provenance.at(desk.now());
        }

        Finding tell(Finding.Draft draft) {
            Answer all = ask(List.of(), asked.where());
            Optional<LocalDate> open = all.meta()
                    .provisionalFrom()
                    .filter(first ->
                            all.meta().to().filter(last -> !first.isAfter(last)).isPresent());
            if (open.isPresent()) {
                looked = all.meta()
                        .from()
                        .filter(first -> first.isBefore(open.get()))
                        .map(first -> new Period(first, open.get().minusDays(1)));
                if (looked.isEmpty()) {
                    return draft.answer(
                            Verdict.CANNOT_TELL,
                            Sentence.of("contrast-open")
                                    .with("metric", asked.term())
                                    .with("day", Term.day(open.get().minusDays(1))),
                            provenance);
                }
                draft.caveat(Sentence.of("contrast-settled").with("day", Term.day(open.get())));
            }
            return told(draft);
        }

        private Finding told(Finding.Draft draft) {
            Map<String, Proportion> one = proportions(group, Optional.empty());
            Map<String, Proportion> two = proportions(other, Optional.empty());
            Proportion first = one.get("");
            Proportion second = two.get("");
            if (first == null || second == null) {
                return draft.answer(
                        Verdict.CANNOT_TELL, Sentence.of("contrast-empty").with("metric", asked.term()), provenance);
            }
            TwoProportions raw = new TwoProportions(first, second);
            Interval ends = raw.newcombe();
            double p = raw.zTest().p();
            Optional<Estimate> standardised = within.flatMap(dimension -> standardised(draft, dimension));
            draft.evidence(rates(raw));
            draft.estimate(Term.difference(raw.difference(), ends, MetricUnit.SHARE));
            standardised.ifPresent(estimate -> draft.reason(Sentence.of("contrast-standardised")
                    .with("dimension", within.orElse(""))
                    .with("difference", change(estimate.value()))
                    .with("low", change(estimate.interval().low()))
                    .with("high", change(estimate.interval().high()))));
            draft.caveat(Sentence.of(standardised.isPresent() ? "contrast-one-dimension" : "contrast-raw"));
            return draft.answer(p <= RATE ? Verdict.CLEAR : Verdict.NOISE, answer(raw, ends, p), provenance);
        }

        private Sentence answer(TwoProportions raw, Interval ends, double p) {
            return Sentence.of(p <= RATE ? "contrast-differs" : "contrast-noise")
                    .with("metric", asked.term())
                    .with("one", Term.share(raw.first().share()))
                    .with("other", Term.share(raw.second().share()))
                    .with("group", group)
                    .with("against", other)
                    .with("difference", change(raw.difference()))
                    .with("low", change(ends.low()))
                    .with("high", change(ends.high()))
                    .with("p", Chance.of(p));
        }

        private Optional<Estimate> standardised(Finding.Draft draft, String dimension) {
            Map<String, Proportion> one = proportions(group, Optional.of(dimension));
            Map<String, Proportion> two = proportions(other, Optional.of(dimension));
            List<TwoProportions> strata = new ArrayList<>();
            Evidence table = Evidence.of("strata")
                    .words("member")
                    .number("rate_one")
                    .number("n_one")
                    .number("rate_other")
                    .number("n_other")
                    .number("difference");
            for (Map.Entry<String, Proportion> entry : one.entrySet()) {
                Proportion second = two.get(entry.getKey());
                if (second != null) {
                    TwoProportions pair = new TwoProportions(entry.getValue(), second);
                    strata.add(pair);
                    table = table.row(
                            Term.member(entry.getKey().isEmpty() ? null : entry.getKey()),
                            Term.share(pair.first().share()),
                            Term.count(pair.first().trials()),
                            Term.share(second.share()),
                            Term.count(second.trials()),
                            change(pair.difference()));
                }
            }
            draft.evidence(table);
            return strata.isEmpty() ? Optional.empty() : Optional.of(StratifiedDifference.of(strata));
        }

        private Evidence rates(TwoProportions raw) {
            Evidence table = Evidence.of("groups").words("group").number("rate").number("n");
            return table.row(
                            new Term.Text(group),
                            rate(raw.first()),
                            Term.count(raw.first().trials()))
                    .row(
                            new Term.Text(other),
                            rate(raw.second()),
                            Term.count(raw.second().trials()));
        }

        private static Term rate(Proportion proportion) {
            Interval ends = proportion.wilson();
            return new Term.Between(proportion.share(), ends.low(), ends.high(), MetricUnit.SHARE);
        }

        /** A proportion for each member, under "" without member or dimension; those without trials are left out. */
        private Map<String, Proportion> proportions(String filter, Optional<String> dimension) {
            String where = asked.where()
                    .map(own -> "(" + own + ") and (" + filter + ")")
                    .orElse(filter);
            Answer answer = ask(dimension.map(List::of).orElse(List.of()), Optional.of(where));
            Map<String, Proportion> found = new TreeMap<>();
            for (int row = 0; row < answer.rows().size(); row++) {
                String member = dimension.isPresent()
                        ? Objects.toString(answer.rows().get(row).get(0), "")
                        : "";
                double above = answer.number(row, parts.get(0).asked()).orElse(0.0);
                double below = answer.number(row, parts.get(1).asked()).orElse(0.0);
                if (below > 0) {
                    found.put(member, new Proportion(above, below));
                }
            }
            return found;
        }

        private Answer ask(List<String> by, Optional<String> where) {
            Answer answer = desk.metrics()
                    .query(new MetricQuery(
                            List.of(parts.get(0).asked(), parts.get(1).asked()),
                            by,
                            Grain.TOTAL,
                            looked,
                            where,
                            Optional.empty()));
            provenance = provenance.and(answer);
            return answer;
        }

        private static Term change(double difference) {
            return new Term.Change(difference, MetricUnit.SHARE);
        }
    }
}
