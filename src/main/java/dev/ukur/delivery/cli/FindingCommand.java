package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.FindingPage;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import java.time.LocalDate;
import java.util.Optional;

/** A command that asks for a finding; what it asks is its own, how a finding is told is the same for all. */
abstract class FindingCommand implements Command {

    /** The forms of every finding. */
    static final String[] FORMATS = {"table", "json", "html"};

    /** The question of a call. */
    abstract Analysis question(Call call);

    @Override
    public final boolean onlyTells() {
        return true;
    }

    @Override
    public final int run(Call call) {
        try (Ukur ukur = call.open()) {
            Analysis question = question(call);
            Finding finding =
                    AskedEngine.of(call) == AskedEngine.TRINO ? ukur.lake().find(question) : ukur.find(question);
            switch (call.format(shape())) {
                case "json" ->
                    call.printLine(new JsonReports(call.say())
                            .finding(finding, ukur.settings().currency()));
                case "html" -> call.print(new FindingPage(call.say(), Version.text()).html(ukur.settings(), finding));
                default -> call.print(call.text().finding(finding));
            }
            call.tell(finding.provenance().warnings());
            return Exit.DONE;
        }
    }

    /** The last day of {@code --as-of}. */
    static Optional<LocalDate> asOf(Call call) {
        return call.arguments()
                .value("--as-of")
                .map(text -> CallDates.period("--as-of", text).last());
    }
}
