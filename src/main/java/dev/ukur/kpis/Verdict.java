package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Status;
import java.util.Optional;

/**
 * Whether a target will be, or was, reached.
 *
 * @param status in a word
 * @param chance of reaching it, 0..1; 0 or 1 when its period is over
 * @param forecast of the period that holds the due date; empty when that period is over
 */
record Verdict(Status status, Optional<Double> chance, Optional<Interval> forecast) {

    private static final double ON_TRACK_FROM = 0.6;
    private static final double AT_RISK_FROM = 0.1;

    /** It cannot be said. */
    static Verdict none() {
        return new Verdict(Status.NO_VERDICT, Optional.empty(), Optional.empty());
    }

    /** Only what comes can be said, not whether it is good. */
    static Verdict none(Interval forecast) {
        return new Verdict(Status.NO_VERDICT, Optional.empty(), Optional.of(forecast));
    }

    /** The period is over: it was reached, or not. */
    static Verdict past(boolean reached) {
        return new Verdict(
                reached ? Status.ON_TRACK : Status.OFF_TRACK, Optional.of(reached ? 1.0 : 0.0), Optional.empty());
    }

    /** The verdict of a forecast: on track from 60 %, at risk from 10 %, else off track. */
    static Verdict of(double chance, Interval forecast) {
        return new Verdict(status(chance), Optional.of(chance), Optional.of(forecast));
    }

    private static Status status(double chance) {
        if (chance >= ON_TRACK_FROM) {
            return Status.ON_TRACK;
        }
        return chance >= AT_RISK_FROM ? Status.AT_RISK : Status.OFF_TRACK;
    }
}
