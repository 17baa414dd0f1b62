package dev.ukur.kpis;

import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.FestivalSeason;
import dev.ukur.time.Period;
import dev.ukur.time.TradingDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/**
 * A simulated shop: a level that drifts and wanders, a year's season, quiet weekends, Idulfitri, paydays and twin dates, and
 * days that scatter more than chance alone. Its own effects differ from shop to shop.
 */
final class Shop {

    private static final Map<FestivalSeason, Double> FEAST = Map.of(
            FestivalSeason.NONE, 1.0,
            FestivalSeason.FASTING, 1.1,
            FestivalSeason.BONUS, 1.5,
            FestivalSeason.EVE, 0.8,
            FestivalSeason.FEAST, 0.4,
            FestivalSeason.RETURN, 0.9);

    private final Random random;
    private final double size;
    private final double drift;
    private final double wander;
    private final double season;
    private final double scatter;
    private final double strength;

    Shop(Random random) {
        this.random = random;
        this.size = Math.exp(Math.log(5) + random.nextDouble() * Math.log(20));
        this.drift = 0.0006 * random.nextGaussian();
        this.wander = 0.008 * random.nextDouble();
        this.season = 0.15 * random.nextDouble();
        this.scatter = 0.1 + 0.2 * random.nextDouble();
        this.strength = random.nextDouble();
    }

    /** What came on each day. */
    double[] days(Period period) {
        double[] values = new double[(int) period.days()];
        double level = Math.log(size);
        for (int day = 0; day < values.length; day++) {
            level += drift + wander * random.nextGaussian();
            LocalDate date = period.first().plusDays(day);
            double year = season * Math.sin(2 * Math.PI * date.getDayOfYear() / 365.25);
            double mean = Math.exp(level + year + scatter * random.nextGaussian()) * worth(date);
            values[day] = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return values;
    }

    /** What the calendar makes of a day; an ordinary one 1. */
    double worth(LocalDate date) {
        TradingDay day = BusinessCalendar.indonesia().day(date);
        double weekend = day.weekday().compareTo(DayOfWeek.SATURDAY) >= 0 ? 0.7 : 1;
        double push = day.push() == TradingDay.Push.TWIN_DATE ? 2.5 : day.push() == TradingDay.Push.PAYDAY ? 1.25 : 1;
        return Math.pow(weekend * push * FEAST.getOrDefault(day.season(), 1.0), strength);
    }
}
