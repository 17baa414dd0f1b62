package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;

/** What went wrong in the shop and stands in no calendar: for the program to find. */
final class Faults {

    static final double CHECKOUT_LEFT = 0.3;
    static final double EVENTS_LOST = 0.35;

    private final Period checkout;
    private final Period tracking;

    Faults(LocalDate lastDay) {
        checkout = run(lastDay.minusDays(152), 9);
        tracking = run(lastDay.minusDays(70), 6);
    }

    /** Days on which the payment page of phones was broken. */
    Period checkout() {
        return checkout;
    }

    /** Days on which the tracking tag did not load for some visits. */
    Period tracking() {
        return tracking;
    }

    /** Factor on the probability that a begun checkout ends in an order. */
    double checkoutFactor(LocalDate day, Device device) {
        return device == Device.MOBILE && checkout.holds(day) ? CHECKOUT_LEFT : 1;
    }

    /** Probability that web analytics sees nothing of a visit. */
    double lossOn(LocalDate day) {
        return tracking.holds(day) ? EVENTS_LOST : 0;
    }

    private static Period run(LocalDate first, int days) {
        return new Period(first, first.plusDays(days - 1L));
    }
}
