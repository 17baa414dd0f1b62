package dev.ukur.delivery.report.json;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.List;

/** Diagnostics as a SARIF 2.1.0 log with one run. */
final class Sarif {

    private final ProblemJson problems;

    Sarif(ProblemJson problems) {
        this.problems = problems;
    }

    void write(Json json, List<Problem> found) {
        json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .array("runs", List.of(found), this::run);
    }

    private void run(Json json, List<Problem> found) {
        List<String> rules =
                found.stream().map(Problem::code).distinct().sorted().toList();
        json.object(
                        "tool",
                        tool -> tool.object(
                                "driver", driver -> driver.put("name", "Ukur").array("rules", rules, this::rule)))
                .array("results", found, this::result);
    }

    /** A rule with why it matters, so that review tools can show it beside a finding. */
    private void rule(Json json, String code) {
        json.put("id", code);
        problems.reason(code).ifPresent(reason -> json.object("help", help -> help.put("text", reason)));
    }

    private void result(Json json, Problem problem) {
        json.put("ruleId", problem.code())
                .put("level", problem.severity().word())
                .object("message", message -> message.put("text", problems.message(problem)));
        if (problem.at().file().isPresent()) {
            json.array("locations", List.of(problem.at()), Sarif::location);
        }
    }

    private static void location(Json json, Location at) {
        json.object("physicalLocation", physical -> {
            physical.object(
                    "artifactLocation",
                    artifact -> artifact.put("uri", at.file().map(file -> file.replace(" ", "%20"))));
            if (at.line() > 0) {
                physical.object("region", region -> region(region, at));
            }
        });
    }

    private static void region(Json json, Location at) {
        json.put("startLine", at.line());
        if (at.column() > 0) {
            json.put("startColumn", at.column());
        }
    }
}
