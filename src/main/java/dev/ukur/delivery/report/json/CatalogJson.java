package dev.ukur.delivery.report.json;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import java.util.List;

/** The metrics of the catalogue. */
final class CatalogJson {

    private CatalogJson() {}

    static void write(Json json, List<CatalogueEntry> entries) {
        json.array("metrics", entries, CatalogJson::entry);
    }

    private static void entry(Json json, CatalogueEntry entry) {
        Metric metric = entry.metric();
        json.put("name", metric.name())
                .object("label", object -> label(object, metric.label()))
                .put("aliases", metric.aliases())
                .put("formula", metric.formula())
                .put("unit", metric.unit().word())
                .put("direction", metric.direction().word())
                .put("role", metric.role().word())
                .put("computable", entry.computable())
                .put("missing", entry.missing())
                .object("description", object -> label(object, metric.description()))
                .object("empty_case", object -> label(object, metric.emptyCase()))
                .put("interval", metric.interval())
                .put("defined_by", metric.definedBy());
    }

    /** Both languages of a text. */
    static void label(Json json, Label label) {
        json.put("id", label.id()).put("en", label.en());
    }
}
