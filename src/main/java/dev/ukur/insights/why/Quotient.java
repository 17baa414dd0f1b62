package dev.ukur.insights.why;

import dev.ukur.stats.impact.Decomposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The change of one sum of chains over another, split over the drivers of both sides by Shapley's value: each is moved from
 * then to now in all orders of the others, and what that does is averaged.
 *
 * @param parts the drivers; days are one, whatever chains they stand in
 * @param above the places of the parts whose product each chain is
 * @param below the same of what is divided by
 */
record Quotient(List<Part> parts, List<int[]> above, List<int[]> below) {

    /** A driver of a branch. */
    private record Part(Branch.Step step, Optional<String> member) {

        Part(Branch branch, Branch.Step step) {
            this(step, step.of().isDays() ? Optional.empty() : branch.member());
        }
    }

    /** The drivers of both sides with what each did; none when moving them would divide by 0. */
    static List<Factor> of(List<Branch> above, List<Branch> below, Asking asking, Periods periods) {
        Set<Part> known = new LinkedHashSet<>();
        List.of(above, below)
                .forEach(side ->
                        side.forEach(branch -> branch.steps().forEach(step -> known.add(new Part(branch, step)))));
        List<Part> parts = List.copyOf(known);
        return new Quotient(parts, places(above, parts), places(below, parts)).factors(asking, periods);
    }

    private static List<int[]> places(List<Branch> side, List<Part> parts) {
        return side.stream()
                .map(branch -> branch.steps().stream()
                        .mapToInt(step -> parts.indexOf(new Part(branch, step)))
                        .toArray())
                .toList();
    }

    private List<Factor> factors(Asking asking, Periods periods) {
        double[] before = new double[parts.size()];
        double[] after = new double[parts.size()];
        for (int i = 0; i < before.length; i++) {
            Optional<Double> then = Split.value(parts.get(i).step(), asking, periods.before());
            Optional<Double> now = Split.value(parts.get(i).step(), asking, periods.after());
            before[i] = then.or(() -> now).orElse(0.0);
            after[i] = now.or(() -> then).orElse(0.0);
        }
        double[] did = Decomposition.any(before, after, values -> sum(above, values) / sum(below, values));
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < did.length && Arrays.stream(did).allMatch(Double::isFinite); i++) {
            Part part = parts.get(i);
            // Days are in both sides; where they do nothing they are no driver.
            if (!part.step().of().isDays() || did[i] != 0) {
                factors.add(new Factor(part.step(), part.member(), before[i], after[i], did[i], 1));
            }
        }
        return factors;
    }

    private static double sum(List<int[]> chains, double[] values) {
        return chains.stream()
                .mapToDouble(chain ->
                        Arrays.stream(chain).mapToDouble(i -> values[i]).reduce(1, (left, right) -> left * right))
                .sum();
    }
}
