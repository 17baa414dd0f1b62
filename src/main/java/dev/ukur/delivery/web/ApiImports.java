package dev.ukur.delivery.web;

import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.time.WrittenDates;

/** Files sent to be imported at once, or looked at only. */
final class ApiImports {

    private ApiImports() {}

    static Reply load(Visit visit) {
        Uploads uploads = visit.uploads();
        if (visit.files().isEmpty()) {
            throw new ProblemException(Problem.error("web-no-file", Location.nowhere()));
        }
        String sending = uploads.keep(visit.files());
        try {
            ImportReport report = visit.ukur().load(uploads.of(sending), options(visit));
            return Reply.json(new JsonReports(visit.say()).imports(FileNames.only(report)) + "\n");
        } finally {
            uploads.drop(sending);
        }
    }

    private static ImportOptions options(Visit visit) {
        return new ImportOptions(
                visit.sent("profile"),
                visit.sent("period").map(text -> WrittenDates.period("period", text)),
                visit.sent("dry-run").filter("true"::equals).isPresent());
    }
}
