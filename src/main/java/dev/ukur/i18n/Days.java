package dev.ukur.i18n;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Days, times and periods in a language. */
final class Days {

    private static final List<String> MONTHS_ID =
            List.of("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des");
    private static final List<String> MONTHS_EN =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> WEEKDAYS_ID = List.of("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min");
    private static final List<String> WEEKDAYS_EN = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** The three zones of Indonesia by the names people use; the JDK's own short names differ by version. */
    private static final Map<String, String> INDONESIAN_ZONES = Map.of(
            "Asia/Jakarta", "WIB",
            "Asia/Pontianak", "WIB",
            "Asia/Makassar", "WITA",
            "Asia/Jayapura", "WIT");

    private final Language language;

    Days(Language language) {
        this.language = language;
    }

    /** {@code 23 Nov 2026}. */
    String date(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    /** {@code 23 Nov}. */
    String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
    }

    /** {@code Min, 22 Nov 2026}. */
    String weekday(LocalDate day) {
        List<String> names = language == Language.ID ? WEEKDAYS_ID : WEEKDAYS_EN;
        return names.get(day.getDayOfWeek().getValue() - 1) + ", " + date(day);
    }

    /** {@code 23 Nov 2026, 23.59 WIB}. */
    String moment(ZonedDateTime moment) {
        int hour = moment.getHour();
        int minute = moment.getMinute();
        String time = two(hour) + language.pick(".", ":") + two(minute);
        return date(moment.toLocalDate()) + ", " + time + " " + zone(moment.getZone());
    }

    /** {@code 23 Nov 2026, 14.00}. */
    String hour(LocalDateTime hour) {
        return date(hour.toLocalDate()) + ", " + two(hour.getHour()) + language.pick(".", ":") + "00";
    }

    /** {@code WIB}, or the zone's own name when it has no everyday one. */
    String zone(ZoneId zone) {
        return INDONESIAN_ZONES.getOrDefault(zone.getId(), zone.getId());
    }

    /**
     * A whole month, year or day by its name, several whole months by the first and last of them; else first and last day.
     * A quarter has no number here: which one is the first depends on when a workspace's year begins.
     */
    String period(Period period) {
        LocalDate first = period.first();
        if (period.days() == 1) {
            return date(first);
        }
        if (whole(period, Grain.MONTH)) {
            return month(first) + " " + first.getYear();
        }
        if (whole(period, Grain.YEAR)) {
            return Integer.toString(first.getYear());
        }
        return wholeMonths(period) ? months(period) : span(first, period.last());
    }

    /** The shortest name that tells a period from its neighbours, for axes. */
    String tick(Period period) {
        LocalDate first = period.first();
        if (whole(period, Grain.MONTH)) {
            return month(first) + " " + year(first);
        }
        if (whole(period, Grain.YEAR)) {
            return Integer.toString(first.getYear());
        }
        return wholeMonths(period) ? month(first) + "–" + month(period.last()) + " " + year(period.last()) : day(first);
    }

    private static boolean wholeMonths(Period period) {
        return period.first().getDayOfMonth() == 1 && period.last().plusDays(1).getDayOfMonth() == 1;
    }

    private String months(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        String from = first.getYear() == last.getYear() ? "" : " " + first.getYear();
        return month(first) + from + "–" + month(last) + " " + last.getYear();
    }

    private String span(LocalDate first, LocalDate last) {
        if (first.getYear() != last.getYear()) {
            return date(first) + "–" + date(last);
        }
        if (first.getMonth() == last.getMonth()) {
            return first.getDayOfMonth() + "–" + date(last);
        }
        return day(first) + "–" + date(last);
    }

    private static boolean whole(Period period, Grain grain) {
        return grain.around(period.first()).equals(period);
    }

    private String month(LocalDate day) {
        return (language == Language.ID ? MONTHS_ID : MONTHS_EN).get(day.getMonthValue() - 1);
    }

    private static String year(LocalDate day) {
        return two(day.getYear() % 100);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
