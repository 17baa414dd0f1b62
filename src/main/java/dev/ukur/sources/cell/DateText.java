package dev.ukur.sources.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The text of a date cell taken apart.
 *
 * @param year four digits as written
 * @param first the month; where {@code numeric}, the number that is written first
 * @param second the day; where {@code numeric}, the number that is written second
 * @param numeric whether only a {@link DateOrder} says which of the two is the day
 * @param clock the time behind the date, or null
 */
record DateText(
        int year,
        int first,
        int second,
        boolean numeric,
        @Nullable ClockTime clock) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** The parts of a text; null when it is no date in any order. */
    static @Nullable DateText of(String text) {
        TextCursor cursor = new TextCursor(CellText.trim(text));
        skipWeekday(cursor);
        DateText date = readDate(cursor);
        if (date == null || cursor.isAtEnd()) {
            return date;
        }
        ClockTime clock = ClockTime.read(cursor);
        return clock == null ? null : new DateText(date.year, date.first, date.second, date.numeric, clock);
    }

    /** The order the two numbers show by one of them being above 12, or null. */
    @Nullable
    DateOrder shownOrder() {
        if (!numeric || (first > 12) == (second > 12)) {
            return null;
        }
        return first > 12 ? DateOrder.DMY : DateOrder.MDY;
    }

    /** Whether the date differs by order. */
    boolean isOpen() {
        return numeric && first <= 12 && second <= 12 && first != second;
    }

    /** The day in an order; null when there is no such day, or when it needs an order and none is given. */
    @Nullable
    LocalDate in(@Nullable DateOrder order) {
        if (numeric && order == null && first != second) {
            return null;
        }
        boolean dayFirst = numeric && order == DateOrder.DMY;
        return dayOf(year, dayFirst ? second : first, dayFirst ? first : second);
    }

    private static @Nullable LocalDate dayOf(int year, int month, int day) {
        boolean valid = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1;
        return valid && day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    private static void skipWeekday(TextCursor cursor) {
        int start = cursor.place();
        if (DateWords.isWeekday(cursor.takeWord()) && cursor.skip(".,") > 0) {
            return;
        }
        cursor.returnTo(start);
    }

    private static @Nullable DateText readDate(TextCursor cursor) {
        int digits = cursor.digitsAhead();
        if (digits == 8) {
            return ordered(cursor.takeDigits(4), cursor.takeDigits(2), cursor.takeDigits(2));
        }
        if (digits == 4) {
            return yearFirst(cursor);
        }
        if (digits == 1 || digits == 2) {
            return dayFirst(cursor);
        }
        return digits == 0 ? monthFirst(cursor) : null;
    }

    private static @Nullable DateText yearFirst(TextCursor cursor) {
        int year = cursor.takeDigits(4);
        char mark = cursor.takeOneOf("-/.");
        int month = mark == 0 ? -1 : cursor.takeNumber(1, 2);
        int day = mark != 0 && cursor.take(mark) ? cursor.takeNumber(1, 2) : -1;
        return ordered(year, month, day);
    }

    private static @Nullable DateText dayFirst(TextCursor cursor) {
        int first = cursor.takeNumber(1, 2);
        char mark = cursor.peek();
        char next = cursor.peek(1);
        if ("/-.".indexOf(mark) >= 0 && next >= '0' && next <= '9') {
            return numeric(cursor, first);
        }
        int afterDay = cursor.place();
        if (!DateWords.isOrdinal(cursor.takeWord())) {
            cursor.returnTo(afterDay);
        }
        cursor.skip("./-");
        int month = DateWords.month(cursor.takeWord());
        cursor.skip("./-,");
        return ordered(cursor.takeNumber(4, 4), month, first);
    }

    private static @Nullable DateText numeric(TextCursor cursor, int first) {
        char mark = cursor.takeOneOf("/-.");
        int second = cursor.takeNumber(1, 2);
        int year = cursor.take(mark) ? cursor.takeNumber(4, 4) : -1;
        return year < 0 || second < 0 ? null : new DateText(year, first, second, true, null);
    }

    private static @Nullable DateText monthFirst(TextCursor cursor) {
        int month = DateWords.month(cursor.takeWord());
        cursor.skip("./-");
        int day = cursor.takeNumber(1, 2);
        int afterDay = cursor.place();
        if (!DateWords.isOrdinal(cursor.takeWord())) {
            cursor.returnTo(afterDay);
        }
        boolean apart = cursor.skip("./-,") > 0;
        return ordered(apart ? cursor.takeNumber(4, 4) : -1, month, day);
    }

    private static @Nullable DateText ordered(int year, int month, int day) {
        return dayOf(year, month, day) == null ? null : new DateText(year, month, day, false, null);
    }
}
