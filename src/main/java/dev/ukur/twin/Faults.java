package dev.ukur.twin;

import dev.ukur.time.Period;
import dev.ukur.twin.Incident.Kind;
import java.time.LocalDate;
import java.util.List;

/** What the incidents of a shop do to it. */
final class Faults {

    static final double CHECKOUT_LEFT = 0.3;
    static final double TRACKED = 0.65;

    private final List<Incident> incidents;

    Faults(List<Incident> incidents) {
        this.incidents = List.copyOf(incidents);
    }

    /** The demo's: the payment page of phones is broken for nine days, the tracking tag does not load for six. */
    static List<Incident> usual(LocalDate lastDay) {
        return List.of(
                new Incident(Kind.CHECKOUT, run(lastDay.minusDays(152), 9), Device.MOBILE.word(), CHECKOUT_LEFT),
                new Incident(Kind.TRACKING, run(lastDay.minusDays(70), 6), "", TRACKED));
    }

    /** What is left of something on a day and at a place, 1 for all. */
    double left(Kind kind, LocalDate day, String place) {
        double left = 1;
        for (Incident incident : incidents) {
            left *= incident.holds(kind, day, place) ? incident.left() : 1;
        }
        return left;
    }

    /** Probability that web analytics sees nothing of a visit. */
    double lossOn(LocalDate day) {
        return 1 - left(Kind.TRACKING, day, "");
    }

    private static Period run(LocalDate first, int days) {
        return new Period(first, first.plusDays(days - 1L));
    }
}
