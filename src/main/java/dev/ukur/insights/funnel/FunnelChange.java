package dev.ukur.insights.funnel;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a funnel changed from one period to another: at each step the share of those before it that go on, with as many
 * tests as there are steps, controlled by the rate of false discoveries.
 */
record FunnelChange(List<Step> steps, Side now, Side before) {

    private static final double FALSE_DISCOVERIES = 0.05;

    /** One period and what was counted of those who entered in it. */
    record Side(Period period, FunnelCounts counts) {

        Rate rate(FunnelShape shape, int step) {
            return new Rate(counts.reached(step), counts.reached(shape.firstBefore(step)));
        }
    }

    /** Adds the evidence; what changed most, or that nothing did beyond chance. */
    Sentence tell(Finding.Draft draft) {
        FunnelShape shape = new FunnelShape(steps.stream().map(Step::optional).toList(), Window.days(1));
        List<Rate> ours = new ArrayList<>();
        List<Rate> theirs = new ArrayList<>();
        for (int step = 1; step < steps.size(); step++) {
            ours.add(now.rate(shape, step));
            theirs.add(before.rate(shape, step));
        }
        double[] p = new double[ours.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = ours.get(i).pAgainst(theirs.get(i));
        }
        double[] q = ManyTests.benjaminiHochberg(p);
        Evidence table = Evidence.of("funnel_changes")
                .words("step")
                .number("now")
                .number("earlier")
                .number("change")
                .number("q");
        int clearest = 0;
        for (int i = 0; i < p.length; i++) {
            clearest = p[i] < p[clearest] ? i : clearest;
            table = table.row(
                    steps.get(i + 1).name(),
                    ours.get(i).term(),
                    theirs.get(i).term(),
                    change(ours.get(i), theirs.get(i)),
                    Chance.of(q[i]));
            if (q[i] <= FALSE_DISCOVERIES) {
                draft.reason(sentence("funnel-step-changed", i, shape, ours.get(i), theirs.get(i)));
            }
        }
        draft.evidence(table);
        return q[clearest] <= FALSE_DISCOVERIES
                ? sentence("funnel-changed", clearest, shape, ours.get(clearest), theirs.get(clearest))
                : Sentence.of("funnel-unchanged")
                        .with("now", Term.days(now.period()))
                        .with("before", Term.days(before.period()));
    }

    private static Term change(Rate ours, Rate theirs) {
        if (ours.of() == 0 || theirs.of() == 0) {
            return Term.UNKNOWN;
        }
        return Term.difference(
                ours.share() - theirs.share(), ours.against(theirs).newcombe(), MetricUnit.SHARE);
    }

    private Sentence sentence(String code, int i, FunnelShape shape, Rate ours, Rate theirs) {
        return Sentence.of(code)
                .with("from", steps.get(shape.firstBefore(i + 1)).name())
                .with("to", steps.get(i + 1).name())
                .with("ours", ours.term())
                .with("theirs", theirs.term())
                .with("now", Term.days(now.period()))
                .with("before", Term.days(before.period()));
    }
}
