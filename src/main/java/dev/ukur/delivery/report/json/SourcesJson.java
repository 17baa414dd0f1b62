package dev.ukur.delivery.report.json;

import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.SourceSummary;

/** Source profiles, and the rows they kept out. */
final class SourcesJson {

    private SourcesJson() {}

    static void source(Json json, SourceSummary source) {
        json.put("name", source.name())
                .object("about", object -> CatalogJson.label(object, source.about()))
                .put("verified", source.verified())
                .put("tables", source.tables())
                .put("headers", source.headers())
                .put("file", source.at().file())
                .put("line", ProblemJson.known(source.at().line()));
    }

    static void reject(Json json, RejectedRow row) {
        json.put("load", row.load())
                .put("file", row.file())
                .put("line", row.line())
                .put("reason", row.reason())
                .put("column", row.column())
                .put("value", row.value());
    }
}
