package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.util.Optional;

/** {@code ukur cohort}: who comes back. */
final class CohortCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("cohort")
                .option("--grain", "week|month|quarter")
                .option("--by", "DIM")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        String word = call.arguments().value("--grain").orElse("month");
        Optional<Grain> grain =
                Grain.of(word).filter(one -> one == Grain.WEEK || one == Grain.MONTH || one == Grain.QUARTER);
        return new Cohort(
                grain.orElseThrow(() -> new ProblemException(Problem.error("clv-unknown-choice", Location.nowhere())
                        .with("option", "--grain")
                        .with("value", word)
                        .with("known", "week, month, quarter"))),
                call.arguments().value("--by").orElse("channel"));
    }
}
