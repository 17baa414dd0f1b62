package dev.ukur.workspace;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.DatabaseRules;
import dev.ukur.model.DetectRules;
import dev.ukur.model.FactRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.Label;
import dev.ukur.model.LoadRules;
import dev.ukur.model.LocaleRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.TrafficRules;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One source profile in YAML to its {@link SourceProfile}. The format is described in {@code docs/source-profiles.md}. */
final class SourceProfileReader {

    private static final Set<String> KEYS = Set.of(
            "profile",
            "version",
            "verified",
            "about",
            "notes",
            "account",
            "target",
            "detect",
            "read",
            "group",
            "unpivot",
            "meta",
            "locale",
            "columns",
            "derive",
            "traffic",
            "load",
            "checks",
            "pii",
            "database");
    private static final Set<String> EXTENSION_KEYS =
            Set.of("profile", "extends", "about", "notes", "account", "aliases", "locale");
    private static final List<String> CONTAINERS = List.of("csv", "xlsx", "json", "ndjson", "table", "log");
    private static final Set<String> TRAFFIC = Set.of(
            "url",
            "referrer",
            "source",
            "medium",
            "campaign",
            "term",
            "content",
            "named",
            "stated",
            "source_medium",
            "agent");
    private static final Map<String, LoadRules.Duplicates> DUPLICATES = Map.of(
            "reject", LoadRules.Duplicates.REJECT,
            "same", LoadRules.Duplicates.SAME,
            "sum", LoadRules.Duplicates.SUM,
            "best", LoadRules.Duplicates.BEST,
            "last", LoadRules.Duplicates.LAST);

    private final YamlMap yaml;
    private final Problems problems;

