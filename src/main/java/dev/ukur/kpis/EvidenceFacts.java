package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import dev.ukur.stats.forecast.PredictiveGain;

/** What was found of a metric's foresight, as facts of a problem. */
final class EvidenceFacts {

    private EvidenceFacts() {}

    /** The problem with the gain and its interval in per cent, and from how many periods they were learnt. */
    static Problem add(Problem problem, Foresight.Found found) {
        PredictiveGain gain = found.gain();
        return problem.with("gain", WrittenNumber.percent(gain.gain()))
                .with("low", WrittenNumber.percent(gain.interval().low()))
                .with("high", WrittenNumber.percent(gain.interval().high()))
                .with("periods", found.periods())
                .with("grain", found.grain());
    }
}
