package dev.ukur.sources.cell;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time of day behind a date, perhaps with an offset.
 *
 * @param time of day
 * @param offset as written, or null
 */
record ClockTime(LocalTime time, @Nullable ZoneOffset offset) {

    private static final int MOST_OFFSET_HOURS = 18;

    /** Reads what follows a date, to the end of the text; null when it is no time. */
    static @Nullable ClockTime read(TextCursor cursor) {
        if (!skipJoint(cursor)) {
            return null;
        }
        LocalTime time = readTime(cursor);
        if (time == null) {
            return null;
        }
        cursor.skip("");
        if (cursor.isAtEnd()) {
            return new ClockTime(time, null);
        }
        ZoneOffset offset = readOffset(cursor);
        return offset == null || !cursor.isAtEnd() ? null : new ClockTime(time, offset);
    }

    /** {@code T}, the colon of access logs, or blanks with a comma or a word such as {@code pukul}. */
    private static boolean skipJoint(TextCursor cursor) {
        if (cursor.take('T') || cursor.take('t') || cursor.take(':')) {
            return true;
        }
        boolean apart = cursor.skip(",") > 0;
        String word = cursor.takeWord();
        boolean known = word.isEmpty() || DateWords.leadsToTime(word);
        cursor.skip("");
        return apart && known;
    }

    private static @Nullable LocalTime readTime(TextCursor cursor) {
        if (cursor.digitsAhead() == 6) {
            return timeOf(cursor.takeDigits(2), cursor.takeDigits(2), cursor.takeDigits(2), 0);
        }
        int hour = cursor.takeNumber(1, 2);
        char mark = cursor.takeOneOf(":.");
        int minute = mark == 0 ? -1 : cursor.takeNumber(2, 2);
        int second = 0;
        int nano = 0;
        if (minute >= 0 && mark == cursor.peek() && cursor.take(mark)) {
            second = cursor.takeNumber(2, 2);
            nano = second < 0 ? -1 : readFraction(cursor);
        }
        return timeOf(readHalf(cursor, hour), minute, second, nano);
    }

    private static int readFraction(TextCursor cursor) {
        if (cursor.takeOneOf(".,") == 0) {
            return 0;
        }
        int digits = cursor.digitsAhead();
        if (digits == 0 || digits > 9) {
            return -1;
        }
        int nano = cursor.takeDigits(digits);
        for (int i = digits; i < 9; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** The hour of the day after {@code am} or {@code pm}, if one follows; -1 when it does not fit the hour. */
    private static int readHalf(TextCursor cursor, int hour) {
        int before = cursor.place();
        cursor.skip("");
        char half = Character.toLowerCase(cursor.takeOneOf("aApP"));
        boolean dotted = half != 0 && cursor.take('.');
        if (half == 0 || cursor.takeOneOf("mM") == 0) {
            cursor.returnTo(before);
            return hour;
        }
        if (dotted) {
            cursor.take('.');
        }
        if (hour < 1 || hour > 12) {
            return -1;
        }
        return hour % 12 + (half == 'p' ? 12 : 0);
    }

    private static @Nullable LocalTime timeOf(int hour, int minute, int second, int nano) {
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && nano >= 0;
        return valid ? LocalTime.of(hour, minute, second, nano) : null;
    }

    private static @Nullable ZoneOffset readOffset(TextCursor cursor) {
        String word = cursor.takeWord();
        int named = word.isEmpty() ? 0 : DateWords.zoneHours(word);
        if (named < 0) {
            return null;
        }
        if (cursor.isAtEnd()) {
            return ZoneOffset.ofHours(named);
        }
        char sign = named == 0 ? cursor.takeOneOf("+-\u2212") : 0;
        if (sign == 0) {
            return null;
        }
        int digits = cursor.digitsAhead();
        int hours = cursor.takeNumber(1, 4);
        int minutes = 0;
        if (digits == 4) {
            minutes = hours % 100;
            hours = hours / 100;
        } else if (cursor.take(':')) {
            minutes = cursor.takeNumber(2, 2);
        }
        return offsetOf(sign == '+' ? 1 : -1, digits == 3 ? -1 : hours, minutes);
    }

    private static @Nullable ZoneOffset offsetOf(int sign, int hours, int minutes) {
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > MOST_OFFSET_HOURS * 60) {
            return null;
        }
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
