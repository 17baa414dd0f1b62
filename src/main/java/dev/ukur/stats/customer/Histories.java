package dev.ukur.stats.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many customers' histories, equal ones put together, in an order that does not depend on the order given: fits of
 * permuted customers are equal to the last digit.
 */
final class Histories {

    /** The places that fit into the low bits of a key. */
    private static final long PLACES = 1 << 20;

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
        History[] sorted = sorted(histories);
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

    /**
     * In order of repeats, time watched and time of the last. Comparing objects costs more than all the rest of a fit, so
     * they are put by repeats first, then sorted by as many bits of the time watched as fit beside their place, and only
     * what those bits do not tell apart is compared.
     */
    private static History[] sorted(List<History> histories) {
        History[] given = histories.toArray(History[]::new);
        if (given.length > PLACES) {
            Arrays.sort(given, Histories::compare);
            return given;
        }
        int most = 0;
        for (History history : given) {
            most = Math.max(most, history.repeats());
        }
        int[] ends = new int[most + 2];
        for (History history : given) {
            ends[history.repeats() + 1]++;
        }
        for (int x = 1; x < ends.length; x++) {
            ends[x] += ends[x - 1];
        }
        long[] keys = new long[given.length];
        int[] next = ends.clone();
        for (int i = 0; i < given.length; i++) {
            long watched = Double.doubleToLongBits(given[i].watched());
            keys[next[given[i].repeats()]++] = watched & -PLACES | i;
        }
        History[] sorted = new History[given.length];
        for (int x = 0; x <= most; x++) {
            Arrays.sort(keys, ends[x], ends[x + 1]);
        }
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = given[(int) (keys[i] & PLACES - 1)];
        }
        settle(sorted, keys, ends);
        return sorted;
    }

    /** Sorts the runs of equal keys within equal repeats. */
    private static void settle(History[] sorted, long[] keys, int[] ends) {
        for (int x = 0; x + 1 < ends.length; x++) {
            int from = ends[x];
            for (int i = ends[x] + 1; i <= ends[x + 1]; i++) {
                if (i == ends[x + 1] || (keys[i] & -PLACES) != (keys[from] & -PLACES)) {
                    if (i - from > 1) {
                        Arrays.sort(sorted, from, i, Histories::compare);
                    }
                    from = i;
                }
            }
        }
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
