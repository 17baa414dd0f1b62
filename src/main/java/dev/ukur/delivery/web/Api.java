package dev.ukur.delivery.web;

import dev.ukur.Ukur;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.ask.WrittenQuery;
import dev.ukur.delivery.report.Exports;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.delivery.report.text.CsvRows;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.WrittenDates;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP API, version 1: the answers of the front door in the same JSON as the command line's. It is described in
 * {@code openapi.yaml}, which a test holds against these routes.
 */
final class Api {

    static final String BASE = "/api/v1";

    private final String version;

    Api(String version) {
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.show(
                        Right.VIEW,
                        BASE + "/openapi.yaml",
                        visit -> Reply.bytes("application/yaml", Assets.read("openapi.yaml"))),
                Route.show(Right.VIEW, BASE + "/workspace", this::workspace),
                Route.show(Right.VIEW, BASE + "/catalog", Api::catalog),
                Route.show(Right.VIEW, BASE + "/catalog/{metric}", Api::metric),
                Route.show(Right.VIEW, BASE + "/query", Api::query),
                Route.show(Right.VIEW, BASE + "/scorecard", Api::scorecard),
                Route.show(
                        Right.VIEW,
                        BASE + "/check",
                        visit -> json(json(visit).diagnostics(visit.ukur().check()))),
                Route.show(
                        Right.VIEW,
                        BASE + "/sources",
                        visit -> json(json(visit).sources(visit.ukur().sources()))),
                Route.show(
                        Right.VIEW,
                        BASE + "/loads",
                        visit -> json(json(visit).loads(visit.ukur().loads()))),
                Route.show(Right.VIEW, BASE + "/loads/{load}/rejects", Api::rejectsOfLoad),
                Route.show(Right.VIEW, BASE + "/loads/{load}/restated", Api::restated),
                Route.show(Right.VIEW, BASE + "/rejects", visit -> rejects(visit, Optional.empty())),
                Route.show(
                        Right.VIEW,
                        BASE + "/agenda",
                        visit -> json(json(visit).agenda(visit.ukur().agenda()))),
                Route.show(
                        Right.VIEW,
                        BASE + "/ledger",
                        visit -> json(json(visit).ledger(visit.ukur().ledger()))),
                Route.call(Right.IMPORT, BASE + "/imports", ApiImports::load),
                Route.call(Right.IMPORT, BASE + "/loads/{load}/undo", Api::undo),
                Route.call(Right.DECIDE, BASE + "/reviews", Api::review));
    }

    private static JsonReports json(Visit visit) {
        return new JsonReports(visit.say());
    }

    private static Reply json(String object) {
        return Reply.json(object + "\n");
    }

    private Reply workspace(Visit visit) {
        return json(
                json(visit).workspace(visit.ukur().settings(), visit.workspace().version()));
    }

    private static Reply catalog(Visit visit) {
        Ukur ukur = visit.ukur();
        Optional<String> family = visit.asked("family");
        List<CatalogueEntry> entries = ukur.catalog().stream()
                .filter(entry -> family.isEmpty() || entry.family().equals(family.get()))
                .toList();
        return json(json(visit).catalog(entries, new Exports(ukur.sources())));
    }

    private static Reply metric(Visit visit) {
        Ukur ukur = visit.ukur();
        String name = visit.part("metric");
        List<CatalogueEntry> entries = ukur.catalog().stream()
                .filter(entry -> entry.metric().name().equals(name))
                .toList();
        if (entries.isEmpty()) {
            throw new ProblemException(
                    Problem.error("web-no-metric", Location.nowhere()).with("metric", name));
        }
        return json(json(visit).catalog(entries, new Exports(ukur.sources())));
    }

    private static Reply query(Visit visit) {
        Ukur ukur = visit.ukur();
        List<String> metrics = visit.askedAll("metric");
        if (metrics.isEmpty()) {
            throw new ProblemException(Problem.error("web-metric-missing", Location.nowhere()));
        }
        Answer answer = ukur.query(new WrittenQuery(metrics, visit.options()).query(ukur));
        return switch (visit.asked("format").orElse("json")) {
            case "csv" -> csv(answer);
            case "parquet" -> parquet(answer, visit.uploads());
            default -> json(json(visit).answer(answer));
        };
    }

    /** Written to a file of its own first, which is gone once it is sent. */
    private static Reply parquet(Answer answer, Uploads uploads) {
        Path file = uploads.scratch("parquet");
        Ukur.parquet(answer, file);
        return new Reply(200, "application/vnd.apache.parquet", Map.of(), out -> {
                    try {
                        Files.copy(file, out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                })
                .header("Content-Disposition", "attachment; filename=\"ukur.parquet\"");
    }

    /** Written row by row as it goes out. */
    static Reply csv(Answer answer) {
        Reply rows = new Reply(200, "text/csv; charset=utf-8", Map.of(), out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvRows.write(answer, writer);
            writer.flush();
        });
        return rows.header("Content-Disposition", "attachment; filename=\"ukur.csv\"");
    }

    private static Reply scorecard(Visit visit) {
        return json(json(visit)
                .scorecard(visit.ukur()
                        .scorecard(visit.asked("as-of")
                                .map(text -> WrittenDates.period("as-of", text).last()))));
    }

    private static Reply rejectsOfLoad(Visit visit) {
        return rejects(visit, Optional.of(load(visit)));
    }

    private static Reply rejects(Visit visit, Optional<Long> load) {
        return json(json(visit).rejects(visit.ukur().rejects(load)));
    }

    private static Reply restated(Visit visit) {
        return json(json(visit).restated(visit.ukur().restated(load(visit))));
    }

    private static Reply undo(Visit visit) {
        return json(json(visit).loads(List.of(visit.ukur().undo(load(visit)))));
    }

    private static Reply review(Visit visit) {
        GoalForms.review(visit);
        return json(json(visit).agenda(visit.ukur().agenda()));
    }

    /** The number of a load in the path. */
    static long load(Visit visit) {
        String text = visit.part("load");
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(
                    Problem.error("load-unknown", Location.nowhere()).with("load", text));
        }
        return Long.parseLong(text);
    }
}
