package dev.ukur.stats.customer;

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

    /** The chosen customers, each with the number of those like him. */
    private Histories(Columns from, int[] chosen, double[] weights) {
        int size = chosen.length;
        repeats = new int[size];
        last = new double[size];
        watched = new double[size];
        weight = weights;
        for (int i = 0; i < size; i++) {
            repeats[i] = from.repeats[chosen[i]];
            last[i] = from.last[chosen[i]];
            watched[i] = from.watched[chosen[i]];
        }
        customers = Arrays.stream(weights).sum();
    }

    /** Puts histories together. */
    static Histories of(List<History> histories) {
        Columns given = new Columns(histories);
        int[] order = given.order();
        double[] weights = new double[order.length];
        int groups = 0;
        for (int place : order) {
            if (groups == 0 || !given.same(place, order[groups - 1])) {
                order[groups++] = place;
            }
            weights[groups - 1]++;
        }
        return new Histories(given, Arrays.copyOf(order, groups), Arrays.copyOf(weights, groups));
    }

    /** Customers in some order, a column for each of their numbers. */
    private record Columns(int[] repeats, double[] last, double[] watched) {

        Columns(List<History> histories) {
            this(new int[histories.size()], new double[histories.size()], new double[histories.size()]);
            int i = 0;
            for (History history : histories) {
                repeats[i] = history.repeats();
                last[i] = history.last();
                watched[i++] = history.watched();
            }
        }

        boolean same(int one, int other) {
            return repeats[one] == repeats[other] && last[one] == last[other] && watched[one] == watched[other];
        }

        /**
         * Their places by repeats, time watched and time of the last, whose bits sort as they do because none is negative.
         * By digits, because comparing costs more than all the rest of a fit.
         */
        int[] order() {
            int size = repeats.length;
            int[] order = new int[size];
            long[] counts = new long[size];
            long[] lasts = new long[size];
            long[] watches = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
                counts[i] = repeats[i];
                lasts[i] = Double.doubleToLongBits(last[i] + 0.0); // no -0
                watches[i] = Double.doubleToLongBits(watched[i] + 0.0);
            }
            return Digits.sort(Digits.sort(Digits.sort(order, lasts), watches), counts);
        }
    }

    /** About so many customers, evenly over their order, so that they stand for all. */
    Histories some(int wanted) {
        long step = Math.max(1, (long) (customers / wanted));
        int[] chosen = new int[size()];
        double[] weights = new double[size()];
        int groups = 0;
        double passed = step / 2.0;
        for (int i = 0; i < size(); i++) {
            double before = Math.floor(passed / step);
            passed += weight[i];
            double taken = Math.floor(passed / step) - before;
            if (taken > 0) {
                weights[groups] = taken;
                chosen[groups++] = i;
            }
        }
        Columns all = new Columns(repeats, last, watched);
        return new Histories(all, Arrays.copyOf(chosen, groups), Arrays.copyOf(weights, groups));
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
