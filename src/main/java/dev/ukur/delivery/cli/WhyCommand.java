package dev.ukur.delivery.cli;

import dev.ukur.delivery.ask.WrittenDisplay;
import dev.ukur.insights.Analysis;
import dev.ukur.insights.why.Why;
import dev.ukur.metrics.Comparison;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.util.Optional;

/** {@code ukur why KPI}: what moved it. */
final class WhyCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("why")
                .operands("KPI", 1, 1)
                .option("--from", "D")
                .option("--to", "D")
                .option("--compare", String.join("|", Comparison.words()))
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        return new Why(
                arguments.operands().get(0),
                days(call),
                arguments
                        .value("--compare")
                        .map(word -> WrittenDisplay.comparison("--compare", word))
                        .orElse(Comparison.PREVIOUS));
    }

    /** The days of {@code --from} and {@code --to}; one of them alone names its whole day, month or year. */
    static Optional<Period> days(Call call) {
        Optional<Period> from = call.arguments().value("--from").map(text -> CallDates.period("--from", text));
        Optional<Period> to = call.arguments().value("--to").map(text -> CallDates.period("--to", text));
        if (from.isEmpty() || to.isEmpty()) {
            return from.or(() -> to);
        }
        if (to.get().last().isBefore(from.get().first())) {
            throw new ProblemException(Problem.error("period-backwards", Location.nowhere())
                    .with("first", from.get().first())
                    .with("last", to.get().last()));
        }
        return Optional.of(new Period(from.get().first(), to.get().last()));
    }
}
