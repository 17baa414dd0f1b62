package dev.ukur.kpis;

import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages, as a person would write them in the file: four digits that matter, shares in per cent. */
final class WrittenNumber {

    private static final MathContext DIGITS = new MathContext(4);
    private static final double WHOLE_FROM = 1000;

    private WrittenNumber() {}

    /** A number of a metric. */
    static String of(double value, Metric metric) {
        return metric.unit() == MetricUnit.SHARE ? of(value * 100) + "%" : of(value);
    }

    /** A plain number; from a thousand on without digits after the point. */
    static String of(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        BigDecimal rounded = Math.abs(value) >= WHOLE_FROM
                ? number.setScale(0, java.math.RoundingMode.HALF_EVEN)
                : number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A share in whole per cent. */
    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
