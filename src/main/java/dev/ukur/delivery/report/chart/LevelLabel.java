package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the label of a level stands: along it, above or below, where the line of values leaves it most room. */
final class LevelLabel {

    /** From the level to the foot of letters above it, and of those below it. */
    private static final double ABOVE = -5;

    private static final double BELOW = 14;
    /** From the foot of letters to their middle. */
    private static final double MIDDLE = 4;

    private static final double MARGIN = 4;
    private static final int LOOKS = 8;
    private static final int PLACES = 40;

    private final double width;
    private final List<Optional<Point>> points;

    private LevelLabel(double width, List<Optional<Point>> points) {
        this.width = width;
        this.points = points;
    }

    /**
     * The beginning of the label's foot.
     *
     * @param left where the level begins
     * @param level its height in the drawing
     * @param width of the label
     * @param points of the line, in order
     */
    static Point place(double left, double level, double width, List<Optional<Point>> points) {
        LevelLabel label = new LevelLabel(width, points);
        double right = points.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Point::x)
                .max()
                .orElse(left);
        double last = Math.max(left + MARGIN, right - MARGIN - width);
        double first = left + MARGIN;
        return IntStream.rangeClosed(0, PLACES)
                .mapToObj(place -> first + place * (last - first) / PLACES)
                .flatMap(x -> Stream.of(new Point(x, level + ABOVE), new Point(x, level + BELOW)))
                .max(Comparator.comparingDouble(label::room))
                .orElseThrow();
    }

    /** How near the line comes to the middle of a label that begins there. */
    private double room(Point begin) {
        return IntStream.rangeClosed(0, LOOKS)
                .mapToDouble(look -> begin.x() + look * width / LOOKS)
                .flatMap(x -> height(x).stream().mapToDouble(y -> Math.abs(y - (begin.y() - MIDDLE))))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private Optional<Double> height(double x) {
        for (int i = 1; i < points.size(); i++) {
            Optional<Point> before = points.get(i - 1);
            Optional<Point> after = points.get(i);
            if (before.isPresent()
                    && after.isPresent()
                    && x >= before.get().x()
                    && x <= after.get().x()) {
                double part =
                        (x - before.get().x()) / (after.get().x() - before.get().x());
                return Optional.of(before.get().y()
                        + part * (after.get().y() - before.get().y()));
            }
        }
        return Optional.empty();
    }
}
