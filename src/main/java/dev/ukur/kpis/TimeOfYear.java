package dev.ukur.kpis;

import dev.ukur.stats.forecast.Scale;
import dev.ukur.stats.forecast.YearSeason;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each month lies off the others, beyond what its days are worth by the calendar; on the scale of the metric. Nothing
 * while less than two whole years are known, or where the years do not agree.
 *
 * @param scale on which effects are added
 * @param effects from January to December
 */
record TimeOfYear(Scale scale, double[] effects) {

    private static final int MONTHS = 12;

    /** No month differs. */
    static TimeOfYear none() {
        return new TimeOfYear(Scale.LEVEL, new double[MONTHS]);
    }

    /** As what is known for good shows it. */
    static TimeOfYear of(Measurement what, Outlook.Known known) {
        TreeMap<YearMonth, Double> months = known.days()
                .map(TimeOfYear::perWorth)
                .orElseGet(() -> means(known.history().mature()));
        List<Double> values = unbroken(months);
        Scale scale = Scales.fitting(what.metric().unit(), values);
        if (scale == Scale.LEVEL || values.size() < MONTHS * YearSeason.LEAST_SEASONS) {
            return none();
        }
        double[] found = YearSeason.of(values.stream().mapToDouble(scale::of).toArray(), MONTHS)
                .effects();
        double[] effects = new double[MONTHS];
        int first = months.lastKey().minusMonths(values.size() - 1L).getMonthValue() - 1;
        for (int place = 0; place < MONTHS; place++) {
            effects[(first + place) % MONTHS] = found[place];
        }
        return new TimeOfYear(scale, effects);
    }

    double effect(Month month) {
        return effects[month.getValue() - 1];
    }

    /** The mean effect over the days of a period. */
    double effect(Period period) {
        double sum = 0;
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            sum += effect(day.getMonth());
        }
        return sum / period.days();
    }

    /** What each whole month brought beside what its days are worth. */
    private static TreeMap<YearMonth, Double> perWorth(Days days) {
        TreeMap<YearMonth, Double> months = new TreeMap<>();
        for (Period month : days.span().cut(Grain.MONTH)) {
            if (month.equals(Grain.MONTH.around(month.first()))) {
                days.sum(month).ifPresent(sum -> months.put(YearMonth.from(month.first()), sum / days.worth(month)));
            }
        }
        return months;
    }

    /** The mean of the periods whose middle lies in a month. */
    private static TreeMap<YearMonth, Double> means(History history) {
        Map<YearMonth, List<Double>> values = new TreeMap<>();
        for (History.Entry entry : history.entries()) {
            Period period = entry.period();
            YearMonth month = YearMonth.from(period.first().plusDays(period.days() / 2));
            entry.value()
                    .value()
                    .ifPresent(value -> values.computeIfAbsent(month, any -> new ArrayList<>())
                            .add(value));
        }
        TreeMap<YearMonth, Double> months = new TreeMap<>();
        values.forEach((month, all) -> months.put(
                month, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return months;
    }

    /** The values of the months up to the last one, since the last gap before it. */
    private static List<Double> unbroken(TreeMap<YearMonth, Double> months) {
        List<Double> values = new ArrayList<>();
        YearMonth expected = null;
        for (Map.Entry<YearMonth, Double> month : months.entrySet()) {
            if (!month.getKey().equals(expected)) {
                values.clear();
            }
            values.add(month.getValue());
            expected = month.getKey().plusMonths(1);
        }
        return values;
    }
}
