package dev.ukur.stats.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of fitting a model: the fitted model, or why there is none. A fit whose parameters the data do not determine
 * is reported, never returned.
 *
 * @param <M> the model
 */
public sealed interface FitResult<M> {

    /** One answer for each case. */
    <R> R match(Function<Fitted<M>, R> fitted, Function<Degenerate<M>, R> degenerate);

    /** The fitted model, or empty. */
    default Optional<Fitted<M>> fitted() {
        return match(Optional::of, none -> Optional.empty());
    }

    /**
     * A model whose parameters the data determine.
     *
     * @param model with its parameters
     * @param logLikelihood of all data
     * @param standardErrors of the parameters, in the model's order, from the curvature of the likelihood
     */
    record Fitted<M>(M model, double logLikelihood, List<Double> standardErrors) implements FitResult<M> {

        public Fitted {
            standardErrors = List.copyOf(standardErrors);
        }

        @Override
        public <R> R match(Function<Fitted<M>, R> fitted, Function<Degenerate<M>, R> degenerate) {
            return fitted.apply(this);
        }
    }

    /**
     * No model.
     *
     * @param why the reason
     */
    record Degenerate<M>(Degeneracy why) implements FitResult<M> {

        @Override
        public <R> R match(Function<Fitted<M>, R> fitted, Function<Degenerate<M>, R> degenerate) {
            return degenerate.apply(this);
        }
    }
}
