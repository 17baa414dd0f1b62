package dev.ukur.metrics;

import dev.ukur.stats.Beta;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.PoissonSum;
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

    /**
     * A given amount over a number of events that chance brings: what was spent over the customers it won. The amount is
     * taken as it is; events come independently of each other.
     *
     * @param amount not negative
     * @param events how many came
     */
    record PerEvent(double amount, double events) implements Evidence {

        @Override
        public Optional<Interval> interval() {
            return amount < 0
                    ? Optional.empty()
                    : PoissonSum.ofCount(events)
                            .interval()
                            .map(count -> new Interval(amount / count.high(), amount / count.low()));
        }

        @Override
        public Optional<Interval> less(Evidence other) {
            return other instanceof PerEvent than
                    ? interval()
                            .flatMap(mine -> than.interval()
                                    .map(its -> mine.less(amount / events, than.amount / than.events, its)))
                    : Optional.empty();
        }

        /** Of all events so many are expected here as of all money was spent here: Przyborowski and Wilenski 1940. */
        @Override
        public Optional<Double> chanceAgainst(Evidence other) {
            if (!(other instanceof PerEvent than) || !(amount > 0) || !(than.amount > 0)) {
                return Optional.empty();
            }
            double all = events + than.events;
            double share = amount / (amount + than.amount);
            double atMost = events >= all ? 1 : 1 - new Beta(events + 1, all - events).atMost(share);
            double atLeast = events <= 0 ? 1 : new Beta(events, all - events + 1).atMost(share);
            return Optional.of(Math.min(1, 2 * Math.min(atMost, atLeast)));
        }

        @Override
        public Evidence and(Evidence other) {
            return other instanceof PerEvent more ? new PerEvent(amount + more.amount, events + more.events) : this;
        }
    }

    /**
     * A sum over rows that chance brings, and what is given with it, over something given: revenue of orders over visitors or
     * over what was spent.
     *
     * @param rows how many there are that are not nought; fewer than {@link #FEWEST} of very unlike amounts say less than their
     *     squares tell, and then there is no interval
     * @param sum over the rows
     * @param above what is divided: the sum, and what else is added or taken away
     * @param below what it is divided by, above 0
     */
    record RandomSum(long rows, PoissonSum sum, double above, double below) implements Evidence {

        /** With log-normal amounts the interval then misses 5 % at most, as a test simulates. */
        static final int FEWEST = 10;

        @Override
        public Optional<Interval> interval() {
            return sum.interval()
                    .filter(any -> below > 0 && rows >= FEWEST)
                    .map(total -> new Interval(with(total.low()), with(total.high())));
        }

        private double with(double total) {
            return (above - sum.total() + total) / below;
        }

        @Override
        public Optional<Interval> less(Evidence other) {
            return other instanceof RandomSum than
                    ? interval()
                            .flatMap(mine ->
                                    than.interval().map(its -> mine.less(above / below, than.above / than.below, its)))
                    : Optional.empty();
        }

        @Override
        public Optional<Double> chanceAgainst(Evidence other) {
            return other instanceof RandomSum than
                            && interval().isPresent()
                            && than.interval().isPresent()
                    ? Optional.of(estimate().minus(than.estimate()).p())
                    : Optional.empty();
        }

        private Estimate estimate() {
            return Estimate.normal(above / below, Math.sqrt(sum.squares()) / below);
        }

        @Override
        public Evidence and(Evidence other) {
            return other instanceof RandomSum more
                    ? new RandomSum(rows + more.rows, sum.and(more.sum), above + more.above, below + more.below)
                    : this;
        }
    }

    /**
     * How much a count of events grew over an earlier one. Were both equally many to expect, each of all would fall to either
     * side by a coin's toss; the share that fell to the later side has Clopper and Pearson's interval, and so its odds.
     * Source: Przyborowski and Wilenski 1940, Biometrika 31:313; Clopper and Pearson 1934, Biometrika 26:404.
     *
     * @param now events of the later period
     * @param before events of the earlier one, of which there are some
     */
    record Growth(double now, double before) implements Evidence {

        private static final double TAIL = 0.025;

        @Override
        public Optional<Interval> interval() {
            if (!(before > 0) || !(now >= 0)) {
                return Optional.empty();
            }
            double low = now == 0 ? 0 : new Beta(now, before + 1).quantile(TAIL);
            double high = new Beta(now + 1, before).quantile(1 - TAIL);
            return Optional.of(new Interval(grown(low), grown(high)));
        }

        private static double grown(double share) {
            return share / (1 - share) - 1;
        }

        /** Growths of neighbouring months share a month, so their difference is not that of two samples. */
        @Override
        public Optional<Interval> less(Evidence other) {
            return Optional.empty();
        }

        @Override
        public Optional<Double> chanceAgainst(Evidence other) {
            return Optional.empty();
        }

        @Override
        public Evidence and(Evidence other) {
            return other instanceof Growth more ? new Growth(now + more.now, before + more.before) : this;
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
