package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Complete periods as a line, the last one marked. No data is a gap, never a zero; a last period that may still be restated
 * is dotted and its mark hollow; the target is a dashed line when it lies near enough to share the scale.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param values oldest first; empty where there are no data
 * @param ends name of the first and of the last period
 * @param target level to reach
 * @param provisional whether the last value may still change
 * @param brief how numbers of the scale are written
 */
public record Trend(
        String finding,
        List<Optional<Double>> values,
        Ends ends,
        Optional<Double> target,
        boolean provisional,
        DoubleFunction<String> brief) {

    private static final double LEFT = 46;
    private static final double RIGHT = 22;
    private static final double TOP = 12;
    private static final double FOOT = 20;

    /** The range is at least this share of the mean, so that noise is not magnified. */
    private static final double LEAST_RANGE = 0.2;

    /** A target further away than so many ranges of the data would flatten the line. */
    private static final double FAR = 2;

    /** The names of the first and the last period. */
    public record Ends(String first, String last) {}

    public Trend {
        values = List.copyOf(values);
    }

    /** The drawing at a size in CSS pixels; empty when no period has a value. */
    public Optional<String> draw(int width, int height) {
        List<Double> known = values.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Scale data = Scale.over(known, LEAST_RANGE, height - FOOT, TOP);
        Optional<Double> near = target.filter(level -> near(data, level));
        List<Double> shown = new ArrayList<>(known);
        near.ifPresent(shown::add);
        Scale scale = Scale.over(shown, LEAST_RANGE, height - FOOT, TOP);
        Svg svg = Svg.picture(width, height, finding);
        grid(svg, scale, width);
        near.ifPresent(level -> path(svg, scale.at(level), width));
        lines(svg, points(scale, width));
        names(svg, width, height);
        return Optional.of(svg.done());
    }

    private static boolean near(Scale data, double level) {
        double range = data.high() - data.low();
        return level > data.low() - FAR * range && level < data.high() + FAR * range;
    }

    private void grid(Svg svg, Scale scale, int width) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.line("grid", new Point(LEFT, y), new Point(width - RIGHT, y));
            svg.words("te tm", new Point(LEFT - 6, y + 4), brief.apply(tick));
        }
    }

    private static void path(Svg svg, double y, int width) {
        svg.line("l-path", new Point(LEFT, y), new Point(width - RIGHT, y));
    }

    private List<Optional<Point>> points(Scale scale, int width) {
        double step = values.size() < 2 ? 0 : (width - RIGHT - LEFT) / (values.size() - 1);
        List<Optional<Point>> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double x = values.size() < 2 ? width - RIGHT : LEFT + i * step;
            points.add(values.get(i).map(value -> new Point(x, scale.at(value))));
        }
        return points;
    }

    /** Runs of known points as lines; a lone point between gaps as a small dot; the last period as the mark. */
    private void lines(Svg svg, List<Optional<Point>> points) {
        int last = points.size() - 1;
        List<Point> run = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            boolean open = provisional && i == last && !run.isEmpty();
            if (open) {
                Point before = run.get(run.size() - 1);
                points.get(i).ifPresent(point -> svg.line("l-now l-now--open", before, point));
            } else {
                points.get(i).ifPresent(run::add);
            }
            if (points.get(i).isEmpty() || i == last) {
                run(svg, run);
                run.clear();
            }
        }
        points.get(last).ifPresent(point -> svg.dot(provisional ? "s-ring" : "f-now", point, 3.2));
    }

    private static void run(Svg svg, List<Point> run) {
        if (run.size() == 1) {
            svg.dot("f-now", run.get(0), 1.5);
        } else if (!run.isEmpty()) {
            StringBuilder steps = new StringBuilder();
            for (Point point : run) {
                steps.append(steps.length() == 0 ? "M" : "L").append(point);
            }
            svg.path("l-now", steps.toString());
        }
    }

    private void names(Svg svg, int width, int height) {
        double y = height - 4.0;
        if (values.size() > 1) {
            svg.words("tm", new Point(LEFT, y), ends.first());
        }
        svg.words("te tb", new Point(width - RIGHT + 6, y), ends.last());
    }
}
