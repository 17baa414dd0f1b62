package dev.ukur.twin;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A list to draw from by weight. */
final class Weighted<T> {

    private final List<T> members;
    private final double[] reach;

    Weighted(List<T> members, ToDoubleFunction<T> weight) {
        this.members = List.copyOf(members);
        reach = new double[members.size()];
        double sum = 0;
        for (int i = 0; i < reach.length; i++) {
            sum += weight.applyAsDouble(this.members.get(i));
            reach[i] = sum;
        }
    }

    T draw(Dice dice) {
        double point = dice.unit() * reach[reach.length - 1];
        int at = 0;
        while (at < reach.length - 1 && reach[at] <= point) {
            at++;
        }
        return members.get(at);
    }
}
