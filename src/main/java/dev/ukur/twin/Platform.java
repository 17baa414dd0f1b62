package dev.ukur.twin;

/** How an ad platform turns the visits it brought into its own account of them. */
final class Platform {

    private final Dice dice;
    private final double overclaim;

    /** A platform that claims that share of orders on top of the real ones. */
    Platform(Dice dice, double overclaim) {
        this.dice = dice;
        this.overclaim = overclaim;
    }

    /** The account of a day: clicks a little above visits, orders above the real ones. */
    Delivery account(Tally day, String key, double rate, double price) {
        int visits = day.visits(key);
        int clicks = visits + dice.binomial(visits, 0.045) + (dice.chance(0.03) ? 1 : 0);
        long impressions = clicks + dice.poisson((clicks + 0.3) * (1 - rate) / rate * dice.between(0.9, 1.1));
        long cents = Math.round(clicks * price * dice.between(0.85, 1.15) * 2) * 50;
        int orders = day.orders(key);
        long hundredths = orders * 100L + 50L * dice.binomial(orders * 2, overclaim);
        long value = orders == 0 ? 0 : day.revenue(key) * hundredths / (orders * 100L);
        long reach = impressions - dice.binomial((int) impressions, 0.14);
        return new Delivery(impressions, reach, clicks, cents, hundredths, value);
    }
}
