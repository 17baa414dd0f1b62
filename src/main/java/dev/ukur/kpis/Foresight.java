package dev.ukur.kpis;

import dev.ukur.model.Metric;
import dev.ukur.stats.forecast.PredictiveGain;
import dev.ukur.stats.forecast.Scale;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a metric foretells an outcome beyond the outcome's own past, trend and season ({@link PredictiveGain}). Weeks are
 * asked first, for they carry no weekday; days while there are few weeks; months where nothing finer is told.
 */
final class Foresight {

    private static final List<Cut> CUTS = List.of(
            new Cut(Grain.WEEK, 60, List.of(1, 2, 3, 4)),
            new Cut(Grain.DAY, 180, List.of(1, 2, 3, 7)),
            new Cut(Grain.MONTH, 60, List.of(1, 2)));

    private static final int DAYS_OF_SEASON = 548;
    private static final double YEAR = 365.25;
    private static final int WEEKDAYS = 6;

    private final Numbers numbers;
    private final FiscalCalendar calendar;

    Foresight(CheckedGoals goals) {
        this.numbers = goals.numbers();
        this.calendar = goals.metrics().calendar();
    }

    /** How time is cut, with how many periods at least, and how far back both forecasts look. */
    private record Cut(Grain grain, int least, List<Integer> lags) {}

    /** A metric under a filter. */
    record Seen(Metric metric, Optional<String> where) {

        Measurement by(Grain grain, FiscalCalendar calendar) {
            return new Measurement(metric, where, grain, calendar);
        }
    }

    /** What the data show. */
    enum Kind {
        /** Earlier values of the metric foretell the outcome. */
        LEADS,
        /** Only the value of the same period goes with it: which moves which, the data cannot tell. */
        TOGETHER,
        /** Neither. */
        NONE
    }

    /**
     * What was found.
     *
     * @param kind in a word
     * @param gain the share of the forecast's squared error that the metric takes away, with interval
     * @param grain of the periods
     * @param periods how many there were
     */
    record Found(Kind kind, PredictiveGain gain, Grain grain, int periods) {}

    /** What the data show of a candidate and an outcome; empty when they are too few. */
    Optional<Found> of(Seen candidate, Seen outcome) {
        return CUTS.stream()
                .flatMap(cut -> of(cut, candidate, outcome).stream())
                .findFirst();
    }

    private Optional<Found> of(Cut cut, Seen candidate, Seen outcome) {
        Pairs pairs = Pairs.of(
                numbers.history(candidate.by(cut.grain(), calendar)),
                numbers.history(outcome.by(cut.grain(), calendar)));
        if (pairs.periods().size() < cut.least()) {
            return Optional.empty();
        }
        double[] x = scaled(candidate.metric(), pairs.candidate());
        double[] y = scaled(outcome.metric(), pairs.outcome());
        double[][] controls = controls(pairs.periods(), cut.grain());
        Optional<PredictiveGain> ahead = PredictiveGain.of(y, x, new PredictiveGain.Sight(cut.lags(), false, controls));
        Optional<PredictiveGain> together =
                PredictiveGain.of(y, x, new PredictiveGain.Sight(cut.lags(), true, controls));
        int known = pairs.periods().size();
        return ahead.flatMap(first -> together.map(both -> {
            if (first.helps()) {
                return new Found(Kind.LEADS, first, cut.grain(), known);
            }
            return new Found(both.helps() ? Kind.TOGETHER : Kind.NONE, both, cut.grain(), known);
        }));
    }

    private static double[] scaled(Metric metric, List<Double> values) {
        Scale scale = Scales.fitting(metric.unit(), values);
        return values.stream().mapToDouble(scale::of).toArray();
    }

    /** Trend, the course of the year once it was seen, and the weekday. */
    private static double[][] controls(List<Period> periods, Grain grain) {
        Period all = new Period(
                periods.get(0).first(), periods.get(periods.size() - 1).last());
        boolean seasons = all.days() >= DAYS_OF_SEASON;
        double[][] controls = new double[periods.size()][];
        for (int t = 0; t < controls.length; t++) {
            List<Double> row = new ArrayList<>();
            row.add(2.0 * t / controls.length - 1);
            if (seasons) {
                double angle = 2 * Math.PI * periods.get(t).first().getDayOfYear() / YEAR;
                IntStream.rangeClosed(1, 2).forEach(wave -> {
                    row.add(Math.sin(wave * angle));
                    row.add(Math.cos(wave * angle));
                });
            }
            if (grain == Grain.DAY) {
                int weekday = periods.get(t).first().getDayOfWeek().getValue();
                IntStream.rangeClosed(1, WEEKDAYS).forEach(day -> row.add(day == weekday ? 1.0 : 0.0));
            }
            controls[t] = row.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return controls;
    }

    /** The last run of periods in which both are known. */
    private record Pairs(List<Period> periods, List<Double> candidate, List<Double> outcome) {

        static Pairs of(History candidate, History outcome) {
            Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            java.util.Map<Period, Double> known = new java.util.HashMap<>();
            candidate.entries().forEach(entry -> entry.value().value().ifPresent(x -> known.put(entry.period(), x)));
            for (History.Entry entry : outcome.entries()) {
                Optional<Double> x = Optional.ofNullable(known.get(entry.period()));
                Optional<Double> y = entry.value().value();
                if (x.isPresent() && y.isPresent()) {
                    pairs.periods.add(entry.period());
                    pairs.candidate.add(x.get());
                    pairs.outcome.add(y.get());
                } else if (!known.isEmpty() && !pairs.periods.isEmpty() && !isAfterEnd(candidate, entry)) {
                    pairs.periods.clear();
                    pairs.candidate.clear();
                    pairs.outcome.clear();
                }
            }
            return pairs;
        }

        /** Whether the candidate's data end before a period. */
        private static boolean isAfterEnd(History candidate, History.Entry entry) {
            return candidate
                    .last()
                    .filter(last -> last.period().last().isBefore(entry.period().first()))
                    .isPresent();
        }
    }
}
