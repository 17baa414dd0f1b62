package dev.ukur.workspace;

import dev.ukur.model.Label;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of a YAML file: its entries in the order written, its place, and where to report mistakes. */
final class YamlMap {

    private static final Set<String> LANGUAGES = Set.of("id", "en");

    private final String file;
    private final Location at;
    private final Map<String, YamlValue> entries;
    private final Map<String, Location> keyPlaces;
    private final Problems problems;

    YamlMap(String file, YamlNode.Entries node, Problems problems) {
        this.file = file;
        this.at = YamlValue.locate(file, node);
        this.problems = problems;
        Map<String, YamlValue> values = new LinkedHashMap<>();
        Map<String, Location> places = new LinkedHashMap<>();
        for (YamlNode.Entry entry : node.entries()) {
            Location place = YamlValue.locate(file, entry.key());
            if (!(entry.key() instanceof YamlNode.Scalar scalar)) {
                problems.add(Problem.error("yaml-key-not-a-text", place));
                continue;
            }
            String key = scalar.text();
            if (places.containsKey(key)) {
                problems.add(Problem.error("yaml-duplicate-key", place)
                        .with("key", key)
                        .with("first", places.get(key).toString()));
                continue;
            }
            places.put(key, place);
            values.put(key, new YamlValue(file, key, entry.value(), problems));
        }
        this.entries = Collections.unmodifiableMap(values);
        this.keyPlaces = Collections.unmodifiableMap(places);
    }

    private YamlMap(String file, Problems problems) {
        this.file = file;
        this.at = Location.of(file);
        this.problems = problems;
        this.entries = Map.of();
        this.keyPlaces = Map.of();
    }

    static YamlMap empty(String file, Problems problems) {
        return new YamlMap(file, problems);
    }

    /** Where the mapping begins. */
    Location at() {
        return at;
    }

    /** Where a key stands, or the mapping's own place when it has no such key. */
    Location at(String key) {
        return keyPlaces.getOrDefault(key, at);
    }

    /** All entries in the order written. */
    Map<String, YamlValue> entries() {
        return entries;
    }

    /** Whether the key is written, even if its value is empty. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key; empty when the key is missing or its value is null. */
    Optional<YamlValue> get(String key) {
        return Optional.ofNullable(entries.get(key)).filter(value -> !value.isNullValue());
    }

    /** The value of a key that must be there; a missing one is a problem. */
    Optional<YamlValue> require(String key) {
        Optional<YamlValue> value = get(key);
        if (value.isEmpty()) {
            problems.add(
                    Problem.error("yaml-missing-key", has(key) ? at(key) : at).with("key", key));
        }
        return value;
    }

    /** The text of a key, if it is there. */
    Optional<String> text(String key) {
        return get(key).flatMap(YamlValue::text);
    }

    /** The text of a key that must be there. */
    Optional<String> requireText(String key) {
        return require(key).flatMap(YamlValue::text);
    }

    /** The texts of a list key; empty when the key is missing. */
    List<String> texts(String key) {
        return get(key).map(YamlValue::texts).orElse(List.of());
    }

    /** The nested mapping of a key, if it is there. */
    Optional<YamlMap> map(String key) {
        return get(key).flatMap(YamlValue::map);
    }

    /** A text in both languages: a mapping with {@code id} and {@code en}, or one text for both. */
    Optional<Label> label(String key) {
        return get(key).flatMap(value -> {
            if (!value.isMap()) {
                return value.text().map(Label::same);
            }
            return value.map().flatMap(both -> {
                both.allow(LANGUAGES);
                Optional<String> id = both.requireText("id");
                Optional<String> en = both.requireText("en");
                return id.isPresent() && en.isPresent() ? Optional.of(new Label(id.get(), en.get())) : Optional.empty();
            });
        });
    }

    /** Adds a problem for each key that is not among the known ones, naming the nearest. */
    void allow(Set<String> known) {
        keyPlaces.forEach((key, place) -> {
            if (!known.contains(key)) {
                problems.add(Problem.error("yaml-unknown-key", place)
                        .with("key", key)
                        .with("nearest", Nearest.to(key, known).orElse("–"))
                        .with(
                                "allowed",
                                String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    /** Reports a mistake of meaning found by the caller. */
    void report(Problem problem) {
        problems.add(problem);
    }

    /** The file this mapping stands in, as shown to the user. */
    String file() {
        return file;
    }
}
