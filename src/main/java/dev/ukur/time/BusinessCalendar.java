package dev.ukur.time;

import dev.ukur.time.TradingDay.Push;
import dev.ukur.time.TradingDay.Rest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The days that move Indonesian trade: decreed holidays, Idulfitri which wanders through the year by about eleven days and
 * takes Ramadan, the holiday bonus and the journey home with it, payday, and the twin dates of the marketplaces.
 */
public final class BusinessCalendar {

    private static final int SAME_WEEKDAY = 364;
    private static final int PAYDAY = 25;
    private static final int PAYDAY_DAYS = 7;
    private static final int FEAST_DAYS = 7;
    private static final int FIRST_DECREED_YEAR = 2000;
    private static final LocalDate KNOWN_FEAST = LocalDate.of(2026, 3, 21);
    private static final double LUNAR_YEAR = 354.36707;
    private static final int DOUBT = 3;
    private static final BusinessCalendar INDONESIA = new BusinessCalendar();

    private final Map<Integer, Year> years = new ConcurrentHashMap<>();

    /** What was worked out of a year: its days off and the first days of Idulfitri. */
    private record Year(Map<LocalDate, Rest> off, List<LocalDate> idulfitri) {}

    private BusinessCalendar() {}

    /** Decreed days from 2000 to the last decree; Islamic days of other years as the Umm al-Qura calendar has them. */
    public static BusinessCalendar indonesia() {
        return INDONESIA;
    }

    /** The days off in a period, in order: as decreed, or for a year without a decree those that can be computed. */
    public List<Holiday> holidays(Period days) {
        List<Holiday> holidays = new ArrayList<>();
        for (int year = days.first().getYear(); year <= days.last().getYear(); year++) {
            List<Holiday> all = isDecreed(year) ? OfficialHolidays.table().of(year) : ComputedHolidays.of(year);
            all.stream().filter(holiday -> days.holds(holiday.day())).forEach(holidays::add);
        }
        return holidays;
    }

    /** Whether the days off of a year are decreed. */
    public boolean isDecreed(int year) {
        return year >= FIRST_DECREED_YEAR && year <= OfficialHolidays.table().lastYear();
    }

    /** The first days of Idulfitri in a year from 1883 to 2173: one, seldom two, in order. */
    public List<LocalDate> idulfitri(int year) {
        return year(year).idulfitri();
    }

    /** What is known beforehand of a day. */
    public TradingDay day(LocalDate day) {
        return new TradingDay(day, rest(day), season(day), push(day));
    }

