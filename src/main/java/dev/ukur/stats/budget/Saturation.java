package dev.ukur.stats.budget;

/** Curves on which more spending brings ever less. */
@FunctionalInterface
public interface Saturation {

    /** The response to a spend, not negative. */
    double at(double spend);

    /** Hill: {@code x^α / (x^α + k^α)}: half the most at k. */
    static Saturation hill(double alpha, double half) {
        return x -> x <= 0 ? 0 : 1 / (1 + Math.pow(half / x, alpha));
    }

    /** Michaelis and Menten: {@code most x / (half + x)}. */
    static Saturation michaelisMenten(double most, double half) {
        return x -> most * x / (half + x);
    }

    /** Logistic: {@code (1 - e^(-λx)) / (1 + e^(-λx))}. */
    static Saturation logistic(double lambda) {
        return x -> Math.tanh(lambda * x / 2);
    }

    /** Logarithmic: {@code b log(1 + x / k)}. */
    static Saturation logarithmic(double b, double k) {
        return x -> b * Math.log1p(x / k);
    }
}
