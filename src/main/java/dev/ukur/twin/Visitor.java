package dev.ukur.twin;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A browser with its cookie. A person may use several, one after the other. */
final class Visitor {

    private final long id;
    private final Device device;
    private final Person person;
    private double warmth = 1;
    private long lastHit = Long.MIN_VALUE / 2;
    private boolean seen;
    private @Nullable YearMonth lastMonth;
    private int monthChannels;

    Visitor(long id, Device device, Person person) {
        this.id = id;
        this.device = device;
        this.person = person;
    }

    /** The cookie's id, 16 hexadecimal digits. */
    String anonymousId() {
        String hex = Long.toHexString(id);
        return "0".repeat(16 - hex.length()) + hex;
    }

    long id() {
        return id;
    }

    Device device() {
        return device;
    }

    Person person() {
        return person;
    }

    /** Readiness to buy on the next visit, 1 for a stranger. */
    double warmth() {
        return warmth;
    }

    void warm(double newWarmth) {
        warmth = newWarmth;
    }

    /** The moment of the last page or action. */
    long lastHit() {
        return lastHit;
    }

    void leave(long moment) {
        lastHit = moment;
    }

    /** Takes note of a visit that web analytics sees, and says what it is the first of. */
    Firsts noteTracked(YearMonth month, Channel channel) {
        boolean first = !seen;
        boolean firstOfMonth = !month.equals(lastMonth);
        int bit = 1 << channel.ordinal();
        boolean firstOfChannel = firstOfMonth || (monthChannels & bit) == 0;
        monthChannels = firstOfMonth ? bit : monthChannels | bit;
        lastMonth = month;
        seen = true;
        return new Firsts(first, firstOfMonth, firstOfChannel);
    }

    /**
     * What a tracked visit is the first of for its visitor.
     *
     * @param ever of all
     * @param ofMonth of the month
     * @param ofMonthAndChannel of the month through that channel
     */
    record Firsts(boolean ever, boolean ofMonth, boolean ofMonthAndChannel) {

        static final Firsts UNSEEN = new Firsts(false, false, false);
    }
}
