package dev.ukur.insights.why;

import dev.ukur.stats.impact.Decomposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The change of a number split over the members of a dimension. Of a sum each member has its own change; of a ratio each
 * has what its own ratio changed and what its share of the whole changed. All parts sum to the change.
 *
 * @param dimension by name
 * @param pieces one a member, in order of the alphabet
 * @param ratio whether a ratio was split, so that members have a share of the whole too
 * @param reversed whether every member moved one way and the whole the other: Simpson's reversal
 */
record Cut(String dimension, List<Piece> pieces, boolean ratio, boolean reversed) {

    private static final double EXACT = 1e-9;
    private static final double MATERIAL = 0.02;

    /**
     * A member.
     *
     * @param before its own number then; empty when there was nothing
     * @param after its own number now
     * @param rate contribution of its own number's change; of a sum all of it
     * @param mix contribution of its share of the whole
     */
    record Piece(String member, Optional<Double> before, Optional<Double> after, double rate, double mix) {

        double contribution() {
            return rate + mix;
        }
    }

    Cut {
        pieces = List.copyOf(pieces);
    }

    /** Of a sum; empty when it has not the dimension or its members do not add up. */
    static Optional<Cut> ofSum(Link link, String dimension, Asking asking, Periods periods) {
        return both(link, dimension, asking, periods).map(sides -> {
            List<Piece> pieces = new ArrayList<>();
            for (String member : sides.members()) {
                double before = sides.before().getOrDefault(member, 0.0);
                double after = sides.after().getOrDefault(member, 0.0);
                pieces.add(new Piece(member, Optional.of(before), Optional.of(after), after - before, 0));
            }
            return new Cut(dimension, pieces, false, false);
        });
    }

    /** Of a ratio; empty when one of its sides has not the dimension or does not add up. */
    static Optional<Cut> ofRatio(Branch.Step step, String dimension, Asking asking, Periods periods) {
        Optional<Sides> above = both(step.of(), dimension, asking, periods);
        Optional<Sides> below = step.over().flatMap(over -> both(over, dimension, asking, periods));
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        Set<String> members = new TreeSet<>(below.get().members());
        if (!members.containsAll(above.get().members())) {
            return Optional.empty(); // numerators of members without a denominator have no ratio
        }
        List<String> names = List.copyOf(members);
        double[][] volumes = new double[2][names.size()];
        double[][] rates = new double[2][names.size()];
        for (int i = 0; i < names.size(); i++) {
            for (int side = 0; side < 2; side++) {
                volumes[side][i] = below.get().of(side).getOrDefault(names.get(i), 0.0);
                double part = above.get().of(side).getOrDefault(names.get(i), 0.0);
                if (volumes[side][i] == 0 && part != 0) {
                    return Optional.empty();
                }
                rates[side][i] = volumes[side][i] == 0 ? Double.NaN : part / volumes[side][i];
            }
        }
        return Optional.of(ratio(dimension, names, volumes, rates));
    }

    /** The member of the largest contribution in the direction of the change. */
    Optional<Piece> largest(double change) {
        return pieces.stream()
                .filter(piece -> piece.contribution() * change > 0)
                .max(java.util.Comparator.comparingDouble(piece -> Math.abs(piece.contribution())));
    }

    private static Cut ratio(String dimension, List<String> names, double[][] volumes, double[][] rates) {
        double[] all = {sum(volumes[0]), sum(volumes[1])};
        double[][] shares = new double[2][names.size()];
        double[][] known = {rates[0].clone(), rates[1].clone()};
        for (int i = 0; i < names.size(); i++) {
            shares[0][i] = volumes[0][i] / all[0];
            shares[1][i] = volumes[1][i] / all[1];
            // A member that was not there has the ratio it has now: all of its effect is that it is there.
            known[0][i] = Double.isNaN(known[0][i]) ? known[1][i] : known[0][i];
            known[1][i] = Double.isNaN(known[1][i]) ? known[0][i] : known[1][i];
        }
        for (double[] side : known) {
            for (int i = 0; i < side.length; i++) {
                side[i] = Double.isNaN(side[i]) ? 0 : side[i];
            }
        }
        Decomposition.RateMixVolume split = Decomposition.rateMixVolume(shares, known);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            pieces.add(
                    new Piece(names.get(i), number(rates[0][i]), number(rates[1][i]), split.rate()[i], split.mix()[i]));
        }
        return new Cut(dimension, pieces, true, reversed(shares, known));
    }

    /** Members of 2 % or more of the whole that all moved against it. */
    private static boolean reversed(double[][] shares, double[][] rates) {
        double change = 0;
        for (int i = 0; i < rates[0].length; i++) {
            change += shares[1][i] * rates[1][i] - shares[0][i] * rates[0][i];
        }
        int against = 0;
        for (int i = 0; i < rates[0].length; i++) {
            boolean material = Math.min(shares[0][i], shares[1][i]) >= MATERIAL;
            if (material && (rates[1][i] - rates[0][i]) * change >= 0) {
                return false;
            }
            against += material ? 1 : 0;
        }
        return against >= 2 && change != 0;
    }

    private static Optional<Double> number(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /** Members with their numbers in both periods. */
    private record Sides(Map<String, Double> before, Map<String, Double> after) {

        Map<String, Double> of(int side) {
            return side == 0 ? before : after;
        }

        Set<String> members() {
            Set<String> members = new TreeSet<>(before.keySet());
            members.addAll(after.keySet());
            return members;
        }
    }

    private static Optional<Sides> both(Link link, String dimension, Asking asking, Periods periods) {
        Optional<Map<String, Double>> before = asking.cut(link, dimension, periods.before());
        Optional<Map<String, Double>> after = asking.cut(link, dimension, periods.after());
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().size() + after.get().size() < 3) {
            return Optional.empty();
        }
        boolean whole = adds(before.get(), asking.total(link, periods.before()))
                && adds(after.get(), asking.total(link, periods.after()));
        return whole ? Optional.of(new Sides(before.get(), after.get())) : Optional.empty();
    }

    /** People counted once in the whole are counted in each channel they came by: such numbers are not split. */
    private static boolean adds(Map<String, Double> members, Optional<Double> whole) {
        double sum = members.values().stream().mapToDouble(Double::doubleValue).sum();
        return whole.filter(total -> Math.abs(total - sum) <= EXACT * Math.max(1, Math.abs(total)))
                .isPresent();
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }
}
