package dev.ukur.insights.impact;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.impact.Impact.Setting;
import dev.ukur.stats.Interval;
import dev.ukur.stats.impact.DifferenceInDifferences;
import dev.ukur.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An occasion against a control it could not move: the change of one less the change of the other. */
final class ControlledImpact {

    private static final int LEAST_BEFORE = 28;
    private static final int MOST_BEFORE = 84;
    private static final double RATE = 0.05;

    private final Setting setting;
    private final Subject control;

    ControlledImpact(Setting setting, Subject control) {
        this.setting = setting;
        this.control = control;
    }

    Finding find(Finding.Draft draft) {
        if (setting.occasions().days().size() != 1) {
            return setting.refuse(draft, setting.say("impact-control-one"));
        }
        Period days = setting.occasions().days().get(0);
        Daily treated = setting.daily();
        Optional<Daily> other = Daily.of(setting.desk(), control, List.of(days));
        int start = treated.index(days.first());
        int end = treated.index(days.last()) + 1;
        int from = Math.max(0, start - MOST_BEFORE);
        if (other.isEmpty() || start - from < LEAST_BEFORE || end > treated.days() || end - start < 2) {
            return setting.refuse(draft, setting.say("impact-control-short").with("least", LEAST_BEFORE));
        }
        int shift = other.get().index(treated.first());
        if (from + shift < 0 || end + shift > other.get().days()) {
            return setting.refuse(draft, setting.say("impact-control-short").with("least", LEAST_BEFORE));
        }
        double[] mine = Arrays.copyOfRange(treated.values(), from, end);
        double[] theirs = Arrays.copyOfRange(other.get().values(), from + shift, end + shift);
        return told(draft, mine, theirs, start - from);
    }

    /** The control is scaled to the level of the treated before: both would have grown by the same share. */
    private Finding told(Finding.Draft draft, double[] mine, double[] theirs, int before) {
        double level = Arrays.stream(mine, 0, before).average().orElse(0);
        double other = Arrays.stream(theirs, 0, before).average().orElse(0);
        if (level == 0 || other == 0) {
            return setting.refuse(draft, setting.say("impact-campaign-flat"));
        }
        double[] scaled =
                Arrays.stream(theirs).map(value -> value * level / other).toArray();
        DifferenceInDifferences result = DifferenceInDifferences.of(mine, scaled, before);
        double drift = result.trendBefore().p();
        if (drift <= RATE) {
            return setting.refuse(draft, setting.say("impact-control-drift").with("p", Chance.of(drift)));
        }
        Interval ends = result.effect().interval();
        boolean clear = !ends.holds(0);
        draft.estimate(setting.difference(result.effect().value(), ends));
        draft.caveat(Sentence.of("impact-control-model"));
        Sentence answer = setting.say(clear ? "impact-control-moved" : "impact-control-noise")
                .with("effect", setting.change(result.effect().value()))
                .with("low", setting.change(ends.low()))
                .with("high", setting.change(ends.high()))
                .with("level", setting.amount(level));
        return draft.answer(clear ? Verdict.CLEAR : Verdict.NOISE, answer, setting.provenance());
    }
}
