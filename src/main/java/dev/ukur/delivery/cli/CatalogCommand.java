package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** {@code ukur catalog [METRIC]}: every metric, or one metric's page. */
final class CatalogCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("catalog").operands("[METRIC]", 0, 1).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        Optional<String> name = call.arguments().operands().stream().findFirst();
        try (Ukur ukur = call.open()) {
            List<CatalogueEntry> all = ukur.catalog();
            List<CatalogueEntry> shown =
                    name.map(asked -> List.of(find(all, asked))).orElse(all);
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).catalog(shown));
            } else {
                call.print(
                        name.isPresent()
                                ? call.text().metric(shown.get(0))
                                : call.text().catalog(shown));
            }
            return Exit.DONE;
        }
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
