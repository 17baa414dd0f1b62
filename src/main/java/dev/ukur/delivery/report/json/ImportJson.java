package dev.ukur.delivery.report.json;

import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.Preview;
import dev.ukur.time.Period;
import java.util.Locale;
import java.util.TreeMap;

/** What an import did. */
final class ImportJson {

    private final ProblemJson problems;

    ImportJson(ProblemJson problems) {
        this.problems = problems;
    }

    void write(Json json, ImportReport report) {
        json.array("loads", report.files(), (object, file) -> {
            file(object, file);
            Preview preview = report.previews().get(file.file());
            if (preview != null) {
                object.object("preview", inner -> preview(inner, preview));
            }
        });
    }

    private static void preview(Json json, Preview preview) {
        json.put("decimals", preview.decimals())
                .put("dot_example", preview.dotExample())
                .put("comma_example", preview.commaExample())
                .put("dates", new TreeMap<>(preview.dates()))
                .put("table", preview.table())
                .put("columns", preview.columns())
                .put("rows", preview.rows());
    }

    private void file(Json json, FileReport file) {
        json.put("file", file.file())
                .put("profile", file.profile())
                .put("load", file.load())
                .put("read", file.read())
                .put("loaded", file.loaded())
                .put("changed", file.changed())
                .put("unchanged", file.unchanged())
                .put("rejected", file.rejected())
                .array("control_totals", file.controlTotals(), ImportJson::total)
                .put("reasons", new TreeMap<>(file.reasons()))
                .put("outcome", file.outcome().name().toLowerCase(Locale.ROOT))
                .put("from", file.period().map(Period::first))
                .put("to", file.period().map(Period::last))
                .array("problems", file.problems(), problems::diagnostic);
    }

    private static void total(Json json, ControlTotal total) {
        json.put("label", total.label())
                .put("column", total.column())
                .put("stated", total.stated())
                .put("summed", total.summed())
                .put("matches", total.matches())
                .put("binding", total.binding());
    }
}
