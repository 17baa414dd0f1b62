package dev.ukur.delivery.report;

import dev.ukur.i18n.Formats;
import dev.ukur.model.MetricUnit;
import org.jspecify.annotations.Nullable;

/** Numbers of metrics as people read them: the unit decides how. */
public final class MetricNumbers {

    /** Counts from here on are written whole. */
    private static final double WHOLE_FROM = 100;

    private final Formats formats;

    public MetricNumbers(Formats formats) {
        this.formats = formats;
    }

    /** A value with its unit: {@code Rp 138.453}, {@code 2,18 %}. */
    public String text(MetricUnit unit, @Nullable Number value) {
        return switch (unit) {
            case COUNT -> formats.count(value);
            case MONEY -> formats.money(value);
            case SHARE -> formats.share(value);
            case RATIO -> formats.ratio(value);
            case DAYS -> formats.daysLong(value);
            case SECONDS -> formats.seconds(value);
        };
    }

    /** A value without its unit, beside one that has it. */
    public String bare(MetricUnit unit, @Nullable Number value) {
        return switch (unit) {
            case MONEY -> formats.amount(value);
            case SHARE -> formats.percent(value);
            case DAYS -> formats.count(value);
            default -> text(unit, value);
        };
    }

    /** A value in short form, for axes. */
    public String brief(MetricUnit unit, double value) {
        return switch (unit) {
            case COUNT, MONEY, RATIO -> formats.brief(value);
            default -> text(unit, value);
        };
    }

    /**
     * The size of a difference between a value and another, without sign: of shares in percentage points; of counts as
     * finely as the greater of the two is written, so that a reader's own subtraction agrees.
     */
    public String size(MetricUnit unit, double value, double other) {
        double size = Math.abs(value - other);
        if (unit == MetricUnit.COUNT && Math.max(Math.abs(value), Math.abs(other)) >= WHOLE_FROM) {
            return formats.count(Math.abs(Math.round(value) - Math.round(other)));
        }
        return unit == MetricUnit.SHARE ? unsigned(formats.points(size)) : text(unit, size);
    }

    /** A difference with its sign. */
    public String change(MetricUnit unit, double difference) {
        return unit == MetricUnit.SHARE
                ? formats.points(difference)
                : formats.signed(difference, text(unit, difference));
    }

    /** Two ends of an interval without unit: {@code 2.248–2.471}. */
    public String interval(MetricUnit unit, double low, double high) {
        return formats.interval(bare(unit, low), bare(unit, high));
    }

    private static String unsigned(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }
}
