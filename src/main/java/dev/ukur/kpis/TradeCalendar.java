package dev.ukur.kpis;

import dev.ukur.model.Occasion;
import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.FestivalSeason;
import dev.ukur.time.TradingDay;
import dev.ukur.time.TradingDay.Push;
import dev.ukur.time.TradingDay.Rest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of any day beforehand: by the official calendar its weekday, where it lies around Idulfitri, who is off, and
 * whether it is a payday or a twin date; by the workspace's own calendar its campaigns, promos and outages.
 *
 * @param occasions of the workspace
 */
record TradeCalendar(List<Occasion> occasions) {

    /** Kinds of occasions that move a day by themselves, the weakest first; holidays stand in the official calendar. */
    private static final List<String> MOVING = List.of("", "campaign", "promo", "outage");

    TradeCalendar {
        occasions = List.copyOf(occasions);
    }

    /** Without occasions. */
    static TradeCalendar official() {
        return new TradeCalendar(List.of());
    }

    /** How many classes each feature of a day has. */
    int[] sizes() {
        return new int[] {7, FestivalSeason.values().length, Rest.values().length, Push.values().length, MOVING.size()};
    }

    /** The class of each feature of a day. */
    int[] classes(LocalDate date) {
        TradingDay day = BusinessCalendar.indonesia().day(date);
        return new int[] {
            day.weekday().ordinal(),
            day.season().ordinal(),
            day.rest().ordinal(),
            day.push().ordinal(),
            occasion(date)
        };
    }

    private int occasion(LocalDate day) {
        return occasions.stream()
                .filter(occasion -> occasion.days().holds(day))
                .map(occasion -> MOVING.indexOf(occasion.kind()))
                .max(Comparator.naturalOrder())
                .filter(place -> place > 0)
                .orElse(0);
    }
}
