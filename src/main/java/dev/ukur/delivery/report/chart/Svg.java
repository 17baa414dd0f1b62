package dev.ukur.delivery.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One drawing, written element by element in user units of a view box. Text is escaped. */
final class Svg {

    private static final double LETTER = 6.4;

    private final int width;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder spots = new StringBuilder();
    private final int head;

    private Svg(int width, int height, String attributes) {
        this.width = width;
        text.append("<svg viewBox=\"0 0 ").append(width).append(' ').append(height);
        text.append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" ");
        text.append(attributes);
        head = text.length();
        text.append('>');
    }

    /** Says where a row of the table behind the drawing stands in it, so that a script can find the one from the other. */
    Svg spot(int row, Point at) {
        spots.append(spots.isEmpty() ? "" : ",").append(row).append(' ').append(at);
        return this;
    }

    /** A picture with a finding. */
    static Svg picture(int width, int height, String finding) {
        return new Svg(width, height, "role=\"img\" aria-label=\"" + escape(finding) + "\"");
    }

    /** A mark beside a number that says the same. */
    static Svg mark(int width, int height) {
        return new Svg(width, height, "aria-hidden=\"true\"");
    }

    Svg line(String style, Point from, Point to) {
        return path(style, "M" + from + "L" + to);
    }

    Svg path(String style, String steps) {
        text.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(steps)
                .append("\"/>");
        return this;
    }

    /** A rectangle between two corners, in any order. */
    Svg bar(String style, Point one, Point other) {
        double left = Math.min(one.x(), other.x());
        double top = Math.min(one.y(), other.y());
        text.append("<rect class=\"").append(style).append("\" x=\"").append(number(left));
        text.append("\" y=\"").append(number(top));
        text.append("\" width=\"").append(number(Math.abs(one.x() - other.x())));
        text.append("\" height=\"")
                .append(number(Math.abs(one.y() - other.y())))
                .append("\"/>");
        return this;
    }

    Svg dot(String style, Point at, double radius) {
        text.append("<circle class=\"").append(style).append("\" cx=\"").append(number(at.x()));
        text.append("\" cy=\"").append(number(at.y()));
        text.append("\" r=\"").append(number(radius)).append("\"/>");
        return this;
    }

    Svg words(String style, Point at, String words) {
        text.append("<text class=\"").append(style).append("\" x=\"").append(number(at.x()));
        text.append("\" y=\"")
                .append(number(at.y()))
                .append("\">")
                .append(escape(words))
                .append("</text>");
        return this;
    }

    /** Words centred on a point, moved so far that they stay inside the drawing. */
    Svg centred(String style, Point at, String words) {
        double half = Math.min(width / 2.0, width(words) / 2);
        double x = Math.max(half, Math.min(width - half, at.x()));
        return words("tc " + style, new Point(x, at.y()), words);
    }

    /** About how wide words are. */
    static double width(String words) {
        return words.length() * LETTER;
    }

    /** The finished drawing. */
    String done() {
        if (!spots.isEmpty()) {
            text.insert(head, " data-spots=\"" + spots + "\"");
        }
        return text + "</svg>";
    }

    /** At most one decimal, without trailing zero. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A place in the drawing. */
    record Point(double x, double y) {

        @Override
        public String toString() {
            return number(x) + " " + number(y);
        }
    }
}
