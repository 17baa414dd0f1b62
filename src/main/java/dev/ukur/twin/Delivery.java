package dev.ukur.twin;

/**
 * What an ad did on a day, by its platform's account: platforms claim more orders than the shop has.
 *
 * @param impressions times shown
 * @param reach people shown to
 * @param clicks times clicked
 * @param spendCents hundredths of a rupiah
 * @param conversionHundredths hundredths of an order
 * @param value rupiah of those orders
 */
record Delivery(long impressions, long reach, long clicks, long spendCents, long conversionHundredths, long value) {

    static final Delivery NONE = new Delivery(0, 0, 0, 0, 0, 0);

    Delivery plus(Delivery other) {
        return new Delivery(
                impressions + other.impressions,
                reach + other.reach,
                clicks + other.clicks,
                spendCents + other.spendCents,
                conversionHundredths + other.conversionHundredths,
                value + other.value);
    }
}
