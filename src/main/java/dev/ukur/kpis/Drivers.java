package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The factors of a KPI in its last complete period and the one before, under the KPI's own filter. */
final class Drivers {

    private final KpiMetrics metrics;
    private final Numbers numbers;

    Drivers(KpiMetrics metrics, Numbers numbers) {
        this.metrics = metrics;
        this.numbers = numbers;
    }

    /** The factors, the largest relative change first; those whose change cannot be said come last. */
    List<Driver> of(Goal goal, Measurement kpi, Period period, Problems problems) {
        return goal.kpi().factors().stream()
                .flatMap(name -> driver(goal, name, new Moment(kpi, period), problems).stream())
                .sorted(Comparator.comparingDouble(Drivers::change).reversed())
                .toList();
    }

    private Optional<Driver> driver(Goal goal, String name, Moment when, Problems problems) {
        Location at = goal.at("factors." + name);
        Optional<Metric> metric = metrics.find(name);
        if (metric.isEmpty()) {
            problems.add(Problem.warning("kpi-unknown-factor", at)
                    .with("goal", goal.name())
                    .with("factor", name)
                    .with("nearest", MetricNames.nearest(name, metrics)));
            return Optional.empty();
        }
        History history =
                numbers.history(when.measure(metric.get())).until(when.period().last());
        Optional<Double> now = history.at(when.period());
        if (now.isEmpty()) {
            problems.addAll(history.problems());
            problems.add(Problem.warning("kpi-driver-unknown", at)
                    .with("goal", goal.name())
                    .with("factor", name)
                    .with("period", when.period()));
        }
        // What may still be restated is not compared.
        boolean mature = history.mature().at(when.period()).isPresent();
        return Optional.of(new Driver(metric.get(), now, mature ? history.at(when.before()) : Optional.empty()));
    }

    /** The relative change without its sign; -1 when it cannot be said. */
    private static double change(Driver driver) {
        return driver.previous()
                .filter(previous -> previous != 0)
                .flatMap(previous -> driver.now().map(now -> Math.abs((now - previous) / previous)))
                .orElse(-1.0);
    }

    /** How the KPI is cut, and its last complete period. */
    private record Moment(Measurement kpi, Period period) {

        Measurement measure(Metric factor) {
            return kpi.of(factor);
        }

        Period before() {
            LocalDate day = period.first().minusDays(1);
            return kpi.around(day);
        }
    }
}
