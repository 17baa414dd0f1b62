package dev.ukur.sources.cell;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a run of days: tries every joint that parts the text into two dates, and accepts it when they all agree. */
final class DateRange {

    private static final List<String> JOINTS = List.of(
            "\u2013", "\u2014", "-", ",", "~", " to ", " s/d ", " s.d. ", " sampai ", " hingga ", " bis ", " au ");

    private static final int MOST_CHARS = 100;

    private DateRange() {}

    /** The days of a text in an order, or in the order its own two dates show; null when it is no run of days. */
    static @Nullable Period of(String text, @Nullable DateOrder order) {
        if (text.length() > MOST_CHARS) {
            return null;
        }
        DateText single = DateText.of(text);
        if (single != null) {
            return between(single, single, order);
        }
        Set<Period> readings = new HashSet<>();
        for (String joint : JOINTS) {
            for (int at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
                DateText first = DateText.of(text.substring(0, at));
                DateText last = DateText.of(text.substring(at + joint.length()));
                Period reading = first == null || last == null ? null : between(first, last, order);
                if (reading != null) {
                    readings.add(reading);
                }
            }
        }
        return readings.size() == 1 ? readings.iterator().next() : null;
    }

    private static @Nullable Period between(DateText first, DateText last, @Nullable DateOrder given) {
        DateOrder shown = first.shownOrder() == null ? last.shownOrder() : first.shownOrder();
        DateOrder order = given == null ? shown : given;
        LocalDate from = first.in(order);
        LocalDate to = last.in(order);
        boolean offset = hasOffset(first) || hasOffset(last);
        return from == null || to == null || offset || to.isBefore(from) ? null : new Period(from, to);
    }

    private static boolean hasOffset(DateText date) {
        return date.clock() != null && date.clock().offset() != null;
    }
}
