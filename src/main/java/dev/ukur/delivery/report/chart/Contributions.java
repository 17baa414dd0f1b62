package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.ContributionBar.Weight;
import dev.ukur.delivery.report.chart.Svg.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What parts did to a whole, one row each. With the whole before and after it is a waterfall: each bar begins where the one above
 * ended. Without, each begins at one axis. Right always helps the goal, so where less is better pushes come with their sign turned.
 *
 * @param finding what the drawing says, for those who do not see it
 * @param whole before and after; empty where it is not told
 * @param steps in order
 */
public record Contributions(String finding, Optional<Whole> whole, List<Step> steps) {

    private static final int WIDE = 600;
    private static final double NAMES = 250;
    private static final double NUMBERS = 110;
    private static final int LONGEST = 38;
    private static final double THICK = 14;
    private static final double ROW = 26;
    private static final double NARROW_ROW = 44;
    private static final double PADDED = 0.04;

    /**
     * A part.
     *
     * @param row what it draws
     * @param push how far, to the right where it helps
     * @param weight what it means
     */
    public record Step(Bars.Row row, double push, Weight weight) {}

    /** The whole before and after, at the places where the first bar begins and the last one ends. */
    public record Whole(Total before, Total after) {}

    /** A total: its name, its place and its number in words. */
    public record Total(String name, double at, String words) {}

    public Contributions {
        steps = List.copyOf(steps);
    }

    /** The drawing at a width in CSS pixels; empty when nothing pushes. */
    public Optional<String> draw(int width) {
        if (steps.stream().allMatch(step -> step.push() == 0)) {
            return Optional.empty();
        }
        double row = width >= WIDE ? ROW : NARROW_ROW;
        int rows = steps.size() + (whole.isPresent() ? 2 : 0);
        Sheet sheet = new Sheet(Svg.picture(width, (int) Math.ceil(row * rows + 4), finding), width, scale(width));
        double at = whole.map(total -> total.before().at()).orElse(0.0);
        double top = 0;
        if (whole.isPresent()) {
            sheet.total(whole.get().before(), top);
            top += row;
        } else {
            sheet.axis(row * rows);
        }
        for (Step step : steps) {
            sheet.step(step, at, top);
            sheet.svg().spot(step.row().index(), new Point(sheet.scale().at(at + step.push()), sheet.bar(top)));
            at = whole.isPresent() ? at + step.push() : at;
            top += row;
        }
        if (whole.isPresent()) {
            sheet.total(whole.get().after(), top);
        }
        return Optional.of(sheet.svg().done());
    }

    /** From the leftmost place that a bar reaches to the rightmost. */
    private Scale scale(int width) {
        DoubleStream.Builder places = DoubleStream.builder();
        double at = whole.map(total -> total.before().at()).orElse(0.0);
        places.add(at);
        for (Step step : steps) {
            places.add(at + step.push());
            at = whole.isPresent() ? at + step.push() : at;
        }
        whole.ifPresent(total -> places.add(total.after().at()));
        double[] all = places.build().sorted().toArray();
        boolean wide = width >= WIDE;
        return new Scale(all[0], all[all.length - 1], wide ? NAMES : 2, wide ? width - NUMBERS : width - 2.0)
                .padded(PADDED);
    }

    /** The paper drawn on: on a wide one the names stand beside the bars, on a narrow one above them. */
    private record Sheet(Svg svg, int width, Scale scale) {

        private boolean wide() {
            return width >= WIDE;
        }

        private double bar(double top) {
            return top + (wide() ? 6 : 22);
        }

        private void axis(double height) {
            svg.line("axis", new Point(scale.at(0), 0), new Point(scale.at(0), height));
        }

        private void total(Total total, double top) {
            double x = scale.at(total.at());
            double middle = bar(top);
            svg.bar("f-now", new Point(x - 1.5, middle - 2), new Point(x + 1.5, middle + THICK + 2));
            names("tb", total.name(), total.words(), top);
        }

        private void step(Step step, double from, double top) {
            double y = bar(top);
            svg.bar(
                    step.weight().style(),
                    new Point(scale.at(from), y),
                    new Point(scale.at(from + step.push()), y + THICK));
            names("", step.row().name(), step.row().words(), top);
        }

        private void names(String style, String name, String words, double top) {
            double line = bar(top) + (wide() ? 11 : -6);
            svg.words(style, new Point(0, line), cut(name));
            svg.words((style + " te").strip(), new Point(width, line), words);
        }

        private static String cut(String name) {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }
}
