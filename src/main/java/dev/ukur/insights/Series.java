package dev.ukur.insights;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.stats.Interval;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric's values in the complete periods of a grain, in order; a period of which days are missing or not final, or nothing
 * is known, is left out.
 *
 * @param points oldest first
 * @param answer the whole answer, for its provenance
 */
public record Series(List<Point> points, Answer answer) {

    /** The value of one complete period, with its 95 % interval where the metric has one. */
    public record Point(Period period, double value, Optional<Interval> interval) {}

    public Series {
        points = List.copyOf(points);
    }

    /** The history of a subject, cut by a grain. */
    public static Series of(Desk desk, Subject subject, Grain grain) {
        Answer answer = desk.metrics().query(subject.history(grain));
        Answer.Meta meta = answer.meta();
        List<Point> points = new ArrayList<>();
        int time = time(answer);
        for (int row = 0; time >= 0 && row < answer.rows().size(); row++) {
            LocalDate first = (LocalDate) answer.rows().get(row).get(time);
            if (first == null || meta.partial().contains(first)) {
                continue;
            }
            Period period = desk.settings().calendar().around(grain, first);
            boolean told = meta.completeUntil()
                    .filter(day -> !period.last().isAfter(day))
                    .isPresent();
            Optional<Double> value = answer.number(row, subject.metric().name());
            if (told
                    && value.isPresent()
                    && answer.unsettled(Optional.of(first), subject.metric().name())
                            .isEmpty()) {
                points.add(new Point(period, value.get(), interval(answer, row, subject)));
            }
        }
        return new Series(points, answer);
    }

    /** The point of a period, if it is complete and known. */
    public Optional<Point> at(Period period) {
        return points.stream().filter(point -> point.period().equals(period)).findFirst();
    }

    /** The last complete period. */
    public Optional<Point> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /** Where the time column stands; -1 when nothing is known and there is none. */
    private static int time(Answer answer) {
        for (int i = 0; i < answer.columns().size(); i++) {
            if (answer.columns().get(i).kind() == Kind.TIME) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Interval> interval(Answer answer, int row, Subject subject) {
        String name = subject.metric().name();
        boolean has = answer.columns().stream().anyMatch(column -> column.name().equals(name + "_low"));
        return has
                ? answer.number(row, name + "_low")
                        .flatMap(low -> answer.number(row, name + "_high").map(high -> new Interval(low, high)))
                : Optional.empty();
    }
}
