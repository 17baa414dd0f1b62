package dev.ukur.stats.customer;

import java.util.List;

/** A fitted model of repeat purchases. Times are in the unit of the histories it was fitted to. */
public interface RepeatModel {

    /** The parameters, in the order of the literature. */
    List<Double> parameters();

    /** The probability that a customer with this history has not dropped out yet. */
    double alive(History history);

    /** The purchases to expect of a customer with this history in the time after it. */
    double expected(History history, double time);

    /** The repeat purchases to expect of a new customer in a time. */
    double expected(double time);
}
