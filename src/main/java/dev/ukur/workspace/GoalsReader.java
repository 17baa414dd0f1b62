package dev.ukur.workspace;

import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Goals of {@code goals.yaml}, each with its one KPI. A goal with no KPI, or with several, is a problem. */
final class GoalsReader {

    private GoalsReader() {}

    /** The goals that could be read, in the order written. */
    static List<Goal> read(YamlMap file) {
        file.allow(Set.of("goals"));
        Optional<YamlMap> goals = file.map("goals");
        if (goals.isEmpty()) {
            return List.of();
        }
        List<Goal> read = new ArrayList<>();
        goals.get()
                .entries()
                .forEach((name, value) -> value.map()
                        .flatMap(goal -> goal(name, goals.get().at(name), goal))
                        .ifPresent(read::add));
        return List.copyOf(read);
    }

    private static Optional<Goal> goal(String name, Location at, YamlMap map) {
        map.allow(map.has("kpis") && several(map) ? Set.of("goal", "kpi", "kpis") : Set.of("goal", "kpi"));
        map.require("goal");
        Optional<Label> sentence = map.label("goal");
        Optional<Kpi> kpi = theKpi(name, at, map);
        if (sentence.isEmpty() || kpi.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Goal(name, sentence.get(), kpi.get(), at));
    }

    private static Optional<Kpi> theKpi(String name, Location at, YamlMap map) {
        if (several(map)) {
            map.report(Problem.error("goal-two-kpis", map.at(map.has("kpis") ? "kpis" : "kpi"))
                    .with("goal", name)
                    .with("metrics", String.join(", ", metrics(map))));
            return Optional.empty();
        }
        if (map.get("kpi").isEmpty()) {
            if (map.get("kpis").isEmpty()) {
                map.report(Problem.error("goal-no-kpi", at).with("goal", name));
            }
            return Optional.empty();
        }
        return map.map("kpi").flatMap(kpi -> KpiReader.read(kpi, map.at("kpi")));
    }

    private static boolean several(YamlMap map) {
        return items(map).count() > 1;
    }

    private static Stream<YamlValue> items(YamlMap map) {
        return Stream.of("kpi", "kpis").flatMap(key -> map.get(key).stream()).flatMap(value -> value.list().stream());
    }

    private static List<String> metrics(YamlMap map) {
        return items(map)
                .map(item -> item.isMap() ? item.map().flatMap(kpi -> kpi.text("metric")) : item.text())
                .flatMap(Optional::stream)
                .toList();
    }
}
