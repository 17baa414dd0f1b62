package dev.ukur.metrics;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.store.Dialect;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the time of an answer is cut into periods, each known by the moment at which it begins.
 *
 * @param grain how finely
 * @param calendar on which day weeks and in which month years begin
 * @param zone whose hours are meant
 */
record Cut(Grain grain, FiscalCalendar calendar, ZoneId zone) {

    private static final int HOURS_OF_A_DAY = 24;

    static Cut of(Grain grain, WorkspaceSettings settings) {
        return new Cut(grain, settings.calendar(), settings.zone());
    }

    boolean isByHour() {
        return grain == Grain.HOUR;
    }

    /** The periods some days are cut into, in order. */
    List<Spine.Bucket> buckets(Period period) {
        return calendar.cut(period, grain).stream().flatMap(this::begin).toList();
    }

    private Stream<Spine.Bucket> begin(Period days) {
        if (!isByHour()) {
            LocalDate first =
                    grain == Grain.TOTAL ? days.first() : around(days.first()).first();
            return Stream.of(new Spine.Bucket(first.atStartOfDay(), days));
        }
        // an hour that a change of the clock skips is none
        return IntStream.range(0, HOURS_OF_A_DAY)
                .mapToObj(hour -> days.first().atTime(hour, 0))
                .filter(hour -> !zone.getRules().getValidOffsets(hour).isEmpty())
                .map(hour -> new Spine.Bucket(hour, days));
    }

    /** The whole period that holds a day. */
    Period around(LocalDate day) {
        return calendar.around(grain, day);
    }

    /** A period's beginning as SQL. */
    String literal(LocalDateTime key) {
        return isByHour()
                ? "timestamp '" + key.toLocalDate() + " " + key.toLocalTime() + ":00'"
                : FactSql.day(key.toLocalDate());
    }

    /** A period's beginning as the engine gives it. */
    LocalDateTime key(Object value) {
        return value instanceof Instant moment
                ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                : ((LocalDate) value).atStartOfDay();
    }

    /** A period's beginning as the engine would give it. */
    Object value(LocalDateTime key) {
        return isByHour() ? key.toInstant(ZoneOffset.UTC) : key.toLocalDate();
    }

    /** SQL for the first day of the period that holds a day; not for hours or a total. */
    String startOf(Dialect dialect, String day) {
        return dialect.startOf(grain, calendar, day);
    }

    /** SQL for a moment on the clocks of the zone. */
    String local(Dialect dialect, String utc) {
        return dialect.local(utc, zone);
    }
}
