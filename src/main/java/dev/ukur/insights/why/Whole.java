package dev.ukur.insights.why;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Series;
import dev.ukur.insights.Series.Point;
import dev.ukur.insights.Subject;
import dev.ukur.metrics.Anatomy;
import dev.ukur.metrics.Answer;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The number asked about in both periods.
 *
 * @param before its value then
 * @param after its value now
 * @param p how likely a change of this size is when nothing but chance moved it; empty when that cannot be said
 */
record Whole(double before, double after, Optional<Double> p) {

    private static final int LEAST_CHANGES = 9;

    double change() {
        return after - before;
    }

    /** Empty when the number is unknown in one of the periods. */
    static Optional<Whole> of(Desk desk, Subject subject, Asking asking, Periods periods) {
        Optional<Double> before = value(subject, asking, periods.before());
        Optional<Double> after = value(subject, asking, periods.after());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Optional<Anatomy> anatomy = desk.metrics().anatomy(subject.metric());
        Optional<Double> p = anatomy.filter(Anatomy::adds)
                .flatMap(parts -> chance(parts, asking, periods))
                .or(() -> fromHistory(desk, subject, after.get() - before.get()));
        return Optional.of(new Whole(before.get(), after.get(), p));
    }

    static Optional<Double> value(Subject subject, Asking asking, Period days) {
        Answer answer = asking.ask(subject.total(days));
        return answer.rows().isEmpty()
                ? Optional.empty()
                : answer.number(0, subject.metric().name());
    }

    private static Optional<Double> chance(Anatomy anatomy, Asking asking, Periods periods) {
        List<Anatomy.Part> parts = anatomy.parts();
        Link first = Link.of(parts.get(0).measure());
        if (anatomy.isRatio()) {
            return Optional.of(ofRatio(first, Link.of(parts.get(1).measure()), asking, periods));
        }
        return anatomy.isOnePart() ? Optional.of(ofDays(first, asking, periods)) : Optional.empty();
    }

    static double ofRatio(Link of, Link over, Asking asking, Periods periods) {
        return MoveByChance.ofRatio(both(of, asking, periods), both(over, asking, periods));
    }

    static double ofDays(Link link, Asking asking, Periods periods) {
        return MoveByChance.ofDays(both(link, asking, periods), new int[] {
            periods.before().first().getDayOfWeek().getValue() - 1,
            periods.after().first().getDayOfWeek().getValue() - 1
        });
    }

    private static double[][] both(Link link, Asking asking, Periods periods) {
        return new double[][] {asking.daily(link, periods.before()), asking.daily(link, periods.after())};
    }

    /** How many earlier changes from one period to the next were as large: for numbers that are no sums over days. */
    private static Optional<Double> fromHistory(Desk desk, Subject subject, double change) {
        List<Point> points = Series.of(desk, subject, subject.grain()).points();
        int changes = points.size() - 2;
        if (changes < LEAST_CHANGES) {
            return Optional.empty();
        }
        int larger = 0;
        for (int i = 1; i <= changes; i++) {
            double earlier = points.get(i).value() - points.get(i - 1).value();
            larger += Math.abs(earlier) >= Math.abs(change) ? 1 : 0;
        }
        return Optional.of((1.0 + larger) / (1 + changes));
    }
}
