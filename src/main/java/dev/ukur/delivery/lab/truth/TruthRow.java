package dev.ukur.delivery.lab.truth;

import java.util.Arrays;

/**
 * A case beside its reference.
 *
 * @param family which group of methods
 * @param name the case within it
 * @param ours empty when this program does not compute the case
 * @param reference what it must be
 * @param tolerance how far off ours may be, absolute or relative
 * @param worst the largest distance as a share of what is allowed; at most 1 when ours is right
 * @param noWorse whether these are errors of forecasts, all of them no larger than the published ones
 */
public record TruthRow(
        String family,
        String name,
        double[] ours,
        double[] reference,
        Tolerance tolerance,
        double worst,
        boolean noWorse) {

    /**
     * How far off a value may be.
     *
     * @param size for each number, or one for all
     * @param relative whether it is a share of the reference
     */
    public record Tolerance(double[] size, boolean relative) {

        double of(int i, double reference) {
            double own = size[Math.min(i, size.length - 1)];
            // Decimal references are rounded themselves: their last digit is never an error.
            double rounding = 1e-13 * Math.abs(reference);
            return Math.max(rounding, relative ? own * Math.abs(reference) : own);
        }
    }

    /** What became of the case. */
    public enum Verdict {
        RIGHT,
        /** Errors of forecasts outside the tolerance, but no larger than those published. */
        NO_WORSE,
        WRONG,
        NOT_COMPUTED
    }

    static TruthRow of(Truth.Case truth, double[] ours) {
        double worst = 0;
        for (int i = 0; i < truth.value().length && ours.length > 0; i++) {
            double reference = truth.value()[i];
            double distance = i < ours.length ? Math.abs(ours[i] - reference) : Double.POSITIVE_INFINITY;
            double allowed = truth.tolerance().of(i, reference);
            double share = distance == 0 ? 0 : distance / allowed;
            worst = Double.isNaN(share) ? Double.POSITIVE_INFINITY : Math.max(worst, share);
        }
        return new TruthRow(
                truth.family(),
                truth.name(),
                ours,
                truth.value(),
                truth.tolerance(),
                worst,
                truth.name().contains("sMAPE,MASE") && noLarger(ours, truth.published()));
    }

    private static boolean noLarger(double[] ours, double[] published) {
        boolean noLarger = published.length > 0 && ours.length == published.length;
        for (int i = 0; noLarger && i < ours.length; i++) {
            noLarger = ours[i] <= published[i];
        }
        return noLarger;
    }

    /** Whether ours is right. */
    public Verdict verdict() {
        if (ours.length == 0) {
            return Verdict.NOT_COMPUTED;
        }
        if (worst <= 1) {
            return Verdict.RIGHT;
        }
        return noWorse ? Verdict.NO_WORSE : Verdict.WRONG;
    }

    @Override
    public String toString() {
        return family + " / " + name + ": " + verdict() + ", ours " + Arrays.toString(ours) + ", reference "
                + Arrays.toString(reference);
    }
}
