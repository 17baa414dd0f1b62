package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.Exports;
import dev.ukur.delivery.report.GlossaryPage;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code ukur catalog [METRIC]}: every metric, or one metric's page; with {@code --verify} its worked examples run, on any engine. */
final class CatalogCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("catalog")
                .operands("[METRIC]", 0, 1)
                .option("--family", "F")
                .flag("--missing")
                .flag("--verify")
                .option(AskedEngine.OPTION, "E")
                .formats("table", "json", "html");
    }

    @Override
    public boolean onlyTells() {
        return true;
    }

    @Override
    public int run(Call call) {
        String format = call.format(shape());
        if (call.arguments().has("--verify")) {
            return verify(call, format);
        }
        if (call.arguments().has(AskedEngine.OPTION)) {
            throw new ProblemException(Problem.error("engine-without-verify", Location.nowhere()));
        }
        Optional<String> name = call.arguments().operands().stream().findFirst();
        try (Ukur ukur = call.open()) {
            List<CatalogueEntry> all = ukur.catalog();
            List<CatalogueEntry> shown =
                    name.map(asked -> List.of(find(all, asked))).orElseGet(() -> chosen(call, all));
            Exports exports = new Exports(ukur.sources());
            switch (format) {
                case "json" -> call.printLine(new JsonReports(call.say()).catalog(shown, exports));
                case "html" -> call.print(new GlossaryPage(call.say(), Version.text()).html(shown, exports));
                default ->
                    call.print(
                            name.isPresent()
                                    ? call.text().metric(shown.get(0), exports)
                                    : call.text().catalog(shown, exports));
            }
            return Exit.DONE;
        }
    }

    private static int verify(Call call, String format) {
        Certificate certificate = certificate(call);
        if (format.equals("json")) {
            call.printLine(new JsonReports(call.say()).certificate(certificate));
        } else {
            call.print(call.text().certificate(certificate));
        }
        return certificate.holds() ? Exit.DONE : Exit.ATTENTION;
    }

    private static Certificate certificate(Call call) {
        return switch (AskedEngine.of(call)) {
            case DUCKDB -> Ukur.certify(Clock.systemUTC());
            case TRINO -> Ukur.certify(call.folder(), Clock.systemUTC());
        };
    }

    private static List<CatalogueEntry> chosen(Call call, List<CatalogueEntry> all) {
        Optional<String> family = call.arguments().value("--family");
        List<String> families =
                all.stream().map(CatalogueEntry::family).distinct().toList();
        family.filter(asked -> !families.contains(asked)).ifPresent(asked -> {
            throw new ProblemException(Problem.error("catalog-no-family", Location.nowhere())
                    .with("family", asked)
                    .with("families", families));
        });
        return all.stream()
                .filter(entry -> family.isEmpty() || entry.family().equals(family.get()))
                .filter(entry -> !call.arguments().has("--missing") || !entry.computable())
                .toList();
    }

    private static CatalogueEntry find(List<CatalogueEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.metric().name().equals(name)
                        || entry.metric().aliases().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown(entries, name)));
    }

    private static Problem unknown(List<CatalogueEntry> entries, String name) {
        List<String> names =
                entries.stream().map(entry -> entry.metric().name()).toList();
        return Nearest.to(name, names)
                .map(near -> Problem.error("catalog-no-metric-maybe", Location.nowhere())
                        .with("metric", name)
                        .with("maybe", near))
                .orElse(Problem.error("catalog-no-metric", Location.nowhere()).with("metric", name));
    }
}
