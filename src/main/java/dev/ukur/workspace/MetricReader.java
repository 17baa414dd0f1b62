package dev.ukur.workspace;

import dev.ukur.model.Bounds;
import dev.ukur.model.Conversion;
import dev.ukur.model.Dimension;
import dev.ukur.model.Direction;
import dev.ukur.model.Fact;
import dev.ukur.model.Label;
import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.MetricInput;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Named;
import dev.ukur.model.Role;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Metric files to {@link MetricDefinitions}: the built-in catalogue and a workspace's own files share one format, with the
 * top keys {@code defaults}, {@code facts}, {@code dimensions}, {@code measures}, {@code metrics}.
 */
public final class MetricReader {

    private static final String CATALOGUE = "/dev/ukur/metrics/catalog/";
    private static final List<String> INTERVALS = List.of(
            "wilson",
            "delta",
            "cluster",
            "ranks",
            "per_event",
            "random_sum",
            "growth",
            "hidden",
            "censored",
            "confidence");

    private static final Set<String> METRIC_KEYS = Set.of(
            "label",
            "description",
            "aliases",
            "formula",
            "inputs",
            "dimensions",
            "unit",
            "direction",
            "role",
            "interval",
            "no_interval",
            "low",
            "high",
            "empty",
            "defined_by");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final YamlMap root;
    private final Problems problems;
    private final Optional<YamlMap> defaults;

    /** What is read, and when. */
    private enum When {
        NOW,
        WHEN_ASKED
    }

    private MetricReader(YamlMap root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.defaults = root.map("defaults");
    }

    /** The catalogue that comes with the program, read to its end. */
    public static MetricDefinitions builtIn(Problems problems) {
        return builtIn(When.NOW, problems);
    }

    /**
     * The built-in catalogue, which has no mistakes and is read as it is asked for, and the metrics of a workspace, which
     * override built-in ones of the same name.
     */
    public static MetricDefinitions of(Path workspace, Problems problems) {
        MetricDefinitions all = builtIn(When.WHEN_ASKED, problems);
        for (Path file : DefinitionFiles.own(workspace.resolve("metrics"))) {
            all = all.and(DefinitionFiles.text(file, problems)
                    .map(text -> read(file.toString(), text, problems))
                    .orElse(MetricDefinitions.none()));
        }
        return all;
    }

    private static MetricDefinitions builtIn(When when, Problems problems) {
        MetricDefinitions all = MetricDefinitions.none();
        for (String file : DefinitionFiles.index(CATALOGUE + "index.txt")) {
            all = all.and(read(YamlFile.builtIn(CATALOGUE, file, problems), when, problems));
        }
        return all;
    }

    /** One file. What cannot be read is a problem and is left out. */
    public static MetricDefinitions read(String file, String text, Problems problems) {
        return read(YamlFile.read(file, text, problems), When.NOW, problems);
    }

    private static MetricDefinitions read(Optional<YamlMap> yaml, When when, Problems problems) {
        return yaml.map(root -> new MetricReader(root, problems).definitions(when))
                .orElse(MetricDefinitions.none());
    }

    private MetricDefinitions definitions(When when) {
        root.allow(Set.of("defaults", "facts", "dimensions", "measures", "metrics"));
        return new MetricDefinitions(
                each("facts", this::fact, when),
                each("dimensions", this::dimension, when),
                each("measures", this::measure, when),
                each("metrics", this::metric, when));
    }

    private <T> Named<T> each(String key, BiFunction<String, YamlMap, Optional<T>> reader, When when) {
        return when == When.NOW ? now(key, reader) : whenAsked(key, reader);
    }

    private <T> Named<T> whenAsked(String key, BiFunction<String, YamlMap, Optional<T>> reader) {
        Map<String, Supplier<T>> readers = new LinkedHashMap<>();
        entries(key)
                .forEach((name, value) -> readers.put(
                        name,
                        () -> value.map()
                                .flatMap(map -> reader.apply(name, map))
                                .orElseThrow()));
        return Named.late(readers);
    }

    private Map<String, YamlValue> entries(String key) {
        return root.map(key).map(YamlMap::entries).orElse(Map.of());
    }

