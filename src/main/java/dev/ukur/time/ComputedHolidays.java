package dev.ukur.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The national holidays of a year without a decree, as far as they can be known: those on a fixed date, and the Islamic
 * ones by the Umm al-Qura calendar. Nyepi, Vesak, the lunar new year and the Christian feasts of spring are left to decrees.
 */
final class ComputedHolidays {

    private static final Map<Festival, MonthDay> FIXED = Map.of(
            Festival.NEW_YEAR, MonthDay.of(1, 1),
            Festival.LABOUR_DAY, MonthDay.of(5, 1),
            Festival.PANCASILA, MonthDay.of(6, 1),
            Festival.INDEPENDENCE, MonthDay.of(8, 17),
            Festival.CHRISTMAS, MonthDay.of(12, 25));

    private static final int RAJAB = 7;
    private static final int RABI_AL_AWWAL = 3;

    private ComputedHolidays() {}

    static List<Holiday> of(int year) {
        List<Holiday> days = new ArrayList<>();
        FIXED.forEach((festival, date) -> days.add(national(date.atYear(year), festival)));
        hijri(days, year, Festival.ISLAMIC_NEW_YEAR, 1, 1);
        hijri(days, year, Festival.MAWLID, RABI_AL_AWWAL, 12);
        hijri(days, year, Festival.ISRA_MIRAJ, RAJAB, 27);
        hijri(days, year, Festival.IDULFITRI, HijriCalendar.SHAWWAL, 1);
        hijri(days, year, Festival.IDULFITRI, HijriCalendar.SHAWWAL, 2);
        hijri(days, year, Festival.IDUL_ADHA, HijriCalendar.DHUL_HIJJA, 10);
        days.sort(Comparator.comparing(Holiday::day));
        return List.copyOf(days);
    }

    private static void hijri(List<Holiday> days, int year, Festival festival, int month, int dayOfMonth) {
        HijriCalendar.in(year, month, dayOfMonth).forEach(day -> days.add(national(day, festival)));
    }

    private static Holiday national(LocalDate day, Festival festival) {
        return new Holiday(day, Holiday.Kind.NATIONAL, festival);
    }
}
