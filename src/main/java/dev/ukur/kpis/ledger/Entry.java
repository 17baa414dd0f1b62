package dev.ukur.kpis.ledger;

import dev.ukur.model.Direction;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Optional;

/** One thing the ledger remembers of a goal. Numbers are in the metric's unit, per period of the KPI's cadence. */
public sealed interface Entry {

    /** The goal's name in {@code goals.yaml}. */
    String goal();

    /** What is remembered of one KPI of a goal: all but a review, which speaks of the goal alone. */
    sealed interface OfKpi extends Entry {

        /** The metric of the KPI. */
        String metric();
    }

    /** Answers by what is remembered. */
    <R> R match(Cases<R> cases);

    /** One answer a kind of entry. */
    interface Cases<R> {
        R target(TargetSet entry);

        R retired(TargetRetired entry);

        R replaced(KpiReplaced entry);

        R goalRetired(GoalRetired entry);

        R forecast(ForecastMade entry);

        R outcome(OutcomeSeen entry);

        R review(ReviewHeld entry);

        R decision(DecisionTaken entry);
    }

    /**
     * A target was set, or changed: the newest entry of a goal and due day holds.
     *
     * @param level the target as a number
     */
    record TargetSet(String goal, String metric, LocalDate due, double level) implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.target(this);
        }
    }

    /** A target was taken out of the goals before it was due. */
    record TargetRetired(String goal, String metric, LocalDate due) implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.retired(this);
        }
    }

    /** A goal got another KPI; what was remembered of the one before stays. */
    record KpiReplaced(String goal, String before, String metric, String reason) implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replaced(this);
        }
    }

    /** A goal was given up; what was remembered of it stays. */
    record GoalRetired(String goal, String metric, String reason) implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.goalRetired(this);
        }
    }

    /**
     * A forecast.
     *
     * @param known the last complete period it was made from
     * @param period the one it speaks of
     * @param value the median
     * @param low lower end of the 80 % interval
     * @param high its upper end
     * @param wager what was said of the target, where there was one
     */
    record ForecastMade(
            String goal,
            String metric,
            Period known,
            Period period,
            double value,
            double low,
            double high,
            Optional<Wager> wager)
            implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.forecast(this);
        }
    }

    /** The stated chance, 0..1, that a period is at a level or better. */
    record Wager(double level, Direction direction, double chance) {

        /** Whether a value is at the level or better. */
        boolean won(double value) {
            return direction == Direction.DOWN ? value <= level : value >= level;
        }
    }

    /** The value of a complete period as it was known; the newest entry of a period holds, after a source restated it. */
    record OutcomeSeen(String goal, String metric, Period period, double value) implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outcome(this);
        }
    }

    /** The goal was reviewed with the numbers of a period. */
    record ReviewHeld(String goal, Period period, LocalDate on) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.review(this);
        }
    }

    /**
     * A decision.
     *
     * @param metric of the KPI
     * @param text what will be done
     * @param owner who does it
     * @param expected the change expected of the metric, with its sign
     * @param by the day its effect is to be seen in
     * @param before the period it starts from
     */
    record DecisionTaken(
            String goal,
            String metric,
            String text,
            Optional<String> owner,
            Optional<Double> expected,
            LocalDate by,
            Period before)
            implements OfKpi {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decision(this);
        }
    }
}
