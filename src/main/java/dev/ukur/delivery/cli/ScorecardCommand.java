package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.ScorecardPage;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.Scorecard;
import java.util.Optional;

/** {@code ukur scorecard}: the main answer. */
final class ScorecardCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("scorecard").option("--as-of", "D|T").formats("table", "json", "html");
    }

    @Override
    public boolean onlyTells() {
        return true;
    }

    @Override
    public int run(Call call) {
        Optional<String> asOf = call.arguments().value("--as-of");
        try (Ukur ukur = call.open()) {
            print(call, ukur, scorecard(ukur, asOf), call.format(shape()));
            return Exit.DONE;
        }
    }

    /** A day is spoken of by all that is known now; a moment asks for the scorecard made then. */
    private static Scorecard scorecard(Ukur ukur, Optional<String> asOf) {
        return asOf.filter(text -> text.indexOf('T') >= 0)
                .map(text -> ukur.scorecardOf(
                        CallDates.moment("--as-of", text, ukur.settings().zone())))
                .orElseGet(() -> ukur.scorecard(
                        asOf.map(text -> CallDates.period("--as-of", text).last())));
    }

    /** Prints a scorecard in a form; what the reader must know goes to the problems' stream as well. */
    static void print(Call call, Ukur ukur, Scorecard scorecard, String format) {
        switch (format) {
            case "json" -> call.printLine(new JsonReports(call.say()).scorecard(scorecard));
            case "html" -> call.print(new ScorecardPage(call.say(), Version.text()).html(ukur.settings(), scorecard));
            default -> call.print(call.text().scorecard(ukur.settings().name(), scorecard));
        }
        call.tell(scorecard.warnings());
    }
}
