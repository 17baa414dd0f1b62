package dev.ukur.delivery.report.text;

import dev.ukur.kpis.Scorecard.Point;
import java.util.List;
import java.util.Optional;

/** A trend of eight heights, one letter a period; a blank where there are no data. */
final class Blocks {

    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

    private Blocks() {}

    static String of(List<Point> trend) {
        List<Double> known =
                trend.stream().map(Point::value).flatMap(Optional::stream).toList();
        double low = known.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = known.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder text = new StringBuilder();
        trend.forEach(point ->
                text.append(point.value().map(value -> block(value, low, high)).orElse(' ')));
        return text.toString();
    }

    private static char block(double value, double low, double high) {
        int steps = HEIGHTS.length() - 1;
        int height = high == low ? steps / 2 : (int) Math.round((value - low) / (high - low) * steps);
        return HEIGHTS.charAt(height);
    }
}
