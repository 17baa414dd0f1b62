package dev.ukur.insights.funnel;

import java.time.Duration;

/**
 * How long the way through a funnel may take. Both ends count: a step exactly as long after as allowed is in time.
 *
 * @param length at least a second
 * @param from what it is counted from
 */
public record Window(Duration length, From from) {

    /** What a window is counted from. */
    public enum From {
        /** Every step lies within the window after the first one. */
        FIRST_STEP,
        /** Every step lies within the window after the step before it. */
        STEP_BEFORE
    }

    public Window {
        if (length.getSeconds() < 1) {
            throw new IllegalArgumentException("no window of " + length);
        }
    }

    /** So many days from the first step. */
    public static Window days(int days) {
        return new Window(Duration.ofDays(days), From.FIRST_STEP);
    }

    long micros() {
        return Math.multiplyExact(length.getSeconds(), 1_000_000L);
    }

    /** How many days after the first step the last one of so many may lie, rounded up. */
    long reachDays(int steps) {
        long each = (length.getSeconds() + 86_399) / 86_400;
        return from == From.FIRST_STEP ? each : each * (steps - 1);
    }
}
