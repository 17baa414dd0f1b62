package dev.ukur.stats.survival;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The survival curve of Kaplan and Meier 1958, with Greenwood's error: with n(i) still watched and d(i) ending at the
 * i-th time, {@code S = Π (1 - d/n)} and {@code se² = S² Σ d / (n (n - d))}. Those censored at a time still count as
 * watched at it.
 *
 * @param steps one for each time at which something ended or was censored, rising
 */
public record SurvivalCurve(List<Step> steps) {

    private static final double Z = 1.959963984540054;
    private static final double SAME = 1e-12;

    /** How the band around the curve is built. */
    public enum Band {
        /** On log(-log S), {@code S^exp(± z se / (S |log S|))}: stays within 0..1, the one to show. */
        LOG_LOG,
        /** On log S, {@code S exp(± z se / S)}, cut at 1: what R shows unless told otherwise. */
        LOG
    }

    /**
     * A time on the curve.
     *
     * @param time when
     * @param atRisk still watched just before
     * @param ended how many ended then
     * @param censored how many were last seen then
     * @param survival the share that lasts beyond
     * @param se Greenwood's standard error of it
     */
    public record Step(double time, long atRisk, long ended, long censored, double survival, double se) {

        /** The 95 % band here; empty while nothing has ended and when nothing is left, where it is not defined. */
        public Optional<Interval> band(Band band) {
            if (survival <= 0 || survival >= 1) {
                return Optional.empty();
            }
            if (band == Band.LOG) {
                double factor = Math.exp(Z * se / survival);
                return Optional.of(new Interval(survival / factor, Math.min(1, survival * factor)));
            }
            double power = Math.exp(Z * se / (survival * -Math.log(survival)));
            return Optional.of(new Interval(Math.pow(survival, power), Math.pow(survival, 1 / power)));
        }
    }

    /**
     * A median.
     *
     * @param value when half has ended; empty when the curve does not fall that far
     * @param low when the lower band falls to a half
     * @param high when the upper band does; empty when it never does
     */
    public record Median(Optional<Double> value, Optional<Double> low, Optional<Double> high) {}

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /** The curve of lifetimes, given in any order. */
    public static SurvivalCurve of(List<Lifetime> lifetimes) {
        List<Lifetime> sorted = lifetimes.stream()
                .sorted(java.util.Comparator.comparingDouble(Lifetime::time))
                .toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int i = 0;
        while (i < sorted.size()) {
            int start = i;
            long ended = 0;
            double time = sorted.get(i).time();
            while (i < sorted.size() && sorted.get(i).time() == time) {
                ended += sorted.get(i++).ended() ? 1 : 0;
            }
            long atRisk = (long) sorted.size() - start;
            survival *= 1 - (double) ended / atRisk;
            greenwood += ended == 0 ? 0 : ended / ((double) atRisk * (atRisk - ended));
            double se = survival == 0 ? 0 : survival * Math.sqrt(greenwood);
            steps.add(new Step(time, atRisk, ended, i - start - ended, survival, se));
        }
        return new SurvivalCurve(steps);
    }

    /** The last step at or before a time; empty before the first, where all survive. */
    public Optional<Step> at(double time) {
        Optional<Step> last = Optional.empty();
        for (Step step : steps) {
            if (step.time() > time) {
                return last;
            }
            last = Optional.of(step);
        }
        return last;
    }

    /** The share that lasts beyond a time. */
    public double survival(double time) {
        return at(time).map(Step::survival).orElse(1.0);
    }

    /** When half has ended, with the times at which the band crosses a half. */
    public Median median(Band band) {
        return new Median(
                crossing(Step::survival),
                crossing(step -> step.band(band).map(Interval::low).orElse(step.survival())),
                crossing(step -> step.band(band).map(Interval::high).orElse(step.survival())));
    }

    /** Where a line first is at a half or below; in the middle of the stretch on which it is exactly a half, as in R. */
    private Optional<Double> crossing(java.util.function.ToDoubleFunction<Step> line) {
        for (int i = 0; i < steps.size(); i++) {
            double value = line.applyAsDouble(steps.get(i));
            if (value < 0.5 - SAME) {
                return Optional.of(steps.get(i).time());
            }
            if (value <= 0.5 + SAME) {
                double from = steps.get(i).time();
                return Optional.of(steps.stream()
                        .filter(step -> step.time() > from && step.ended() > 0)
                        .findFirst()
                        .map(next -> (from + next.time()) / 2)
                        .orElse(from));
            }
        }
        return Optional.empty();
    }

    /**
     * The mean time lasted within a horizon (restricted mean survival time): the area under the curve, with
     * {@code se² = Σ A(i)² d / (n (n - d))}, A(i) being the area from the i-th time to the horizon.
     *
     * @param horizon not beyond the last time watched: further on the curve is not known
     */
    public Estimate meanWithin(double horizon) {
        if (!(horizon > 0)
                || steps.isEmpty()
                || horizon > steps.get(steps.size() - 1).time()) {
            throw new IllegalArgumentException("the curve does not reach " + horizon);
        }
        double area = 0;
        double variance = 0;
        double until = horizon;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.time() < until) {
                area += step.survival() * (until - step.time());
                until = step.time();
                if (step.ended() < step.atRisk()) {
                    variance += area * area * step.ended() / ((double) step.atRisk() * (step.atRisk() - step.ended()));
                }
            }
        }
        return Estimate.normal(area + until, Math.sqrt(variance));
    }
}
