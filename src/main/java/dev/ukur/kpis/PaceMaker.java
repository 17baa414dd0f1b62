package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Need;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The way to a target: each day and period has its share of it by the {@link Shape}. */
final class PaceMaker {

    private final TargetSpan target;
    private final Shape shape;

    PaceMaker(TargetSpan target, Shape shape) {
        this.target = target;
        this.shape = shape;
    }

    /** How fast it must go in the days of the target. */
    Pace pace(double level, SoFar soFar, Optional<Expectation> coming) {
        Period span = target.days();
        Period rest = rest(span, soFar.until());
        double left = level - soFar.sum();
        return new Pace(
                span,
                soFar.until(),
                soFar.sum(),
                level * (1 - shape.worth(rest) / shape.worth(span)),
                rest.days(),
                left / rest.days(),
                coming.map(expected -> (expected.quantile(0.5) - soFar.sum()) / rest.days()),
                target.isSum() ? needs(left, rest) : List.of());
    }

    private static Period rest(Period span, LocalDate until) {
        return until.isBefore(span.first()) ? span : new Period(until.plusDays(1), span.last());
    }

    private List<Need> needs(double left, Period rest) {
        double all = shape.worth(rest);
        return target.what().cut(rest).stream()
                .map(period -> new Need(period, left * shape.worth(period) / all))
                .toList();
    }

    /** What a period should have been on the way to a target that is the sum of such; empty outside of its days. */
    Optional<Double> share(Period period, double level) {
        Period span = target.days();
        return span.holds(period) ? Optional.of(level * shape.worth(period) / shape.worth(span)) : Optional.empty();
    }

    /**
     * What a period should have been on the way from the baseline to the target: as far along as its middle lies between
     * theirs.
     *
     * @param from the baseline days
     * @param level of baseline and target
     */
    Optional<Double> path(Period period, Period from, Ends level) {
        Period due = target.days();
        double way = ChronoUnit.DAYS.between(middle(from), middle(due));
        double gone = ChronoUnit.DAYS.between(middle(from), middle(period));
        if (way <= 0 || gone < 0) {
            return Optional.empty();
        }
        double done = Math.min(1, gone / way);
        double start = shape.ordinary(level.baseline(), baseline(from));
        double end = shape.ordinary(level.target(), List.of(due));
        return Optional.of(shape.shaped(start + (end - start) * done, period));
    }

    /** Two levels of a KPI. */
    record Ends(double baseline, double target) {}

    /** The baseline is the mean of its whole periods; of a ratio, which needs none, that of its days. */
    private List<Period> baseline(Period days) {
        List<Period> whole = target.what().wholePeriods(days);
        return whole.isEmpty() ? List.of(days) : whole;
    }

    private static LocalDate middle(Period period) {
        return period.first().plusDays(period.days() / 2);
    }
}
