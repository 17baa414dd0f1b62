package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.ScorecardPage;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.Scorecard;
import java.time.LocalDate;
import java.util.Optional;

/** {@code ukur scorecard}: the main answer. */
final class ScorecardCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("scorecard").option("--as-of", "D").formats("table", "json", "html");
    }

    @Override
    public boolean onlyTells() {
        return true;
    }

    @Override
    public int run(Call call) {
        Optional<LocalDate> asOf = call.arguments()
                .value("--as-of")
                .map(text -> CallDates.period("--as-of", text).last());
        try (Ukur ukur = call.open()) {
            print(call, ukur, ukur.scorecard(asOf), call.format(shape()));
            return Exit.DONE;
        }
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