    /** The day wages are paid in a month: the 25th, or the last working day before it. */
    public LocalDate payday(YearMonth month) {
        LocalDate day = month.atDay(PAYDAY);
        while (isOff(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Whether a day has the number of its month: 9.9, 10.10, 11.11, 12.12 and the like. */
    public boolean isTwinDate(LocalDate day) {
        return day.getDayOfMonth() == day.getMonthValue();
    }

    /** Whether a period meets the weeks around an Idulfitri, from the first fast until people are back. */
    public boolean meetsIdulfitri(Period period) {
        return festival(period).isPresent();
    }

    /**
     * The comparable days of the year before, as many as there are: where the weeks around Idulfitri are met by
     * either, those that lie just as far from the Idulfitri before, else the same weekdays 52 weeks earlier.
     */
    public Period yearBefore(Period period) {
        Period weeks = back(period, SAME_WEEKDAY);
        return festival(period)
                .or(() -> festival(weeks).map(this::nextFestival))
                .map(feast -> back(period, sinceLastFestival(feast)))
                .orElse(weeks);
    }

    private static Period back(Period period, long days) {
        return new Period(period.first().minusDays(days), period.last().minusDays(days));
    }

    /** The Idulfitri whose season a period meets, the first when there are two. */
    private Optional<LocalDate> festival(Period period) {
        LocalDate last = period.last().plusDays(FestivalSeason.BEFORE);
        for (int year = period.first().getYear() - 1; year <= last.getYear(); year++) {
            if (mayMeet(year, period)) {
                for (LocalDate feast : idulfitri(year)) {
                    if (meet(FestivalSeason.around(feast), period)) {
                        return Optional.of(feast);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an Idulfitri of a year can lie near a period, by the mean length of the lunar year: exact days are worked out
     * only then, for the first use of the Islamic calendar is slow.
     */
    private static boolean mayMeet(int year, Period period) {
        LocalDate from = period.first().minusDays(FestivalSeason.AFTER + DOUBT);
        LocalDate to = period.last().plusDays(FestivalSeason.BEFORE + DOUBT);
        long years = Math.round((from.toEpochDay() - KNOWN_FEAST.toEpochDay()) / LUNAR_YEAR);
        for (long n = years - 1; n <= years + 1 + period.days() / LUNAR_YEAR; n++) {
            LocalDate feast = KNOWN_FEAST.plusDays(Math.round(n * LUNAR_YEAR));
            boolean near = !feast.isBefore(from) && !feast.isAfter(to);
            if (near
                    && (feast.minusDays(DOUBT).getYear() == year
                            || feast.plusDays(DOUBT).getYear() == year)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(Period one, Period other) {
        return !one.last().isBefore(other.first()) && !one.first().isAfter(other.last());
    }

    private long sinceLastFestival(LocalDate festival) {
        LocalDate last = IntStream.rangeClosed(festival.getYear() - 1, festival.getYear())
                .boxed()
                .flatMap(year -> idulfitri(year).stream())
                .filter(day -> day.isBefore(festival))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return ChronoUnit.DAYS.between(last, festival);
    }

    private LocalDate nextFestival(LocalDate festival) {
        return IntStream.rangeClosed(festival.getYear(), festival.getYear() + 1)
                .boxed()
                .flatMap(year -> idulfitri(year).stream())
                .filter(day -> day.isAfter(festival))
                .findFirst()
                .orElseThrow();
    }

    private FestivalSeason season(LocalDate day) {
        return festival(new Period(day, day))
                .map(festival -> FestivalSeason.of(day, festival))
                .orElse(FestivalSeason.NONE);
    }

    private Rest rest(LocalDate day) {
        return year(day.getYear()).off().getOrDefault(day, Rest.NOBODY);
    }

    private Year year(int year) {
        return years.computeIfAbsent(year, this::workedOut);
    }

    private Year workedOut(int year) {
        List<Holiday> holidays = holidays(Grain.YEAR.around(LocalDate.of(year, 1, 1)));
        Map<LocalDate, Rest> off = new HashMap<>();
        holidays.forEach(holiday -> off.merge(holiday.day(), rest(holiday), BusinessCalendar::more));
        List<LocalDate> feast = holidays.stream()
                .filter(holiday -> holiday.festival() == Festival.IDULFITRI && rest(holiday) == Rest.EVERYBODY)
                .map(Holiday::day)
                .toList();
        return new Year(
                Map.copyOf(off),
                feast.stream().filter(day -> begins(feast, day)).toList());
    }

    /** Whether no other day of the same feast lies just before a day. */
    private static boolean begins(List<LocalDate> feast, LocalDate day) {
        return feast.stream()
                .noneMatch(other ->
                        other.isBefore(day) && other.plusDays(FEAST_DAYS).isAfter(day));
    }

    private static Rest rest(Holiday holiday) {
        return holiday.kind() == Holiday.Kind.NATIONAL ? Rest.EVERYBODY : Rest.OFFICES;
    }

    private static Rest more(Rest one, Rest other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Push push(LocalDate day) {
        if (isTwinDate(day)) {
            return Push.TWIN_DATE;
        }
        YearMonth month = YearMonth.from(day);
        return isFrom(payday(month), day) || isFrom(payday(month.minusMonths(1)), day) ? Push.PAYDAY : Push.NONE;
    }

    private static boolean isFrom(LocalDate payday, LocalDate day) {
        return !day.isBefore(payday) && day.isBefore(payday.plusDays(PAYDAY_DAYS));
    }

    private boolean isOff(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || rest(day) != Rest.NOBODY;
    }
}
