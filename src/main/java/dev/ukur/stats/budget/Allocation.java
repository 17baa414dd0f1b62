package dev.ukur.stats.budget;

import java.util.List;

/**
 * A budget divided so that the last Rupiah brings the same everywhere: the division with the largest response, for curves
 * {@code b log(1 + s / k)} between bounds. At the marginal return m a channel spends {@code b / m - k}, kept between its
 * bounds; m is found by halving, as spending falls when m rises.
 *
 * @param spends by channel; they sum to the budget
 * @param marginal what one more unit would bring in a channel that is at no bound
 * @param response of all channels
 */
public record Allocation(List<Double> spends, double marginal, double response) {

    /**
     * A channel's curve and bounds.
     *
     * @param b scale of the response, positive
     * @param k spend at which returns have halved, positive
     * @param least spend at least, from 0
     * @param most spend at most, may be infinite
     */
    public record Channel(double b, double k, double least, double most) {

        public Channel {
            if (!(b > 0 && k > 0 && least >= 0 && least <= most)) {
                throw new IllegalArgumentException(
                        "no curve with b %s, k %s, spend %s to %s".formatted(b, k, least, most));
            }
        }

        double spendAt(double marginal) {
            return Math.min(most, Math.max(least, b / marginal - k));
        }
    }

    public Allocation {
        spends = List.copyOf(spends);
    }

    /**
     * Divides.
     *
     * @throws IllegalArgumentException when the budget lies below the sum of the least spends or above that of the most
     */
    public static Allocation of(List<Channel> channels, double budget) {
        double least = channels.stream().mapToDouble(Channel::least).sum();
        double most = channels.stream().mapToDouble(Channel::most).sum();
        if (!(budget >= least && budget <= most) || channels.isEmpty()) {
            throw new IllegalArgumentException(
                    "a budget of %s does not fit between %s and %s".formatted(budget, least, most));
        }
        double low = 1e-12;
        double high =
                channels.stream().mapToDouble(one -> one.b() / one.k()).max().orElseThrow();
        for (int step = 0; step < 400 && high - low > 1e-16 * high; step++) {
            double middle = low * high > 0 && high / low > 4 ? Math.sqrt(low * high) : (low + high) / 2;
            double spent =
                    channels.stream().mapToDouble(one -> one.spendAt(middle)).sum();
            if (spent > budget) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double marginal = (low + high) / 2;
        List<Double> spends =
                channels.stream().map(one -> one.spendAt(marginal)).toList();
        double response = 0;
        for (int i = 0; i < spends.size(); i++) {
            Channel one = channels.get(i);
            response += Saturation.logarithmic(one.b(), one.k()).at(spends.get(i));
        }
        return new Allocation(spends, marginal, response);
    }
}
