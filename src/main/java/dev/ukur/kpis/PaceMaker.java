package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.model.Target;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The way to a target. A shaped path gives each day and period its share by weekday, season and holidays; a straight one
 * gives all days the same.
 */
final class PaceMaker {

    private final Target target;
    private final Measurement what;
    private final Optional<Days> days;

    PaceMaker(Target target, Measurement what, Optional<Days> days) {
        this.target = target;
        this.what = what;
        this.days = days;
    }

    /** How fast it must go in the period that holds the due date; empty when its days do not add up to it. */
    Optional<Pace> pace(double level, Optional<Expectation> coming) {
        Period due = what.around(target.due());
        return days.filter(known -> known.span().last().isBefore(due.last()))
                .flatMap(known -> soFar(known, due).map(sum -> pace(level, coming, new Progress(due, known, sum))));
    }

    /** Where the period that holds the due date stands. */
    private record Progress(Period due, Days days, double soFar) {

        LocalDate until() {
            return days.span().last();
        }

        long left() {
            LocalDate from = until().isBefore(due.first()) ? due.first().minusDays(1) : until();
            return ChronoUnit.DAYS.between(from, due.last());
        }
    }

    private Pace pace(double level, Optional<Expectation> coming, Progress progress) {
        return new Pace(
                progress.due(),
                progress.until(),
                progress.soFar(),
                level * share(progress),
                progress.left(),
                (level - progress.soFar()) / progress.left(),
                coming.map(expected -> (expected.quantile(0.5) - progress.soFar()) / progress.left()));
    }

    private static Optional<Double> soFar(Days known, Period due) {
        return known.span().last().isBefore(due.first())
                ? Optional.of(0.0)
                : known.sum(new Period(due.first(), known.span().last()));
    }

    private double share(Progress progress) {
        if (progress.until().isBefore(progress.due().first())) {
            return 0;
        }
        Period done = new Period(progress.due().first(), progress.until());
        return worth(done) / worth(progress.due());
    }

    /**
     * What a period should have been on the way from the baseline to the target: as far along as its middle lies between
     * theirs.
     *
     * @param from the baseline days
     * @param level of baseline and target
     */
    Optional<Double> path(Period period, Period from, Ends level) {
        Period due = what.around(target.due());
        double way = ChronoUnit.DAYS.between(middle(from), middle(due));
        double gone = ChronoUnit.DAYS.between(middle(from), middle(period));
        if (way <= 0 || gone < 0) {
            return Optional.empty();
        }
        double done = Math.min(1, gone / way);
        double start = level.baseline();
        double end = level.target() / relative(due, from);
        return Optional.of((start + (end - start) * done) * relative(period, from));
    }

    /** Two levels of a KPI. */
    record Ends(double baseline, double target) {}

    /**
     * What the calendar makes of a period beside the mean of the whole ones in the baseline days, whose mean the baseline
     * is: 1 when a period is not its days' sum.
     */
    private double relative(Period period, Period baseline) {
        if (days.isEmpty()) {
            return 1;
        }
        double ordinary = what.wholePeriods(baseline).stream()
                .mapToDouble(this::worth)
                .average()
                .orElseThrow();
        return worth(period) / ordinary;
    }

    private double worth(Period period) {
        return target.path() == Target.Path.STRAIGHT
                ? period.days()
                : days.map(known -> known.worth(period)).orElse((double) period.days());
    }

    private static LocalDate middle(Period period) {
        return period.first().plusDays(period.days() / 2);
    }
}
