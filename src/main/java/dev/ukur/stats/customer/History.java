package dev.ukur.stats.customer;

/**
 * A customer's purchases since the first one. Purchases of one day count once.
 *
 * @param repeats x, the repeat purchases
 * @param last t_x, the time of the last one since the first purchase; 0 without repeats
 * @param watched T, the time since the first purchase
 */
public record History(int repeats, double last, double watched) {

    public History {
        boolean consistent = repeats == 0 ? last == 0 : last > 0;
        if (repeats < 0 || !consistent || !(last <= watched) || Double.isInfinite(watched)) {
            throw new IllegalArgumentException(
                    "no history of %d repeats, the last at %s of %s".formatted(repeats, last, watched));
        }
    }
}
