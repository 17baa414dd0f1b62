package dev.ukur.twin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A finished visit to the web shop.
 *
 * @param visitor who
 * @param touch where from
 * @param start the moment of the first hit
 * @param hits what happened, in order of their seconds
 * @param tracked whether web analytics saw it
 * @param firsts what it is the first of; nothing when not tracked
 */
record Visit(Visitor visitor, Touch touch, long start, List<Hit> hits, boolean tracked, Visitor.Firsts firsts) {

    private static final int ENGAGED_SECONDS = 10;

    /** The local day it belongs to: the one it began on. */
    LocalDate day() {
        return Jakarta.day(start);
    }

    YearMonth month() {
        return YearMonth.from(day());
    }

    Channel channel() {
        return touch.channel();
    }

    /** Seconds from first to last hit. */
    int seconds() {
        return hits.get(hits.size() - 1).second();
    }

    int count(Hit.Kind kind) {
        int count = 0;
        for (Hit hit : hits) {
            count += hit.kind() == kind ? 1 : 0;
        }
        return count;
    }

    /** Ten seconds, two pages or a conversion. */
    boolean engaged() {
        return seconds() >= ENGAGED_SECONDS
                || count(Hit.Kind.PAGE) >= 2
                || hits.stream().anyMatch(hit -> hit.kind().conversion());
    }

    /** The orders placed in it. */
    List<WebOrder> orders() {
        return hits.stream().map(Hit::order).filter(order -> order != null).toList();
    }
}
