package dev.ukur.stats.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maximum likelihood for models whose parameters are all positive. It works on the logarithms of the parameters and on
 * the mean of the likelihood, so that neither their size nor the number of customers matters to the search.
 *
 * @param parameters the best ones
 * @param logLikelihood of all data there
 * @param standardErrors empty when the likelihood is flat in some direction
 */
public record PositiveFit(double[] parameters, double logLikelihood, Optional<List<Double>> standardErrors) {

    /** Far beyond what customers are like: a parameter this large or (inverted) this small was on its way to the end. */
    private static final double FAR = 1e5;

    private static final double TOLERANCE = 1e-8;

    /**
     * Fits.
     *
     * @param meanLogLikelihood the function of the logarithms of the parameters, negative log-likelihood per unit
     * @param units how many units that mean is over
     * @param start the logarithms to start from
     */
    public static PositiveFit of(Objective meanLogLikelihood, double units, double[] start) {
        return of(Minimum.of(meanLogLikelihood, start, TOLERANCE), units);
    }

    /** The fit behind a minimum of the negative mean log-likelihood. */
    public static PositiveFit of(Minimum minimum, double units) {
        double[] parameters = minimum.at();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.exp(parameters[i]);
        }
        double[][] covariance = minimum.covariance();
        if (covariance.length == 0) {
            return new PositiveFit(parameters, -minimum.value() * units, Optional.empty());
        }
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            errors.add(parameters[i] * Math.sqrt(covariance[i][i] / units));
        }
        return new PositiveFit(parameters, -minimum.value() * units, Optional.of(errors));
    }

    /** Whether a parameter ran away. */
    public boolean ranAway() {
        for (double parameter : parameters) {
            if (!(parameter < FAR && parameter > 1 / FAR)) {
                return true;
            }
        }
        return false;
    }

    /** The model as a result, or the reason why its parameters mean nothing. */
    public <M> FitResult<M> as(M model) {
        if (ranAway()) {
            return new FitResult.Degenerate<>(Degeneracy.RUNS_AWAY);
        }
        return standardErrors
                .<FitResult<M>>map(errors -> new FitResult.Fitted<>(model, logLikelihood, errors))
                .orElseGet(() -> new FitResult.Degenerate<>(Degeneracy.FLAT));
    }
}
