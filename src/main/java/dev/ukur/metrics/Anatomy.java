package dev.ukur.metrics;

import dev.ukur.model.MetricUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a metric's number is made of. A part is a measure, which may be asked for like a metric by its name here.
 */
public final class Anatomy {

    /** What a part is asked by: no metric's name has a dot. */
    static final String PREFIX = "measure.";

    private final List<Part> parts;
    private final Formula formula;
    private final boolean adds;

    /**
     * A measure under a metric.
     *
     * @param measure its name in the catalogue
     * @param adds whether it is a sum or count over rows, so that days and members add up to the whole
     */
    public record Part(String measure, MetricUnit unit, boolean adds) {

        /** The name under which its numbers are asked. */
        public String asked() {
            return asked(measure);
        }

        /** The name under which the numbers of a measure are asked. */
        public static String asked(String measure) {
            return PREFIX + measure;
        }
    }

    Anatomy(Formula formula, List<Part> parts) {
        this.formula = formula;
        this.parts = List.copyOf(parts);
        this.adds = parts.stream().allMatch(Part::adds);
    }

    /** The measures of the formula, each once, in order of appearance. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether every part adds up over days and members of a dimension. */
    public boolean adds() {
        return adds;
    }

    /** Whether the number is one measure and nothing else. */
    public boolean isOnePart() {
        return formula instanceof Formula.Name;
    }

    /** Whether the number is one measure over another and nothing else. */
    public boolean isRatio() {
        return parts.size() == 2
                && formula instanceof Formula.Binary binary
                && binary.operator() == Operator.DIVIDE
                && binary.left() instanceof Formula.Name
                && binary.right() instanceof Formula.Name;
    }

    /**
     * The number for other values of the parts.
     *
     * @param values in the order of the parts
     * @return empty where it cannot be formed, such as over a divisor of 0
     */
    public Optional<Double> value(double[] values) {
        return FormulaValue.of(formula, name -> {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).measure().equals(name)) {
                    return Optional.of(values[i]);
                }
            }
            return Optional.empty();
        });
    }
}
