package dev.ukur.metrics;

import dev.ukur.stats.Interval;
import dev.ukur.stats.Wilson;
import dev.ukur.stats.compare.ClusterSums;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.TwoProportions;
import java.util.Optional;

/** What the uncertainty of one number is judged by. */
sealed interface Evidence {

    /** Where the number lies with 95 % confidence, if that can be told. */
    Optional<Interval> interval();

    /** Where this number less another lies; empty when it cannot be told. */
    Optional<Interval> less(Evidence other);

    /** How likely a difference as large as this would be if there were none (two-sided). */
    Optional<Double> chanceAgainst(Evidence other);

    /** Both together. */
    Evidence and(Evidence other);

    /**
     * Successes out of trials.
     *
     * @param successes not above the trials, else nothing can be told
     * @param trials how often it could have happened
     */
    record Share(double successes, double trials) implements Evidence {

        @Override
        public Optional<Interval> interval() {
            return Wilson.interval(successes, trials);
        }

        @Override
        public Optional<Interval> less(Evidence other) {
            return pair(other).map(TwoProportions::newcombe);
        }

        @Override
        public Optional<Double> chanceAgainst(Evidence other) {
            return pair(other).map(two -> two.zTest().p());
        }

        @Override
        public Evidence and(Evidence other) {
            return other instanceof Share share ? new Share(successes + share.successes, trials + share.trials) : this;
        }

        /** The same share on fewer independent trials. */
        Share over(double designEffect) {
            return new Share(successes / designEffect, trials / designEffect);
        }

        private Optional<TwoProportions> pair(Evidence other) {
            return other instanceof Share share && isProportion() && share.isProportion()
                    ? Optional.of(new TwoProportions(
                            new Proportion(successes, trials), new Proportion(share.successes, share.trials)))
                    : Optional.empty();
        }

        private boolean isProportion() {
            return trials > 0 && successes >= 0 && successes <= trials;
        }
    }

    /** A ratio of sums over rows or groups of rows that are independent of each other. */
    record Ratio(ClusterSums sums) implements Evidence {

        @Override
        public Optional<Interval> interval() {
            return sums.ratio().map(estimate -> estimate.interval());
        }

        @Override
        public Optional<Interval> less(Evidence other) {
            return other instanceof Ratio ratio
                    ? sums.ratio()
                            .flatMap(mine -> ratio.sums
                                    .ratio()
                                    .map(theirs -> mine.minus(theirs).interval()))
                    : Optional.empty();
        }

        @Override
        public Optional<Double> chanceAgainst(Evidence other) {
            return other instanceof Ratio ratio
                    ? sums.ratio()
                            .flatMap(mine -> ratio.sums
                                    .ratio()
                                    .map(theirs -> mine.minus(theirs).p()))
                    : Optional.empty();
        }

        @Override
        public Evidence and(Evidence other) {
            if (!(other instanceof Ratio ratio)) {
                return this;
            }
            ClusterSums more = ratio.sums;
            return new Ratio(new ClusterSums(
                    sums.n() + more.n(),
                    sums.x() + more.x(),
                    sums.y() + more.y(),
                    sums.xx() + more.xx(),
                    sums.yy() + more.yy(),
                    sums.xy() + more.xy()));
        }
    }
}
