package dev.ukur.workspace;

import dev.ukur.model.Kpi;
import dev.ukur.model.Target;
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
        List<Guardrail> guardrails = guardrails(map);
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
                guardrails.stream().map(Guardrail::metric).toList(),
                limits(guardrails),
                map.label("action"),
                places(map, key));
        return kpi.metric().isEmpty() ? Optional.empty() : Optional.of(kpi);
    }

    /** A guardrail as written: a metric, or a metric with a limit. */
    private record Guardrail(String metric, Optional<Target.Level> limit) {}

    private static List<Guardrail> guardrails(YamlMap map) {
        return map.get("guardrails").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> guardrail(item).stream())
                .toList();
    }

    private static Optional<Guardrail> guardrail(YamlValue item) {
        return item.isMap()
                ? item.map().flatMap(KpiReader::guardrail)
                : item.text().map(metric -> new Guardrail(metric, Optional.empty()));
    }

    private static Optional<Guardrail> guardrail(YamlMap map) {
        map.allow(Set.of("metric", "limit"));
        return map.requireText("metric").map(metric -> new Guardrail(metric, TargetReader.level(map, "limit")));
    }

    private static Map<String, Target.Level> limits(List<Guardrail> guardrails) {
        Map<String, Target.Level> limits = new LinkedHashMap<>();
        guardrails.forEach(guard -> guard.limit().ifPresent(limit -> limits.put(guard.metric(), limit)));
        return limits;
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
        for (YamlValue item : list.list()) {
            Optional<YamlValue> name = item.isMap() ? item.map().flatMap(map -> map.get("metric")) : Optional.of(item);
            name.filter(KpiReader::isScalar)
                    .flatMap(YamlValue::text)
                    .ifPresent(text -> places.putIfAbsent(text, item.at()));
        }
        return places;
    }

    private static boolean isEmptyList(YamlValue value) {
        return value.isList() && value.list().isEmpty();
    }

    private static boolean isScalar(YamlValue value) {
        return !value.isMap() && !value.isList() && !value.isNullValue();
    }
}
