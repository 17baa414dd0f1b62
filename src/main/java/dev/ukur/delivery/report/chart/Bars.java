package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.List;
import java.util.Optional;

/**
 * Bars from zero, one below the other, each with its name and its number; the ends of an interval as a thin line over the
 * bar's end.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param bars in order, none below zero
 */
public record Bars(String finding, List<Bar> bars) {

    private static final int WIDE = 600;
    private static final double NAMES = 190;
    private static final double NUMBERS = 190;
    private static final int LONGEST_WIDE = 28;
    private static final int LONGEST_NARROW = 30;
    private static final double THICK = 16;
    private static final double ROW = 30;
    private static final double NARROW_ROW = 46;

    /**
     * One bar.
     *
     * @param row what it draws
     * @param value its length
     * @param ends of the interval around it; equal to the value where there is none
     */
    public record Bar(Row row, double value, Ends ends) {}

    /**
     * A row of the table behind a drawing.
     *
     * @param index from 0 on
     * @param name of what it measures
     * @param words its number as people read it
     */
    public record Row(int index, String name, String words) {}

    /** The ends of an interval. */
    public record Ends(double low, double high) {}

    public Bars {
        bars = List.copyOf(bars);
    }

    /** The drawing at a width in CSS pixels; empty when there is nothing longer than zero. */
    public Optional<String> draw(int width) {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.ends().high()))
                .max()
                .orElse(0);
        if (!(most > 0)) {
            return Optional.empty();
        }
        boolean wide = width >= WIDE;
        double row = wide ? ROW : NARROW_ROW;
        Svg svg = Svg.picture(width, (int) Math.ceil(row * bars.size() + 4), finding);
        Scale scale = wide ? new Scale(0, most, NAMES, width - NUMBERS) : new Scale(0, most, 1, width - 2.0);
        for (int i = 0; i < bars.size(); i++) {
            double top = row * i + (wide ? 4 : 20);
            bar(svg, scale, bars.get(i), top);
            svg.spot(bars.get(i).row().index(), new Point(scale.at(bars.get(i).value()), top + THICK / 2));
            names(svg, bars.get(i), top, wide ? width : -width);
        }
        return Optional.of(svg.done());
    }

    private static void bar(Svg svg, Scale scale, Bar bar, double top) {
        double middle = top + THICK / 2;
        svg.bar("f-bar", new Point(scale.at(0), top), new Point(scale.at(bar.value()), top + THICK));
        if (bar.ends().high() > bar.ends().low()) {
            double low = scale.at(bar.ends().low());
            double high = scale.at(bar.ends().high());
            svg.path(
                    "s-now",
                    "M" + new Point(low, middle) + "L" + new Point(high, middle) + end(low, middle)
                            + end(high, middle));
        }
    }

    private static String end(double x, double middle) {
        return "M" + new Point(x, middle - 4) + "L" + new Point(x, middle + 4);
    }

    /** Beside the bar on a wide drawing, above it on a narrow one, whose width comes below zero. */
    private static void names(Svg svg, Bar bar, double top, int width) {
        if (width > 0) {
            svg.words("te", new Point(NAMES - 10, top + 12), cut(bar.row().name(), LONGEST_WIDE));
            svg.words("tm", new Point(width - NUMBERS + 10, top + 12), bar.row().words());
        } else {
            svg.words("", new Point(0, top - 6), cut(bar.row().name(), LONGEST_NARROW));
            svg.words("te tm", new Point(-width, top - 6), bar.row().words());
        }
    }

    private static String cut(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest - 1) + "…";
    }
}
