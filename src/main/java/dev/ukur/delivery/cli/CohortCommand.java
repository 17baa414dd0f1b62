package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.insights.customers.VisitorCohort;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.util.List;

/** {@code ukur cohort}: who comes again. */
final class CohortCommand extends FindingCommand {

    private static final List<Grain> GRAINS = List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER);
    private static final List<String> OF = List.of("customers", "visitors");

    @Override
    public Shape shape() {
        return Shape.of("cohort")
                .option("--of", "customers|visitors")
                .option("--grain", "week|month|quarter")
                .option("--by", "DIM")
                .option("--only", "NAME")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        String of = arguments.value("--of").orElse("customers");
        if (!OF.contains(of)) {
            throw unknown("--of", of, OF);
        }
        boolean visitors = of.equals("visitors");
        String word = arguments.value("--grain").orElse(visitors ? "week" : "month");
        Grain grain = Grain.of(word)
                .filter(GRAINS::contains)
                .orElseThrow(() -> unknown(
                        "--grain", word, GRAINS.stream().map(Grain::word).toList()));
        String by = arguments.value("--by").orElse("channel");
        return visitors
                ? new VisitorCohort(grain, by, arguments.value("--only"))
                : new Cohort(grain, by, arguments.value("--only"));
    }

    private static ProblemException unknown(String option, String value, List<String> known) {
        return new ProblemException(Problem.error("clv-unknown-choice", Location.nowhere())
                .with("option", option)
                .with("value", value)
                .with("known", String.join(", ", known)));
    }
}
