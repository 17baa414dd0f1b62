package dev.ukur.delivery.report.json;

import dev.ukur.delivery.report.Exports;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import java.util.List;

/** The metrics of the catalogue, and what an engine made of their worked examples. */
final class CatalogJson {

    private CatalogJson() {}

    static void write(Json json, List<CatalogueEntry> entries, Exports exports) {
        json.array("metrics", entries, (object, entry) -> entry(object, entry, exports));
    }

    private static void entry(Json json, CatalogueEntry entry, Exports exports) {
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
                .put("defined_by", metric.definedBy())
                .put("family", entry.family())
                .array("gaps", exports.gaps(entry), CatalogJson::gap);
        metric.noInterval().ifPresent(why -> json.object("no_interval", object -> label(object, why)));
    }

    private static void gap(Json json, Exports.Gap gap) {
        json.put("table", gap.table())
                .array(
                        "exports",
                        gap.exports(),
                        (object, export) -> object.put("profile", export.name())
                                .object("about", about -> label(about, export.about())));
    }

    static void certificate(Json json, Certificate certificate) {
        json.put("engine", certificate.engine())
                .put("holds", certificate.holds())
                .put("examples", certificate.examples())
                .put("passed", certificate.passed())
                .array("metrics", certificate.metrics(), CatalogJson::line);
        certificate
                .beside()
                .ifPresent(other -> json.object(
                        "beside",
                        object -> object.put("engine", other.engine())
                                .put("cells", other.cells())
                                .put("differences", other.differences())));
    }

    private static void line(Json json, Certificate.Line line) {
        json.put("name", line.metric().name())
                .put("examples", line.examples())
                .put("passed", line.passed())
                .array("failures", line.failures(), CatalogJson::failure);
    }

    private static void failure(Json json, Certificate.Failure failure) {
        json.put("at", failure.example().at().toString())
                .put("expected", failure.example().expected())
                .put("answered", failure.answered())
                .put("arithmetic", failure.example().arithmetic());
    }

    /** Both languages of a text. */
    static void label(Json json, Label label) {
        json.put("id", label.id()).put("en", label.en());
    }
}
