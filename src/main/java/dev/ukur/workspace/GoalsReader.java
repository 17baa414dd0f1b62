package dev.ukur.workspace;

import dev.ukur.model.Aim;
import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.model.Strategy;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code goals.yaml} says: wider aims, goals each with its one KPI, and the driver tree. A goal with no KPI, or with
 * several, is a problem.
 */
final class GoalsReader {

    private static final Set<String> KEYS = Set.of("goal", "why", "supports", "outcome", "kpi");
    private static final Set<String> KEYS_OF_SEVERAL = Set.of("goal", "why", "supports", "outcome", "kpi", "kpis");

    private GoalsReader() {}

    /** What could be read, in the order written. */
    static Strategy read(YamlMap file) {
        file.allow(Set.of("aims", "goals", "drivers"));
        return new Strategy(
                file.map("aims").map(GoalsReader::aims).orElse(List.of()),
                file.map("goals").map(GoalsReader::goals).orElse(List.of()),
                file.map("drivers").map(DriverReader::read).orElse(List.of()));
    }

    private static List<Aim> aims(YamlMap aims) {
        List<Aim> read = new ArrayList<>();
        aims.entries()
                .keySet()
                .forEach(name ->
                        aims.label(name).ifPresent(sentence -> read.add(new Aim(name, sentence, aims.at(name)))));
        return read;
    }

    private static List<Goal> goals(YamlMap goals) {
        List<Goal> read = new ArrayList<>();
        goals.entries()
                .forEach((name, value) -> value.map()
                        .flatMap(goal -> goal(name, goals.at(name), goal))
                        .ifPresent(read::add));
        return read;
    }

    private static Optional<Goal> goal(String name, Location at, YamlMap map) {
        map.allow(map.has("kpis") && several(map) ? KEYS_OF_SEVERAL : KEYS);
        map.require("goal");
        Optional<Label> sentence = map.label("goal");
        Optional<Kpi> kpi = theKpi(name, at, map);
        if (sentence.isEmpty() || kpi.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Goal(name, sentence.get(), kpi.get(), alignment(map), at));
    }

    private static Goal.Alignment alignment(YamlMap map) {
        Map<String, Location> places = new LinkedHashMap<>();
        for (String key : List.of("supports", "outcome")) {
            map.get(key).ifPresent(value -> places.put(key, value.isMap() ? map.at(key) : value.at()));
        }
        return new Goal.Alignment(map.text("supports"), map.text("outcome"), map.label("why"), places);
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
