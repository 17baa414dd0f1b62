package dev.ukur.stats.attribution;

/**
 * What each channel gets, in the order of the channels.
 *
 * @param conversions sum to all conversions
 * @param value sum to the value of all conversions
 */
public record Credits(double[] conversions, double[] value) {

    /** Shares of all conversions and of their value in proportion to weights, at least one of them not 0. */
    static Credits inProportion(double[] weights, Journeys journeys) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] conversions = new double[weights.length];
        double[] value = new double[weights.length];
        double allConversions = journeys.conversions();
        double allValue = journeys.value();
        for (int i = 0; i < weights.length; i++) {
            double share = sum == 0 ? 0 : weights[i] / sum;
            conversions[i] = share * allConversions;
            value[i] = share * allValue;
        }
        return new Credits(settled(conversions, allConversions), settled(value, allValue));
    }

    /** Credits whose sum is right but for rounding; the largest takes what is left over, so that nothing is lost. */
    static double[] settled(double[] credits, double total) {
        int largest = 0;
        for (int i = 1; i < credits.length; i++) {
            largest = Math.abs(credits[i]) > Math.abs(credits[largest]) ? i : largest;
        }
        for (int round = 0; round < 4; round++) {
            double sum = 0;
            for (double credit : credits) {
                sum += credit;
            }
            credits[largest] += total - sum;
        }
        return credits;
    }
}
