package dev.ukur.workspace;

import dev.ukur.model.DriverLink;
import dev.ukur.model.DriverLink.Relation;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The driver tree of {@code goals.yaml}: by metric, the identity that makes it and the metrics that move it. */
final class DriverReader {

    private DriverReader() {}

    /** The steps that could be read, in the order written. */
    static List<DriverLink> read(YamlMap drivers) {
        List<DriverLink> read = new ArrayList<>();
        drivers.entries()
                .forEach((metric, value) -> value.map().ifPresent(links -> read.addAll(links(drivers, metric, links))));
        return List.copyOf(read);
    }

    private static List<DriverLink> links(YamlMap drivers, String metric, YamlMap map) {
        map.allow(new TreeSet<>(Relation.words()));
        List<DriverLink> links = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            map.get(relation.word()).ifPresent(value -> links.add(link(metric, relation, value, map)));
        }
        if (links.isEmpty()) {
            map.report(Problem.error("driver-empty", drivers.at(metric)).with("metric", metric));
        }
        refuseTwoIdentities(metric, links, map);
        return links.stream()
                .filter(link -> link.relation().takes(link.parts().size()))
                .toList();
    }

    private static DriverLink link(String metric, Relation relation, YamlValue value, YamlMap map) {
        List<String> parts = value.texts();
        Map<String, Location> places = new LinkedHashMap<>();
        value.list().forEach(item -> item.text().ifPresent(text -> places.putIfAbsent(text, item.at())));
        if (!relation.takes(parts.size())) {
            map.report(Problem.error("driver-parts", value.at())
                    .with("metric", metric)
                    .with("relation", relation.word())
                    .with("count", parts.size()));
        }
        return new DriverLink(metric, relation, parts, places, map.at(relation.word()));
    }

    private static void refuseTwoIdentities(String metric, List<DriverLink> links, YamlMap map) {
        List<DriverLink> identities =
                links.stream().filter(link -> link.relation().isIdentity()).toList();
        if (identities.size() > 1) {
            map.report(Problem.error("driver-two-identities", identities.get(1).at())
                    .with("metric", metric)
                    .with(
                            "relations",
                            identities.stream()
                                    .map(link -> link.relation().word())
                                    .collect(Collectors.joining(", "))));
        }
    }
}
