package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from baseline to target on one line, with where we are now and what is forecast. Right always helps the goal:
 * for a metric that should fall, smaller numbers lie to the right.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param lowerIsBetter whether the metric should fall
 * @param now value of the last complete period
 * @param baseline with its label
 * @param target with its label
 * @param forecast of the period that holds the due date
 */
public record TargetLine(
        String finding,
        boolean lowerIsBetter,
        double now,
        Optional<Labelled> baseline,
        Optional<Labelled> target,
        Optional<Band> forecast) {

    private static final int HEIGHT = 48;
    private static final double MIDDLE = 27;
    private static final double EDGE = 6;

    /** A number and the words beside it. */
    public record Labelled(double value, String label) {}

    /** A forecast and its interval. */
    public record Band(double low, double value, double high) {}

    /** The drawing at a width in CSS pixels. */
    public String draw(int width) {
        Scale scale = scale(width);
        Svg svg = Svg.picture(width, HEIGHT, finding);
        svg.line("grid", new Point(EDGE, MIDDLE), new Point(width - EDGE, MIDDLE));
        forecast.ifPresent(band -> band(svg, scale, band));
        baseline.ifPresent(start -> way(svg, scale, start));
        target.ifPresent(goal -> goal(svg, scale, goal));
        svg.dot("f-now", new Point(scale.at(now), MIDDLE), 4.5);
        return svg.done();
    }

    private Scale scale(int width) {
        List<Double> values = new ArrayList<>(List.of(now));
        baseline.ifPresent(start -> values.add(start.value()));
        target.ifPresent(goal -> values.add(goal.value()));
        forecast.ifPresent(band -> values.addAll(List.of(band.low(), band.high())));
        double left = lowerIsBetter ? width - EDGE : EDGE;
        double right = lowerIsBetter ? EDGE : width - EDGE;
        return Scale.over(values, 0.01, left, right).padded(0.05);
    }

    private static void band(Svg svg, Scale scale, Band band) {
        svg.bar("f-80", new Point(scale.at(band.low()), MIDDLE - 6), new Point(scale.at(band.high()), MIDDLE + 6));
        double x = scale.at(band.value());
        svg.line("s-fc", new Point(x, MIDDLE - 6), new Point(x, MIDDLE + 6));
    }

    private void way(Svg svg, Scale scale, Labelled start) {
        double x = scale.at(start.value());
        svg.bar("f-now", new Point(x, MIDDLE - 1.5), new Point(scale.at(now), MIDDLE + 1.5));
        svg.line("s-thin", new Point(x, MIDDLE - 6), new Point(x, MIDDLE + 6));
        svg.centred("tm", new Point(x, HEIGHT - 2), start.label());
    }

    private static void goal(Svg svg, Scale scale, Labelled goal) {
        double x = scale.at(goal.value());
        svg.bar("f-now", new Point(x - 1.5, MIDDLE - 11), new Point(x + 1.5, MIDDLE + 9));
        svg.centred("", new Point(x, 10), goal.label());
    }
}
