package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A share that changes with time passed, with the band of its intervals: how many are left, how many come back. Drawn as
 * steps, a value holds until the next one.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param points by time, rising
 * @param course how points are joined
 * @param axes what is written along them
 */
public record Curve(String finding, List<At> points, Course course, Axes axes) {

    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double FOOT = 36;
    private static final double LABEL = 46;

    /** A value at a time, with the ends of its interval. */
    public record At(double time, double low, double value, double high) {}

    /** How points are joined. */
    public enum Course {
        /** Straight from one to the next. */
        LINE,
        /** Level until the next one. */
        STEPS
    }

    /** What is written: numbers of the scale, times below, what the times are, and the last value. */
    public record Axes(
            DoubleFunction<String> value, DoubleFunction<String> time, String times, DoubleFunction<String> last) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** The drawing at a size in CSS pixels; empty with fewer than two points. */
    public Optional<String> draw(int width, int height) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        double most = points.stream().mapToDouble(At::high).max().orElse(1);
        Scale up = new Scale(0, most > 0 ? most : 1, height - FOOT, TOP);
        At end = points.get(points.size() - 1);
        Scale along = new Scale(points.get(0).time(), end.time(), LEFT, width - RIGHT);
        Svg svg = Svg.picture(width, height, finding);
        for (double tick : up.ticks()) {
            svg.line("grid", new Point(LEFT, up.at(tick)), new Point(width - RIGHT, up.at(tick)));
            svg.words(
                    "te tm", new Point(LEFT - 6, up.at(tick) + 4), axes.value().apply(tick));
        }
        List<Point> low = corners(along, up, At::low);
        Collections.reverse(low);
        svg.path(
                "f-band",
                through(corners(along, up, At::high)) + "L" + through(low).substring(1) + "Z");
        svg.path("l-now", through(corners(along, up, At::value)));
        svg.dot("f-now", new Point(along.at(end.time()), up.at(end.value())), 3);
        svg.words(
                "te tb halo",
                new Point(width - RIGHT, up.at(end.high()) - 6),
                axes.last().apply(end.value()));
        for (int i = 0; i < points.size(); i++) {
            svg.spot(
                    i,
                    new Point(
                            along.at(points.get(i).time()), up.at(points.get(i).value())));
        }
        times(svg, along, new Point(width, height));
        return Optional.of(svg.done());
    }

    /** As many times as have room. */
    private void times(Svg svg, Scale along, Point corner) {
        double step = (along.to() - along.from()) / (points.size() - 1);
        int each = (int) Math.max(1, Math.ceil(LABEL / step));
        for (int i = 0; i < points.size(); i += each) {
            double time = points.get(i).time();
            svg.centred(
                    "tm",
                    new Point(along.at(time), corner.y() - 20),
                    axes.time().apply(time));
        }
        svg.words("te tm", new Point(corner.x() - RIGHT, corner.y() - 4), axes.times());
    }

    private List<Point> corners(Scale along, Scale up, ToDoubleFunction<At> of) {
        List<Point> corners = new ArrayList<>();
        for (At at : points) {
            double x = along.at(at.time());
            if (course == Course.STEPS && !corners.isEmpty()) {
                corners.add(new Point(x, corners.get(corners.size() - 1).y()));
            }
            corners.add(new Point(x, up.at(of.applyAsDouble(at))));
        }
        return corners;
    }

    private static String through(List<Point> corners) {
        StringBuilder steps = new StringBuilder("M");
        for (int i = 0; i < corners.size(); i++) {
            steps.append(i == 0 ? "" : "L").append(corners.get(i));
        }
        return steps.toString();
    }
}