    private SourceProfileReader(YamlMap yaml, Problems problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Reads one file.
     *
     * @param known looks up the profile that one {@code extends}
     */
    static Optional<SourceProfile> read(
            String file, String text, Function<String, Optional<SourceProfile>> known, Problems problems) {
        return read(YamlFile.read(file, text, problems), known, problems);
    }

    /** Reads the values of one file. */
    static Optional<SourceProfile> read(
            Optional<YamlMap> file, Function<String, Optional<SourceProfile>> known, Problems problems) {
        return file.flatMap(yaml -> {
            SourceProfileReader reader = new SourceProfileReader(yaml, problems);
            return yaml.has("extends") ? reader.extension(known) : reader.profile();
        });
    }

    private Optional<SourceProfile> profile() {
        yaml.allow(KEYS);
        Optional<String> name = yaml.requireText("profile");
        Optional<YamlValue> version = yaml.require("version");
        List<String> targets = yaml.texts("target");
        if (yaml.require("target").isEmpty() || name.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SourceProfile(
                name.get(),
                version.flatMap(YamlValue::integer).orElse(1),
                yaml.get("verified").flatMap(YamlValue::bool).orElse(false),
                yaml.label("about").orElse(Label.same(name.get())),
                yaml.text("account").orElse(platform(name.get())),
                targets,
                detect(),
                new LayoutReader(yaml, problems).read(),
                yaml.map("meta").map(map -> new FactReader(map).read()).orElse(noFacts()),
                locale().orElse(new LocaleRules(Optional.empty(), Optional.empty(), List.of())),
                columns(targets),
                traffic(),
                load(),
                yaml.texts("pii"),
                database(),
                yaml.at("profile")));
    }

    /** A profile that is another one with more names for its columns. */
    private Optional<SourceProfile> extension(Function<String, Optional<SourceProfile>> known) {
        yaml.allow(EXTENSION_KEYS);
        String base = yaml.requireText("extends").orElse("");
        Optional<SourceProfile> extended = known.apply(base);
        if (extended.isEmpty()) {
            yaml.report(
                    Problem.error("profile-unknown-base", yaml.at("extends")).with("profile", base));
            return Optional.empty();
        }
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        yaml.map("aliases")
                .ifPresent(map -> map.entries().forEach((header, names) -> aliases.put(header, names.texts())));
        SourceProfile more = new Aliases(aliases).applyTo(extended.get());
        return Optional.of(new SourceProfile(
                yaml.text("profile").orElse(base),
                more.version(),
                more.verified(),
                yaml.label("about").orElse(more.about()),
                yaml.text("account").orElse(more.account()),
                more.targets(),
                more.detect(),
                more.layout(),
                more.facts(),
                locale().orElse(more.locale()),
                more.columns(),
                more.traffic(),
                more.load(),
                more.pii(),
                more.database(),
                yaml.at("extends")));
    }

    private static String platform(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static FactRules noFacts() {
        return new FactRules(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private DetectRules detect() {
        Optional<YamlMap> map =
                (yaml.has("database") ? yaml.get("detect") : yaml.require("detect")).flatMap(YamlValue::map);
        if (map.isEmpty()) {
            return new DetectRules(List.of(), List.of(), List.of(), false, List.of(), List.of(), Optional.empty());
        }
        YamlMap detect = map.get();
        detect.allow(Set.of("container", "all", "none", "only", "preamble", "pointers", "file"));
        List<String> containers = detect.get("container").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(word -> word.oneOf(CONTAINERS).stream())
                .toList();
        return new DetectRules(
                containers,
                headers(detect, "all"),
                headers(detect, "none"),
                detect.get("only").flatMap(YamlValue::bool).orElse(false),
                detect.get("preamble").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(item -> Patterns.of(item).stream())
                        .toList(),
                detect.texts("pointers"),
                detect.get("file").flatMap(Patterns::of));
    }

    private List<HeaderMatch> headers(YamlMap map, String key) {
        return map.get(key).map(YamlValue::list).orElse(List.of()).stream()
                .map(ColumnReader::header)
                .toList();
    }

    private Optional<LocaleRules> locale() {
        return yaml.map("locale").map(map -> {
            map.allow(Set.of("number", "date", "nulls"));
            return new LocaleRules(
                    word(map, "number", List.of("auto", "dot", "comma")),
                    word(map, "date", List.of("auto", "dmy", "mdy")),
                    map.texts("nulls"));
        });
    }

    private static Optional<String> word(YamlMap map, String key, List<String> words) {
        return map.get(key).flatMap(value -> value.oneOf(words)).filter(word -> !word.equals("auto"));
    }

    private List<ColumnRule> columns(List<String> targets) {
        ColumnReader reader = new ColumnReader(problems);
        if (targets.size() == 1) {
            String only = targets.get(0);
            return reader.table(only, yaml.map("columns"), yaml.map("derive"));
        }
        Optional<YamlMap> columns = yaml.map("columns");
        Optional<YamlMap> derive = yaml.map("derive");
        columns.ifPresent(map -> map.allow(Set.copyOf(targets)));
        derive.ifPresent(map -> map.allow(Set.copyOf(targets)));
        return targets.stream()
                .flatMap(target -> reader
                        .table(target, columns.flatMap(map -> map.map(target)), derive.flatMap(map -> map.map(target)))
                        .stream())
                .toList();
    }

    private Optional<DatabaseRules> database() {
        return yaml.map("database").flatMap(map -> {
            map.allow(Set.of("url", "user", "password_from", "query", "cursor", "since"));
            Optional<String> url = map.requireText("url");
            Optional<String> query = map.requireText("query");
            boolean asksSince = query.filter(text -> text.contains(":since")).isPresent();
            if (asksSince) {
                map.require("cursor");
                map.require("since");
            }
            return url.isEmpty() || query.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DatabaseRules(
                            url.get(),
                            map.text("user"),
                            map.text("password_from"),
                            query.get(),
                            map.text("cursor"),
                            map.text("since")));
        });
    }

    private Optional<TrafficRules> traffic() {
        return yaml.map("traffic").map(map -> {
            Map<String, HeaderMatch> fields = new LinkedHashMap<>();
            map.entries().forEach((part, value) -> {
                if (TRAFFIC.contains(part)) {
                    fields.put(part, ColumnReader.header(value));
                }
            });
            Set<String> allowed = new java.util.HashSet<>(TRAFFIC);
            allowed.add("without");
            map.allow(allowed);
            boolean direct = map.get("without")
                    .flatMap(value -> value.oneOf(List.of("direct", "unknown")))
                    .filter("direct"::equals)
                    .isPresent();
            return new TrafficRules(fields, direct);
        });
    }

    private LoadRules load() {
        Optional<YamlMap> map = yaml.map("load");
        map.ifPresent(load -> load.allow(Set.of("mode", "restate_days", "duplicates")));
        Optional<String> mode =
                map.flatMap(load -> load.get("mode")).flatMap(value -> value.oneOf(List.of("merge", "replace")));
        Optional<YamlMap> checks = yaml.map("checks");
        checks.ifPresent(check -> check.allow(Set.of("control_total", "row_count")));
        return new LoadRules(
                map.flatMap(load -> load.get("restate_days"))
                        .flatMap(YamlValue::integer)
                        .orElse(7),
                map.flatMap(load -> load.get("duplicates"))
                        .flatMap(value -> value.oneOf(List.of("reject", "same", "sum", "best", "last")))
                        .map(DUPLICATES::get)
                        .orElse(LoadRules.Duplicates.REJECT),
                checks.map(check -> check.texts("control_total")).orElse(List.of()),
                mode.filter("replace"::equals).isPresent());
    }
}
