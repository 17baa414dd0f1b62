package dev.ukur.delivery.cli;

import dev.ukur.time.Period;
import dev.ukur.time.WrittenDates;
import java.time.Instant;
import java.time.ZoneId;

/** Days, periods and moments as they are written in a call. */
final class CallDates {

    private CallDates() {}

    /** A day, month or year, or two of them with two dots between, as the period it is. */
    static Period period(String option, String text) {
        return WrittenDates.period(option, text);
    }

    /** A moment of knowledge: an ISO instant, or the end of a day in a zone. */
    static Instant moment(String option, String text, ZoneId zone) {
        return WrittenDates.moment(option, text, zone);
    }
}
