package dev.ukur.insights.impact;

import dev.ukur.insights.Evidence;
import dev.ukur.insights.Term;
import dev.ukur.insights.impact.Impact.Setting;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The days of occasions as they were, beside the same weekdays: description, no test. */
final class EventTable {

    private static final int WEEK = 7;
    private static final int WEEKS_AROUND = 4;
    private static final int MOST_AROUND = 3;

    private final Daily daily;
    private final Setting setting;

    EventTable(Setting setting) {
        this.setting = setting;
        this.daily = setting.daily();
    }

    /** One row a day, with whether it was tested or why not. */
    Evidence rows(List<Period> occasions, Function<Period, String> status) {
        Evidence table = Evidence.of("event_days")
                .time("day")
                .number("value")
                .number("same_weekday_mean")
                .number("weekdays")
                .number("same_weekday_median")
                .number("against_median")
                .words("tested");
        List<List<Term>> rows = new ArrayList<>();
        for (Period days : occasions) {
            days.first()
                    .datesUntil(days.last().plusDays(1))
                    .forEach(day -> rows.add(row(day, occasions, status.apply(days))));
        }
        return table.rows(rows);
    }

    /** What came in the weeks around a few occasions: bought earlier or put off is not brought. */
    Evidence weeksAround(List<Period> occasions) {
        Evidence table = Evidence.of("weeks_around")
                .time("days")
                .number("two_weeks_before")
                .number("week_before")
                .number("week_from")
                .number("week_after");
        boolean adds = setting.desk()
                .metrics()
                .anatomy(setting.asked().metric())
                .filter(anatomy -> anatomy.adds() && anatomy.isOnePart())
                .isPresent();
        if (!adds || occasions.size() > MOST_AROUND) {
            return table;
        }
        List<List<Term>> rows = new ArrayList<>();
        for (Period days : occasions) {
            List<Term> row = new ArrayList<>(List.of(Term.days(days)));
            for (int week = -2; week < 2; week++) {
                row.add(sum(days.first().plusDays((long) week * WEEK)));
            }
            rows.add(row);
        }
        return table.rows(rows);
    }

    private Term sum(LocalDate first) {
        int at = daily.index(first);
        if (at < 0 || at + WEEK > daily.days()) {
            return Term.UNKNOWN;
        }
        return setting.amount(Arrays.stream(daily.values(), at, at + WEEK).sum());
    }

    private List<Term> row(LocalDate day, List<Period> occasions, String status) {
        boolean known = daily.holds(day);
        double value = known ? daily.values()[daily.index(day)] : 0;
        double[] around = known ? sameWeekdays(day, occasions, false) : new double[0];
        double[] others = known ? sameWeekdays(day, occasions, true) : new double[0];
        OptionalDouble mean = Arrays.stream(around).average();
        OptionalDouble median = median(others);
        return List.of(
                Term.day(day),
                known ? setting.amount(value) : Term.UNKNOWN,
                mean.isPresent() ? setting.amount(mean.getAsDouble()) : Term.UNKNOWN,
                Term.count(around.length),
                median.isPresent() ? setting.amount(median.getAsDouble()) : Term.UNKNOWN,
                median.isPresent() && median.getAsDouble() > 0
                        ? new Term.Growth(value / median.getAsDouble() - 1)
                        : Term.UNKNOWN,
                Term.words("impact-status-" + status));
    }

    /** The same weekday four weeks before and after, or all of those that are no occasion. */
    private double[] sameWeekdays(LocalDate day, List<Period> occasions, boolean all) {
        List<Double> values = new ArrayList<>();
        int at = daily.index(day);
        int from = all ? at % WEEK : at - WEEKS_AROUND * WEEK;
        int to = all ? daily.days() - 1 : at + WEEKS_AROUND * WEEK;
        for (int i = from; i <= to; i += WEEK) {
            LocalDate other = daily.first().plusDays(i);
            boolean occasion = all && occasions.stream().anyMatch(days -> days.holds(other));
            if (i >= 0 && i < daily.days() && i != at && !occasion) {
                values.add(daily.values()[i]);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
