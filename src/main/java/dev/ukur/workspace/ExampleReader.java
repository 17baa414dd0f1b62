package dev.ukur.workspace;

import dev.ukur.model.ExampleScene;
import dev.ukur.model.WorkedExample;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Worked examples to {@link ExampleScene}s. A file has {@code usual} values by table and {@code scenes}; a scene has
 * {@code rows} by table and {@code examples} by metric. A row's {@code day} stands for both days of its period, and a
 * number may be written as a fraction: {@code 2/3}.
 */
public final class ExampleReader {

    private static final String FOLDER = "/dev/ukur/metrics/examples/";
    private static final Pattern FRACTION = Pattern.compile("(-?[0-9.]+) ?/ ?([0-9.]+)");

    private final Problems problems;
    private final Map<String, Map<String, String>> usual = new LinkedHashMap<>();

    private ExampleReader(Problems problems) {
        this.problems = problems;
    }

    /** The examples that come with the program. */
    public static List<ExampleScene> builtIn(Problems problems) {
        List<ExampleScene> scenes = new ArrayList<>();
        for (String file : DefinitionFiles.index(FOLDER + "index.txt")) {
            YamlFile.builtIn(FOLDER, file, problems)
                    .ifPresent(root -> scenes.addAll(new ExampleReader(problems).scenes(root)));
        }
        return scenes;
    }

    /** The examples of one file. What cannot be read is a problem and is left out. */
    public static List<ExampleScene> read(String file, String text, Problems problems) {
        return YamlFile.read(file, text, problems)
                .map(root -> new ExampleReader(problems).scenes(root))
                .orElse(List.of());
    }

    private List<ExampleScene> scenes(YamlMap root) {
        root.allow(Set.of("usual", "scenes"));
        entries(root, "usual")
                .forEach((table, value) -> value.map().ifPresent(columns -> usual.put(table, texts(columns))));
        List<ExampleScene> scenes = new ArrayList<>();
        entries(root, "scenes")
                .forEach((name, value) -> value.map().ifPresent(scene -> scenes.add(scene(name, scene))));
        return scenes;
    }

    private ExampleScene scene(String name, YamlMap scene) {
        scene.allow(Set.of("rows", "examples"));
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        entries(scene, "rows").forEach((table, value) -> rows.put(table, rows(table, value)));
        List<WorkedExample> examples = new ArrayList<>();
        entries(scene, "examples")
                .forEach((metric, value) -> value.list().stream()
                        .flatMap(item -> item.map().stream())
                        .flatMap(item -> example(metric, item).stream())
                        .forEach(examples::add));
        return new ExampleScene(name, rows, examples, scene.at());
    }

    private List<Map<String, String>> rows(String table, YamlValue value) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (YamlValue item : value.list()) {
            item.map().ifPresent(columns -> {
                Map<String, String> row = new LinkedHashMap<>(usual.getOrDefault(table, Map.of()));
                row.putAll(texts(columns));
                Optional.ofNullable(row.remove("day")).ifPresent(day -> {
                    row.put("period_start", day);
                    row.put("period_end", day);
                });
                rows.add(row);
            });
        }
        return rows;
    }

    private Optional<WorkedExample> example(String metric, YamlMap map) {
        map.allow(Set.of("over", "by", "where", "gives", "ends", "because", "edge"));
        Optional<Period> period = map.require("over").flatMap(this::period);
        Optional<YamlValue> gives = map.require("gives");
        Optional<String> arithmetic = map.has("edge") ? map.requireText("edge") : map.requireText("because");
        if (period.isEmpty() || gives.isEmpty() || arithmetic.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkedExample(
                metric,
                period.get(),
                map.map("by").map(ExampleReader::texts).orElse(Map.of()),
                map.text("where"),
                gives.get().text().filter(text -> !text.equals("unknown")).flatMap(text -> number(text, gives.get())),
                map.get("ends").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(end -> end.text().flatMap(text -> number(text, end)).stream())
                        .toList(),
                map.has("edge"),
                arithmetic.get(),
                map.at()));
    }

    private Optional<Period> period(YamlValue value) {
        Optional<String> text = value.text();
        Optional<Period> period = text.flatMap(PeriodText::parse);
        if (text.isPresent() && period.isEmpty()) {
            problems.add(Problem.error("example-period", value.at()).with("value", text.get()));
        }
        return period;
    }

    private Optional<Double> number(String text, YamlValue value) {
        Matcher fraction = FRACTION.matcher(text);
        try {
            return Optional.of(
                    fraction.matches()
                            ? new BigDecimal(fraction.group(1))
                                    .divide(new BigDecimal(fraction.group(2)), MathContext.DECIMAL64)
                                    .doubleValue()
                            : new BigDecimal(text.replace("_", "")).doubleValue());
        } catch (ArithmeticException | NumberFormatException e) {
            problems.add(Problem.error("example-number", value.at()).with("value", text));
            return Optional.empty();
        }
    }

    private static Map<String, YamlValue> entries(YamlMap map, String key) {
        return map.map(key).map(YamlMap::entries).orElse(Map.of());
    }

    private static Map<String, String> texts(YamlMap map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            if (!value.isNullValue()) {
                value.text().ifPresent(text -> texts.put(key, text));
            }
        });
        return texts;
    }
}
