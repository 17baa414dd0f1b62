package dev.ukur.delivery.lab.truth;

import java.util.Map;

/** Who computes which family. */
final class Families {

    private Families() {}

    /** Our values of a family by case; none for a family that is not computed. */
    static Map<String, double[]> compute(String family, Truth truth) {
        return switch (family) {
            case "proportions" -> ProportionCases.compute();
            case "sequential_calibration" -> CoverageCases.compute();
            case "special" -> SpecialCases.compute();
            case "clv" -> CustomerCases.compute(truth);
            case "clv_extra" -> CustomerCases.computeExtra(truth);
            case "retention" -> RetentionCases.compute(truth);
            case "attribution" -> AttributionCases.compute(truth);
            case "forecast" -> ForecastCases.compute(truth);
            case "intervals" -> ForecastCases.computeIntervals(truth);
            case "impact" -> ImpactCases.compute(truth);
            case "mmm" -> BudgetCases.compute(truth);
            default -> Map.of();
        };
    }
}
