package dev.ukur.workspace;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.LayoutRules;
import dev.ukur.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code read}, {@code group} and {@code unpivot} blocks of a source profile. */
final class LayoutReader {

    private static final Set<String> KEYS = Set.of(
            "header_within",
            "header",
            "delimiter",
            "sheet",
            "blank",
            "sections",
            "stop_at",
            "description_rows",
            "rows",
            "explode",
            "names",
            "values",
            "log",
            "drop_rows");

    /** What is known of a request. */
    private static final Set<String> REQUEST = Set.of(
            "ip", "host", "user", "time", "date", "method", "url", "query", "status", "bytes", "referrer", "agent");

    private final YamlMap profile;
    private final Problems problems;

    LayoutReader(YamlMap profile, Problems problems) {
        this.profile = profile;
        this.problems = problems;
    }

    LayoutRules read() {
        YamlMap read = profile.map("read").orElse(YamlMap.empty(profile.file(), problems));
        read.allow(KEYS);
        return new LayoutRules(
                integer(read, "header_within", 40),
                read.get("header")
                        .flatMap(value -> value.oneOf(List.of("none")))
                        .isEmpty(),
                read.text("delimiter"),
                pattern(read, "sheet"),
                isWord(read, "blank", List.of("skip", "stop")),
                isWord(read, "sections", List.of("none", "blank")),
                patterns(read, "stop_at"),
                integer(read, "description_rows", 0),
                new LayoutRules.JsonRules(
                        read.text("rows"), read.text("explode"), read.texts("names"), read.texts("values")),
                read.map("log").map(this::log),
                read.get("drop_rows").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(item -> item.map().stream())
                        .map(this::special)
                        .toList(),
                profile.map("checks").flatMap(checks -> pattern(checks, "row_count")),
                profile.map("group").map(this::group),
                profile.map("unpivot").flatMap(this::unpivot));
    }

    private LayoutRules.LogRules log(YamlMap log) {
        log.allow(Set.of("line", "form", "fields"));
        Optional<String> form = log.get("form").flatMap(value -> value.oneOf(List.of("w3c", "json")));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        log.map("fields").ifPresent(map -> {
            map.allow(REQUEST);
            map.entries().forEach((field, names) -> fields.put(field, names.texts()));
        });
        LayoutRules.LogForm known = form.map(
                        word -> word.equals("w3c") ? LayoutRules.LogForm.W3C : LayoutRules.LogForm.JSON)
                .orElse(LayoutRules.LogForm.LINES);
        Optional<Pattern> line =
                form.isPresent() ? Optional.empty() : log.require("line").flatMap(Patterns::of);
        return new LayoutRules.LogRules(known, line, fields);
    }

    private LayoutRules.SpecialRow special(YamlMap row) {
        row.allow(Set.of("col", "re", "blank", "as", "binding"));
        List<HeaderMatch> blank = row.get("blank").map(YamlValue::list).orElse(List.of()).stream()
                .map(ColumnReader::header)
                .toList();
        return new LayoutRules.SpecialRow(
                row.text("col"),
                row.get("re").flatMap(Patterns::of),
                blank,
                row.get("as")
                        .flatMap(value -> value.oneOf(List.of("control_total", "nothing")))
                        .filter("control_total"::equals)
                        .isPresent(),
                row.get("binding").flatMap(Patterns::of));
    }

    private LayoutRules.Group group(YamlMap map) {
        map.allow(Set.of("by", "once", "fill_down"));
        HeaderMatch by =
                map.require("by").map(ColumnReader::header).orElse(new HeaderMatch(List.of(), Optional.empty()));
        return new LayoutRules.Group(
                by,
                map.texts("once"),
                map.get("fill_down").map(YamlValue::list).orElse(List.of()).stream()
                        .map(ColumnReader::header)
                        .toList());
    }

    private Optional<Pattern> unpivot(YamlMap map) {
        map.allow(Set.of("header"));
        return map.require("header").flatMap(Patterns::of);
    }

    private Optional<Pattern> pattern(YamlMap map, String key) {
        return map.get(key).flatMap(Patterns::of);
    }

    /** Whether a key has the last of its two words. */
    private static boolean isWord(YamlMap map, String key, List<String> words) {
        return map.get(key)
                .flatMap(value -> value.oneOf(words))
                .filter(words.get(1)::equals)
                .isPresent();
    }

    private List<Pattern> patterns(YamlMap map, String key) {
        return map.get(key).map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> Patterns.of(item).stream())
                .toList();
    }

    private static int integer(YamlMap map, String key, int otherwise) {
        return map.get(key).flatMap(YamlValue::integer).orElse(otherwise);
    }
}
