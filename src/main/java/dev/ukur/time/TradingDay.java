package dev.ukur.time;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What is known beforehand of a day that moves trade.
 *
 * @param day the day
 * @param rest who is off
 * @param season where it lies around Idulfitri
 * @param push what sales push it belongs to
 */
public record TradingDay(LocalDate day, Rest rest, FestivalSeason season, Push push) {

    /** Who is off, besides weekends. */
    public enum Rest {
        NOBODY,
        OFFICES,
        EVERYBODY
    }

    /** A push that comes with the date. */
    public enum Push {
        NONE,
        /** Payday and the six days after it. */
        PAYDAY,
        /** A day with the number of its month, 1.1 to 12.12: the great sales of the marketplaces. */
        TWIN_DATE
    }

    /** The day of the week. */
    public DayOfWeek weekday() {
        return day.getDayOfWeek();
    }
}
