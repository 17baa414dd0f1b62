package dev.ukur.kpis;

import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A metric's numbers as facts of a problem; how they are written is the reader's language's. */
final class WrittenNumber {

    private static final double WHOLE_FROM = 1000;

    private WrittenNumber() {}

    /** A number of a metric: a share where it is one. */
    static Object of(double value, Metric metric) {
        return metric.unit() == MetricUnit.SHARE ? Share.of(value) : of(value);
    }

    /** A plain number; from a thousand on without digits after the point. */
    static BigDecimal of(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        return Math.abs(value) >= WHOLE_FROM ? number.setScale(0, RoundingMode.HALF_EVEN) : number;
    }

    /** A share in whole per cent. */
    static Share percent(double share) {
        return new Share(BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_EVEN));
    }
}
