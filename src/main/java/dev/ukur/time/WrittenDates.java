package dev.ukur.time;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days, periods and moments as they are written in an option or an address. */
public final class WrittenDates {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private WrittenDates() {}

    /**
     * A day, month or year, as the period it is: {@code 2026-10-05}, {@code 2026-10}, {@code 2026}; or two of them with
     * two dots between.
     *
     * @param option where it is written, for the message
     * @throws ProblemException when it is none of these
     */
    public static Period period(String option, String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return one(option, text);
        }
        LocalDate first = one(option, text.substring(0, dots)).first();
        LocalDate last = one(option, text.substring(dots + 2)).last();
        return between(first, last);
    }

    /**
     * The days between two days.
     *
     * @throws ProblemException when they are the wrong way round
     */
    public static Period between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new ProblemException(Problem.error("period-backwards", Location.nowhere())
                    .with("first", first)
                    .with("last", last));
        }
        return new Period(first, last);
    }

    /** A moment of knowledge: an ISO instant, or the end of a day in a zone. */
    public static Instant moment(String option, String text, ZoneId zone) {
        if (text.indexOf('T') < 0) {
            return one(option, text)
                    .last()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusMillis(1);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw bad(option, text);
        }
    }

    private static Period one(String option, String text) {
        try {
            return switch (text.length()) {
                case YEAR -> Grain.YEAR.around(LocalDate.parse(text + "-01-01"));
                case MONTH -> Grain.MONTH.around(LocalDate.parse(text + "-01"));
                default -> Grain.DAY.around(LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            throw bad(option, text);
        }
    }

    private static ProblemException bad(String option, String text) {
        return new ProblemException(Problem.error("bad-date", Location.nowhere())
                .with("option", option)
                .with("value", text));
    }
}