    private <T> Named<T> now(String key, BiFunction<String, YamlMap, Optional<T>> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> entry : entries(key).entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                problems.add(
                        Problem.error("metric-name-form", entry.getValue().at()).with("name", entry.getKey()));
                continue;
            }
            entry.getValue()
                    .map()
                    .flatMap(map -> reader.apply(entry.getKey(), map))
                    .ifPresent(definition -> read.put(entry.getKey(), definition));
        }
        return Named.of(read);
    }

    private Optional<Fact> fact(String name, YamlMap map) {
        map.allow(Set.of(
                "needs", "sql", "time", "cluster", "reports", "dimensions", "money", "costs", "covers", "conversion"));
        if (map.has("conversion")) {
            return map.map("conversion").flatMap(MetricReader::conversion).map(conversion -> of(name, conversion));
        }
        Optional<String> sql = map.requireText("sql");
        List<String> needs = map.require("needs").map(YamlValue::texts).orElse(List.of());
        Optional<YamlMap> time = map.map("time");
        time.ifPresent(columns -> columns.allow(Set.of("start", "end", "moment")));
        Optional<Fact.Reports> reports = map.map("reports")
                .flatMap(report -> report.requireText("column")
                        .map(column -> new Fact.Reports(column, report.texts("constant"), report.text("only"))));
        if (sql.isEmpty() || needs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Fact(
                name,
                sql.get().strip(),
                needs,
                time.flatMap(t -> t.text("start")).orElse("period_start"),
                time.flatMap(t -> t.text("end")).orElse("period_end"),
                time.flatMap(t -> t.text("moment")),
                map.text("cluster"),
                reports,
                columns(map),
                map.texts("money"),
                map.texts("costs"),
                map.texts("covers"),
                Optional.empty(),
                map.at()));
    }

    private static Fact of(String name, Conversion conversion) {
        return new Fact(
                name,
                "",
                List.of(conversion.base().fact()),
                "period_start",
                "period_end",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(conversion),
                conversion.at());
    }

    private static Optional<Conversion> conversion(YamlMap map) {
        map.allow(Set.of("base", "conversion", "window"));
        Optional<Conversion.Side> base = map.map("base").flatMap(MetricReader::side);
        Optional<Conversion.Side> after = map.map("conversion").flatMap(MetricReader::side);
        Optional<String> window = map.requireText("window");
        map.require("base");
        map.require("conversion");
        return base.isPresent() && after.isPresent() && window.isPresent()
                ? Optional.of(new Conversion(base.get(), after.get(), window.get(), map.at()))
                : Optional.empty();
    }

    private static Optional<Conversion.Side> side(YamlMap map) {
        map.allow(Set.of("fact", "entity", "time"));
        Optional<String> fact = map.requireText("fact");
        Optional<String> entity = map.requireText("entity");
        Optional<String> time = map.requireText("time");
        return fact.isPresent() && entity.isPresent() && time.isPresent()
                ? Optional.of(new Conversion.Side(fact.get(), entity.get(), time.get()))
                : Optional.empty();
    }

    /** A list of dimensions held by columns of the same name, or a mapping of dimension to column. */
    private static Map<String, String> columns(YamlMap map) {
        Map<String, String> columns = new LinkedHashMap<>();
        map.get("dimensions").ifPresent(value -> {
            if (value.isMap()) {
                value.map()
                        .ifPresent(named -> named.entries()
                                .forEach((name, column) -> column.text().ifPresent(text -> columns.put(name, text))));
            } else {
                value.texts().forEach(name -> columns.put(name, name));
            }
        });
        return columns;
    }

    private Optional<Dimension> dimension(String name, YamlMap map) {
        map.allow(Set.of("label"));
        return map.label("label").map(label -> new Dimension(name, label, map.at()));
    }

    private Optional<Measure> measure(String name, YamlMap map) {
        map.allow(Set.of("label", "unit", "window", "grain_to_date", "from"));
        Optional<MetricUnit> unit = unit(map);
        List<Measure.From> sources = new ArrayList<>();
        map.require("from")
                .ifPresent(from ->
                        from.list().forEach(item -> item.map().ifPresent(source -> sources.addAll(sources(source)))));
        if (unit.isEmpty() || sources.isEmpty()) {
            return Optional.empty();
        }
        Label label = map.label("label").orElse(Label.same(name));
        return Optional.of(new Measure(name, label, unit.get(), window(map), List.of(), sources, map.at()));
    }

    /** One aggregate, over each of its facts. */
    private static List<Measure.From> sources(YamlMap map) {
        map.allow(Set.of("fact", "aggregate", "percentile", "of", "filter", "arrives"));
        Optional<Aggregate> aggregate = Aggregate.read(map);
        List<String> facts = map.require("fact").map(YamlValue::texts).orElse(List.of());
        String expression = map.text("of").orElse("*");
        if (aggregate.isEmpty()) {
            return List.of();
        }
        return facts.stream()
                .map(fact -> new Measure.From(
                        fact,
                        aggregate.get().word(),
                        aggregate.get().share(),
                        expression,
                        map.text("filter"),
                        map.text("arrives")))
                .toList();
    }

    private Optional<Metric> metric(String name, YamlMap map) {
        map.allow(METRIC_KEYS);
        map.require("label");
        map.require("description");
        Optional<Label> label = map.label("label");
        Optional<Label> description = map.label("description");
        Optional<String> formula = map.requireText("formula");
        Optional<MetricUnit> unit = unit(map);
        Optional<Direction> direction = map.require("direction")
                .flatMap(value -> value.oneOf(Direction.words()))
                .flatMap(Direction::of);
        Optional<Role> role =
                map.require("role").flatMap(value -> value.oneOf(Role.words())).flatMap(Role::of);
        if (label.isEmpty() || description.isEmpty() || formula.isEmpty()) {
            return Optional.empty();
        }
        if (unit.isEmpty() || direction.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Metric(
                name,
                label.get(),
                description.get(),
                map.texts("aliases"),
                formula.get(),
                inputs(map),
                map.texts("dimensions"),
                unit.get(),
                direction.get(),
                role.get(),
                map.get("interval").flatMap(value -> value.oneOf(INTERVALS)),
                map.label("no_interval"),
                bounds(map),
                orDefault(map.label("empty"), "empty"),
                map.text("defined_by")
                        .or(() -> defaults.flatMap(d -> d.text("defined_by")))
                        .orElse(map.file()),
                map.at()));
    }

    private static List<MetricInput> inputs(YamlMap metric) {
        List<MetricInput> inputs = new ArrayList<>();
        metric.map("inputs")
                .map(YamlMap::entries)
                .orElse(Map.of())
                .forEach((name, value) -> value.map().ifPresent(input -> {
                    input.allow(Set.of("metric", "filter", "offset", "window", "grain_to_date"));
                    input.requireText("metric")
                            .ifPresent(of -> inputs.add(new MetricInput(
                                    name, of, input.text("filter"), input.text("offset"), window(input), input.at())));
                }));
        return inputs;
    }

    /** How much time one value covers: {@code window: 12 months} or {@code grain_to_date: year}. */
    private static Optional<String> window(YamlMap map) {
        return map.text("window")
                .or(() -> map.get("grain_to_date")
                        .flatMap(value -> value.oneOf(List.of("week", "month", "quarter", "year")))
                        .map(grain -> grain + " to date"));
    }

    private Label orDefault(Optional<Label> own, String key) {
        return own.or(() -> defaults.flatMap(d -> d.label(key))).orElse(Label.same(""));
    }

    private static Optional<Bounds> bounds(YamlMap map) {
        if (!map.has("low") && !map.has("high")) {
            return Optional.empty();
        }
        Optional<String> low = map.requireText("low");
        Optional<String> high = map.requireText("high");
        return low.flatMap(l -> high.map(h -> new Bounds(l, h)));
    }

    private static Optional<MetricUnit> unit(YamlMap map) {
        return map.require("unit")
                .flatMap(value -> value.oneOf(MetricUnit.words()))
                .flatMap(MetricUnit::of);
    }
}
