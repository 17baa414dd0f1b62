package dev.ukur.delivery.report.chart;

import dev.ukur.delivery.report.chart.Svg.Point;

/**
 * A bar from a middle axis: to the right it helps the goal, to the left it hurts.
 *
 * @param push size and side, -1..1 of half the width
 * @param weight what the bar says
 */
public record ContributionBar(double push, Weight weight) {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 12;
    private static final double AXIS = WIDTH / 2.0;

    /** Which way a driver moved the goal. */
    public enum Weight {
        HELPS("f-good"),
        HURTS("f-bad"),
        UNKNOWN("f-bar");

        private final String style;

        Weight(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    /** The drawing; it is hidden from readers of the page, because the number stands beside it. */
    public String draw() {
        double length = Math.max(-1, Math.min(1, push)) * (AXIS - 1);
        return Svg.mark(WIDTH, HEIGHT)
                .line("axis", new Point(AXIS, 0), new Point(AXIS, HEIGHT))
                .bar(weight.style, new Point(AXIS, 2), new Point(AXIS + length, HEIGHT - 2.0))
                .done();
    }
}
