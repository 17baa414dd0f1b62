package dev.ukur.delivery.web;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.Preview;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files by their last name: in which folder the server put them is nobody's business. */
final class FileNames {

    private FileNames() {}

    /** {@code a.zip!b.csv} of {@code /somewhere/a.zip!b.csv}. */
    static String last(String file) {
        int member = file.indexOf('!');
        String path = member < 0 ? file : file.substring(0, member);
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return file.substring(slash + 1);
    }

    static ImportReport only(ImportReport report) {
        Map<String, Preview> previews = new LinkedHashMap<>();
        report.previews().forEach((file, preview) -> previews.put(last(file), preview));
        return new ImportReport(report.files().stream().map(FileNames::only).toList(), previews, report.state());
    }

    private static FileReport only(FileReport file) {
        return file.named(
                last(file.file()), file.problems().stream().map(FileNames::only).toList());
    }

    private static Problem only(Problem problem) {
        Location at = problem.at();
        Map<String, Object> facts = new LinkedHashMap<>();
        problem.facts()
                .forEach((name, value) ->
                        facts.put(name, value instanceof String text && text.startsWith("/") ? last(text) : value));
        Location shown = new Location(at.file().map(FileNames::last), at.line(), at.column());
        return new Problem(problem.code(), problem.severity(), shown, facts);
    }
}
