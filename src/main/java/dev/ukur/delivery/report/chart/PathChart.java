package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * A KPI's complete periods, the target as a dashed level, and the forecast of the period that holds the due date as a fan that
 * opens from the last value. No data is a gap.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param values oldest first; empty where there are no data
 * @param names of the first, the last and the due period
 * @param target level to reach, with its label
 * @param forecast of the due period, with its label
 * @param brief how numbers of the scale are written
 */
public record PathChart(
        String finding,
        List<Optional<Double>> values,
        Names names,
        Optional<Level> target,
        Optional<Fan> forecast,
        DoubleFunction<String> brief) {

    private static final double LEFT = 52;
    private static final double TOP = 18;
    private static final double FOOT = 24;
    private static final double LEAST_RANGE = 0.2;
    /** The share of the width that the future takes. */
    private static final double FUTURE = 0.22;

    /**
     * Names of periods under the drawing.
     *
     * @param row of the table behind the drawing in which the first period stands; the others follow
     */
    public record Names(String first, String last, String due, int row) {

        /** Of a drawing of the whole table. */
        public Names(String first, String last, String due) {
            this(first, last, due, 0);
        }
    }

    /** A level and its label. */
    public record Level(double value, String label) {}

    /** A forecast, its 80 % interval and its label. */
    public record Fan(double low, double value, double high, String label) {}

    public PathChart {
        values = List.copyOf(values);
    }

    /** The drawing at a size in CSS pixels; empty when no period has a value. */
    public Optional<String> draw(int width, int height) {
        List<Double> shown =
                new ArrayList<>(values.stream().flatMap(Optional::stream).toList());
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        target.ifPresent(level -> shown.add(level.value()));
        forecast.ifPresent(fan -> shown.addAll(List.of(fan.low(), fan.high())));
        Scale scale = Scale.over(shown, LEAST_RANGE, height - FOOT, TOP);
        Svg svg = Svg.picture(width, height, finding);
        for (double tick : scale.ticks()) {
            svg.line("grid", new Point(LEFT, scale.at(tick)), new Point(width - 8.0, scale.at(tick)));
            svg.words("te tm", new Point(LEFT - 6, scale.at(tick) + 4), brief.apply(tick));
        }
        double now = forecast.isPresent() ? width - (width - LEFT) * FUTURE : width - 12.0;
        List<Optional<Point>> points = points(scale, now);
        target.ifPresent(level -> level(svg, new Point(width, scale.at(level.value())), level.label(), points));
        fan(svg, scale, new Point(now, 0), width);
        line(svg, points);
        names(svg, now, new Point(width, height));
        return Optional.of(svg.done());
    }

    private static void level(Svg svg, Point end, String label, List<Optional<Point>> points) {
        svg.line("l-path", new Point(LEFT, end.y()), new Point(end.x() - 8, end.y()));
        svg.words("halo", LevelLabel.place(LEFT, end.y(), Svg.width(label), points), label);
    }

    /** Where the values stand, the last one at {@code now}; none where there are no data. */
    private List<Optional<Point>> points(Scale scale, double now) {
        double step = values.size() < 2 ? 0 : (now - LEFT) / (values.size() - 1);
        return IntStream.range(0, values.size())
                .mapToObj(i ->
                        values.get(i).map(value -> new Point(now - (values.size() - 1 - i) * step, scale.at(value))))
                .toList();
    }

    private void fan(Svg svg, Scale scale, Point now, int width) {
        Optional<Double> last = values.get(values.size() - 1);
        if (forecast.isEmpty() || last.isEmpty()) {
            return;
        }
        Fan fan = forecast.get();
        Point from = new Point(now.x(), scale.at(last.get()));
        double x = width - 12.0;
        svg.path(
                "f-80",
                "M" + from + "L" + new Point(x, scale.at(fan.high())) + "L" + new Point(x, scale.at(fan.low())) + "Z");
        svg.line("l-fc", from, new Point(x, scale.at(fan.value())));
        svg.words("te t-fc halo", new Point(width - 8.0, scale.at(fan.high()) - 6), fan.label());
    }

    private void line(Svg svg, List<Optional<Point>> points) {
        StringBuilder steps = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).isPresent()) {
                Point point = points.get(i).get();
                steps.append(open ? "L" : "M").append(point);
                svg.spot(names.row() + i, point);
                svg.dot("f-now", point, i == points.size() - 1 ? 4 : 2);
            }
            open = points.get(i).isPresent();
        }
        svg.path("l-now", steps.toString());
    }

    private void names(Svg svg, double now, Point corner) {
        double y = corner.y() - 6;
        svg.words("tm", new Point(LEFT, y), names.first());
        if (forecast.isPresent()) {
            svg.words("te tb", new Point(now + 8, y), names.last());
            svg.words("te tm", new Point(corner.x() - 8, y), names.due());
        } else {
            svg.words("te tb", new Point(corner.x() - 8, y), names.last());
        }
    }
}
