package dev.ukur.kpis;

import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Kpi;
import dev.ukur.model.Metric;
import dev.ukur.time.Cadence;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, and how time is cut.
 *
 * @param metric the metric
 * @param where its filter in the formula language
 * @param grain of the periods
 * @param calendar on which day weeks and in which month years begin
 */
record Measurement(Metric metric, Optional<String> where, Grain grain, FiscalCalendar calendar) {

    /** What a KPI measures at its cadence. */
    static Measurement of(Kpi kpi, Cadence cadence, Metric metric, FiscalCalendar calendar) {
        return new Measurement(metric, kpi.where(), cadence.grain(), calendar);
    }

    /** The same cut of another metric. */
    Measurement of(Metric other) {
        return new Measurement(other, where, grain, calendar);
    }

    /** The whole period that holds a day. */
    Period around(LocalDate day) {
        return calendar.around(grain, day);
    }

    /** The pieces of some days; the outer ones may be cut short. */
    List<Period> cut(Period days) {
        return calendar.cut(days, grain);
    }

    /** The pieces of some days that are whole periods. */
    List<Period> wholePeriods(Period days) {
        return cut(days).stream()
                .filter(piece -> piece.equals(around(piece.first())))
                .toList();
    }

    /** What tells it from others; the hash of a record that holds records is slow at the start of a program. */
    String key() {
        return metric.name() + "\n" + where.orElse("") + "\n" + grain.word();
    }

    /** The question for all days with data. */
    MetricQuery everyDay() {
        return new MetricQuery(List.of(metric.name()), List.of(), Grain.DAY, Optional.empty(), where, Optional.empty());
    }

    /** The question for all periods with data. */
    MetricQuery everything() {
        return new MetricQuery(List.of(metric.name()), List.of(), grain, Optional.empty(), where, Optional.empty());
    }

    /** The question for each period of some days. */
    MetricQuery each(Period days) {
        return MetricQuery.series(metric.name(), grain, days).where(where);
    }

    /** The question for some days as one number. */
    MetricQuery whole(Period days) {
        return MetricQuery.total(metric.name(), days).where(where);
    }
}
