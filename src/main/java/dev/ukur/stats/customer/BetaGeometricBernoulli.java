package dev.ukur.stats.customer;

import dev.ukur.stats.Beta;
import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.Objective;
import dev.ukur.stats.fit.PositiveFit;
import java.util.List;

/**
 * The BG/BB model for occasions that come in rounds (a yearly gift): at each one a living customer buys with a
 * probability that differs as Beta(α, β), and dies before it with one that differs as Beta(γ, δ). Source: Fader, Hardie
 * and Shang 2010, Marketing Science 29:1086, formula 7.
 *
 * @param alpha of the buying probabilities
 * @param beta of the buying probabilities
 * @param gamma of the dying probabilities
 * @param delta of the dying probabilities
 */
public record BetaGeometricBernoulli(double alpha, double beta, double gamma, double delta) {

    /**
     * Customers with the same history.
     *
     * @param bought x, the rounds with a purchase
     * @param last the last of them; 0 for none
     * @param rounds n, all rounds watched
     * @param customers how many they are
     */
    public record Group(int bought, int last, int rounds, double customers) {

        public Group {
            if (bought < 0 || bought > last || last > rounds || (bought == 0) != (last == 0) || !(customers > 0)) {
                throw new IllegalArgumentException(
                        "no history of %d purchases, the last in %d of %d".formatted(bought, last, rounds));
            }
        }
    }

    /** Fits by maximum likelihood. */
    public static FitResult<BetaGeometricBernoulli> fit(List<Group> groups) {
        double customers = groups.stream().mapToDouble(Group::customers).sum();
        if (groups.stream().noneMatch(group -> group.bought() > 0)) {
            return new FitResult.Degenerate<>(Degeneracy.NOTHING_HAPPENED);
        }
        Objective objective = Objective.of(at -> {
            BetaGeometricBernoulli model =
                    of(new double[] {Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3])});
            double sum = 0;
            for (Group group : groups) {
                sum += group.customers() * model.logLikelihood(group);
            }
            return -sum / customers;
        });
        PositiveFit fit = PositiveFit.of(objective, customers, new double[4]);
        return fit.as(of(fit.parameters()));
    }

    /** α, β, γ and δ. */
    public List<Double> parameters() {
        return List.of(alpha, beta, gamma, delta);
    }

    private static BetaGeometricBernoulli of(double[] p) {
        return new BetaGeometricBernoulli(p[0], p[1], p[2], p[3]);
    }

    private double logLikelihood(Group group) {
        int x = group.bought();
        double all = Beta.logFunction(alpha, beta) + Beta.logFunction(gamma, delta);
        double sum = Math.exp(Beta.logFunction(alpha + x, beta + group.rounds() - x)
                + Beta.logFunction(gamma, delta + group.rounds())
                - all);
        for (int dead = group.last(); dead < group.rounds(); dead++) {
            sum += Math.exp(
                    Beta.logFunction(alpha + x, beta + dead - x) + Beta.logFunction(gamma + 1, delta + dead) - all);
        }
        return Math.log(sum);
    }
}
