package dev.ukur.delivery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved on. */
public final class MovableClock extends Clock {

    private Instant now;

    public MovableClock(Instant begin) {
        now = begin;
    }

    /** One that stands at noon of a day. */
    public static MovableClock standing() {
        return new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
