package dev.ukur.insights.why;

import dev.ukur.stats.impact.Decomposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The change of a number split over its drivers. Contributions and rest sum to the change, whatever the order of drivers.
 *
 * @param factors in the order of the tree
 * @param rest the part of the change that belongs to no branch, such as orders of no sales channel
 */
record Split(List<Factor> factors, double rest) {

    Split {
        factors = List.copyOf(factors);
    }

    /**
     * Splits a change over a tree.
     *
     * @param change of the number asked about
     */
    static Split of(DriverTree tree, Asking asking, Periods periods, double change) {
        List<Branch> above = known(tree.branches(), asking, periods);
        List<Factor> factors = tree.below().isEmpty()
                ? above.stream()
                        .flatMap(branch -> factors(branch, asking, periods).stream())
                        .toList()
                : Quotient.of(above, known(tree.below(), asking, periods), asking, periods);
        return new Split(
                factors,
                change - factors.stream().mapToDouble(Factor::contribution).sum());
    }

    private static List<Branch> known(List<Branch> branches, Asking asking, Periods periods) {
        return branches.stream()
                .map(branch -> branch.keeping(
                        link -> asking.total(link, periods.before()).isPresent()
                                && asking.total(link, periods.after()).isPresent()))
                .filter(branch -> !branch.chain().isEmpty())
                .toList();
    }

    private static List<Factor> factors(Branch branch, Asking asking, Periods periods) {
        List<Branch.Step> steps = branch.steps();
        double[] before = new double[steps.size()];
        double[] after = new double[steps.size()];
        for (int i = 0; i < before.length; i++) {
            Optional<Double> then = value(steps.get(i), asking, periods.before());
            Optional<Double> now = value(steps.get(i), asking, periods.after());
            // Where nothing came that far the step is not known; it counts as unchanged, and the one before as 0.
            before[i] = then.or(() -> now).orElse(0.0);
            after[i] = now.or(() -> then).orElse(0.0);
        }
        double[] parts = product(before, after);
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            factors.add(new Factor(steps.get(i), branch.member(), before[i], after[i], parts[i], 1));
        }
        return factors;
    }

    static Optional<Double> value(Branch.Step step, Asking asking, dev.ukur.time.Period days) {
        double of = asking.total(step.of(), days).orElseThrow();
        double over =
                step.over().map(link -> asking.total(link, days).orElseThrow()).orElse(1.0);
        return over == 0 ? Optional.empty() : Optional.of(of / over);
    }

    /** By the logarithmic mean, which weighs all orders alike; where a part is 0, by Shapley's value. */
    private static double[] product(double[] before, double[] after) {
        boolean positive = Arrays.stream(before).allMatch(value -> value > 0)
                && Arrays.stream(after).allMatch(value -> value > 0);
        return positive
                ? Decomposition.product(before, after)
                : Decomposition.any(
                        before, after, parts -> Arrays.stream(parts).reduce(1, (left, right) -> left * right));
    }
}
