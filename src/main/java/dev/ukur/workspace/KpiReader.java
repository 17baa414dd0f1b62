package dev.ukur.workspace;

import dev.ukur.model.Kpi;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import dev.ukur.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The KPI of a goal. */
final class KpiReader {

    private static final Set<String> KEYS =
            Set.of("metric", "where", "owner", "cadence", "factors", "baseline", "targets", "guardrails", "action");

    private KpiReader() {}

    /**
     * The KPI, or empty when it names no metric.
     *
     * @param map what stands under {@code kpi}
     * @param key where the word {@code kpi} itself stands
     */
    static Optional<Kpi> read(YamlMap map, Location key) {
        map.allow(KEYS);
        Kpi kpi = new Kpi(
                map.requireText("metric").orElse(""),
                map.text("where"),
                map.text("owner"),
                map.get("cadence")
                        .flatMap(value -> value.oneOf(Cadence.words()))
                        .flatMap(Cadence::of),
                map.texts("factors"),
                map.get("baseline").flatMap(value -> period(map, value)),
                TargetReader.read(map),
                map.texts("guardrails"),
                map.label("action"),
                places(map, key));
        return kpi.metric().isEmpty() ? Optional.empty() : Optional.of(kpi);
    }

    private static Optional<Period> period(YamlMap map, YamlValue value) {
        Optional<String> text = value.text();
        Optional<Period> period = text.flatMap(PeriodText::parse);
        if (text.isPresent() && period.isEmpty()) {
            map.report(Problem.error("period-form", value.at())
                    .with("key", value.key())
                    .with("value", text.get()));
        }
        return period;
    }

    private static Map<String, Location> places(YamlMap map, Location key) {
        Map<String, Location> places = new LinkedHashMap<>();
        places.put("kpi", key);
        for (String name : KEYS) {
            map.get(name).filter(value -> !isEmptyList(value)).ifPresent(value -> {
                places.put(name, value.isMap() || value.isList() ? map.at(name) : value.at());
                if (name.equals("factors") || name.equals("guardrails")) {
                    itemPlaces(value).forEach((item, at) -> places.putIfAbsent(name + "." + item, at));
                }
            });
        }
        return places;
    }

    private static Map<String, Location> itemPlaces(YamlValue list) {
        Map<String, Location> places = new LinkedHashMap<>();
        List<YamlValue> scalars =
                list.list().stream().filter(KpiReader::isScalar).toList();
        scalars.forEach(item -> item.text().ifPresent(text -> places.putIfAbsent(text, item.at())));
        return places;
    }

    private static boolean isEmptyList(YamlValue value) {
        return value.isList() && value.list().isEmpty();
    }

    private static boolean isScalar(YamlValue value) {
        return !value.isMap() && !value.isList() && !value.isNullValue();
    }
}
