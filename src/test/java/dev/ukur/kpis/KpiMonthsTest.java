package dev.ukur.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.kpis.History.Entry;
import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.problem.Problems;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 500 simulated KPI-months: shops of different size, noise and drift, some with the days of their KPI and some, as for
 * visitors, without; targets due in the running month or up to three months ahead. What came is known.
 */
class KpiMonthsTest {

    private static final int MONTHS = 500;
    private static final int SUMS = 400;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    /** What was said of a month, and what came. */
    private record Said(Interval interval, double chance, double target, double came) {

        boolean inside() {
            return interval.low() <= came && came <= interval.high();
        }

        boolean reached() {
            return came >= target;
        }
    }

    @Test
    void intervals_of_80_per_cent_hold_the_truth_and_chances_come_true_as_often_as_they_say() {
        Random random = new Random(20261127);
        List<Said> said = new ArrayList<>();
        while (said.size() < MONTHS) {
            month(random, said.size() % 2 == 0).ifPresent(said::add);
        }
        assertCalibrated(said, "KPI-months");
    }

    @Test
    void sums_of_years_and_quarters_are_foretold_as_honestly_as_months() {
        Random random = new Random(20271231);
        List<Said> said = new ArrayList<>();
        while (said.size() < SUMS) {
            longer(random, said.size() % 2 == 0).ifPresent(said::add);
        }
        assertCalibrated(said, "years and quarters");
    }

    private static void assertCalibrated(List<Said> said, String what) {
        double inside = said.stream().filter(Said::inside).count() / (double) said.size();
        double brier = said.stream()
                .mapToDouble(one -> Math.pow(one.chance() - (one.reached() ? 1 : 0), 2))
                .average()
                .orElseThrow();
        System.out.printf(
                "%d %s: 80 %% intervals held %.1f %%, Brier score %.3f%n", said.size(), what, 100 * inside, brier);
        assertThat(inside).isBetween(0.75, 0.85);
        assertThat(brier).isLessThan(0.2);
        assertReliable(said);
    }

    /** In five bands of stated chance, what came must lie within three standard errors of what was said. */
    private static void assertReliable(List<Said> said) {
        System.out.println("said      months   mean said   came true");
        for (int band = 0; band < 5; band++) {
            double low = band / 5.0;
            List<Said> in = said.stream()
                    .filter(one -> Math.min(4, (int) (one.chance() * 5)) == low * 5)
                    .toList();
            double mean = in.stream().mapToDouble(Said::chance).average().orElseThrow();
            double came = in.stream().filter(Said::reached).count() / (double) in.size();
            System.out.printf("%.1f-%.1f   %6d   %9.2f   %9.2f%n", low, low + 0.2, in.size(), mean, came);
            double error = Math.sqrt(Math.max(0.01, mean * (1 - mean)) / in.size());
            assertThat(came).as("said %.2f", mean).isBetween(mean - 3 * error, mean + 3 * error);
        }
    }

    private static Optional<Said> month(Random random, boolean withDays) {
        int months = 12 + random.nextInt(24);
        LocalDate known = FIRST.plusMonths(months).plusDays(random.nextInt(28)).minusDays(1);
        Period due = Grain.MONTH.around(known.plusDays(1).plusMonths(random.nextInt(3)));
        return said(random, due, known, withDays);
    }

    /** A year or quarter that runs or is the next to come. */
    private static Optional<Said> longer(Random random, boolean withDays) {
        int months = 15 + random.nextInt(24);
        int days = withDays ? random.nextInt(28) : 0;
        LocalDate known = FIRST.plusMonths(months).plusDays(days).minusDays(1);
        Grain grain = random.nextBoolean() ? Grain.YEAR : Grain.QUARTER;
        Period due = grain.around(known.plusDays(1).plusMonths(random.nextInt(4)));
        return said(random, due, known, withDays);
    }

    private static Optional<Said> said(Random random, Period due, LocalDate known, boolean withDays) {
        Shop shop = new Shop(random);
        double[] values = shop.days(new Period(FIRST, due.last()));
        Period span = new Period(FIRST, known);
        List<Entry> entries = span.cut(Grain.MONTH).stream()
                .filter(period -> period.equals(Grain.MONTH.around(period.first())))
                .map(period -> new Entry(period, value(sum(values, period))))
                .toList();
        History history = new History(entries, Optional.of(FIRST), Optional.of(known), Optional.empty(), List.of());
        Optional<Days> days = withDays
                ? Optional.of(Days.of(map(values, span), history, TradeCalendar.official(), span))
                : Optional.empty();
        Measurement what = new Measurement(
                FakeMetrics.define("leads", MetricUnit.COUNT, Direction.UP, Role.OUTCOME),
                Optional.empty(),
                Grain.MONTH,
                FiscalCalendar.CIVIL);
        Goal goal = Goals.measuring("leads").goal();
        double target = entries.get(entries.size() - 1).value().value().orElseThrow()
                * due.cut(Grain.MONTH).size()
                * Math.exp(0.15 * random.nextGaussian());
        return new Outlook(goal, what, new Outlook.Known(history, days), new Problems())
                .expectation(due)
                .map(coming ->
                        new Said(coming.interval(), coming.chance(target, Direction.UP), target, sum(values, due)));
    }

    private static Value value(double value) {
        return new Value(Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static Map<LocalDate, Double> map(double[] values, Period span) {
        Map<LocalDate, Double> map = new java.util.HashMap<>();
        for (int day = 0; day < span.days(); day++) {
            map.put(FIRST.plusDays(day), values[day]);
        }
        return map;
    }

    private static double sum(double[] values, Period period) {
        double sum = 0;
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            sum += values[(int) (day.toEpochDay() - FIRST.toEpochDay())];
        }
        return sum;
    }
}
