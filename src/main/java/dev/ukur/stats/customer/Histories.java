package dev.ukur.stats.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many customers' histories, equal ones put together, in an order that does not depend on the order given: fits of
 * permuted customers are equal to the last digit.
 */
final class Histories {

    private final int[] repeats;
    private final double[] last;
    private final double[] watched;
    private final double[] weight;
    private final double customers;

    private Histories(List<History> groups, double[] weights) {
        int size = groups.size();
        repeats = new int[size];
        last = new double[size];
        watched = new double[size];
        weight = weights;
        for (int i = 0; i < size; i++) {
            repeats[i] = groups.get(i).repeats();
            last[i] = groups.get(i).last();
            watched[i] = groups.get(i).watched();
        }
        customers = Arrays.stream(weights).sum();
    }

    /** Puts histories together. */
    static Histories of(List<History> histories) {
        History[] sorted = histories.toArray(History[]::new);
        Arrays.sort(sorted, Histories::compare);
        double[] weights = new double[sorted.length];
        int groups = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (groups == 0 || compare(sorted[i], sorted[groups - 1]) != 0) {
                sorted[groups++] = sorted[i];
            }
            weights[groups - 1]++;
        }
        return new Histories(Arrays.asList(sorted).subList(0, groups), Arrays.copyOf(weights, groups));
    }

    private static int compare(History a, History b) {
        int order = Integer.compare(a.repeats(), b.repeats());
        if (order == 0) {
            order = Double.compare(a.watched(), b.watched());
        }
        return order != 0 ? order : Double.compare(a.last(), b.last());
    }

    /** About so many customers, evenly over their order, so that they stand for all. */
    Histories some(int wanted) {
        long step = Math.max(1, (long) (customers / wanted));
        List<History> chosen = new ArrayList<>();
        double[] weights = new double[size()];
        double passed = step / 2.0;
        for (int i = 0; i < size(); i++) {
            double before = Math.floor(passed / step);
            passed += weight[i];
            double taken = Math.floor(passed / step) - before;
            if (taken > 0) {
                weights[chosen.size()] = taken;
                chosen.add(new History(repeats[i], last[i], watched[i]));
            }
        }
        return new Histories(chosen, Arrays.copyOf(weights, chosen.size()));
    }

    int size() {
        return repeats.length;
    }

    int repeats(int i) {
        return repeats[i];
    }

    double last(int i) {
        return last[i];
    }

    double watched(int i) {
        return watched[i];
    }

    double weight(int i) {
        return weight[i];
    }

    double customers() {
        return customers;
    }

    /** How long a customer in the middle of the order was watched. */
    double typicalWatch() {
        return watched[size() / 2];
    }

    int mostRepeats() {
        return size() == 0 ? 0 : repeats[size() - 1];
    }
}
