package dev.ukur.workspace;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.TraceRules;
import dev.ukur.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The channel rules in YAML to {@link ChannelRules}. */
public final class ChannelRulesReader {

    private static final String BUILT_IN = "/dev/ukur/sources/";

    private ChannelRulesReader() {}

    /** The built-in rules. */
    public static ChannelRules builtIn(Problems problems) {
        return read(YamlFile.builtIn(BUILT_IN, "channels.yaml", problems));
    }

    static ChannelRules read(String file, String text, Problems problems) {
        return read(YamlFile.read(file, text, problems));
    }

    private static ChannelRules read(Optional<YamlMap> yaml) {
        return yaml.map(ChannelRulesReader::rules)
                .orElse(new ChannelRules(List.of(), Map.of(), List.of(), Map.of(), TraceRules.NONE));
    }

    private static ChannelRules rules(YamlMap yaml) {
        yaml.allow(Set.of("sites", "click_ids", "stated", "rules", "traces"));
        Map<String, ChannelRules.ClickId> clickIds = new LinkedHashMap<>();
        yaml.map("click_ids")
                .ifPresent(map -> map.entries()
                        .forEach((parameter, value) -> value.map()
                                .ifPresent(id -> clickIds.put(
                                        parameter,
                                        new ChannelRules.ClickId(
                                                id.requireText("source").orElse(""),
                                                id.requireText("medium").orElse(""))))));
        Map<String, Boolean> stated = new LinkedHashMap<>();
        yaml.map("stated")
                .ifPresent(map -> map.entries()
                        .forEach((channel, paid) -> paid.bool().ifPresent(flag -> stated.put(channel, flag))));
        return new ChannelRules(
                maps(yaml, "sites").stream().map(ChannelRulesReader::sites).toList(),
                clickIds,
                maps(yaml, "rules").stream().map(ChannelRulesReader::rule).toList(),
                stated,
                yaml.map("traces").map(TraceRulesReader::read).orElse(TraceRules.NONE));
    }

    private static ChannelRules.Sites sites(YamlMap map) {
        map.allow(Set.of("kind", "medium", "hosts"));
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        map.map("hosts").ifPresent(names -> names.entries().forEach((name, value) -> hosts.put(name, value.texts())));
        return new ChannelRules.Sites(
                map.requireText("kind").orElse(""), map.requireText("medium").orElse(""), hosts);
    }

    private static ChannelRules.Rule rule(YamlMap map) {
        map.allow(Set.of("channel", "paid", "kind", "source", "medium", "campaign"));
        return new ChannelRules.Rule(
                map.requireText("channel").orElse(""),
                map.get("paid").flatMap(YamlValue::bool).orElse(false),
                map.text("kind"),
                pattern(map, "source"),
                pattern(map, "medium"),
                pattern(map, "campaign"));
    }

    private static Optional<Pattern> pattern(YamlMap map, String key) {
        return map.get(key).flatMap(Patterns::of);
    }

    private static List<YamlMap> maps(YamlMap yaml, String key) {
        return yaml.get(key).map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> item.map().stream())
                .toList();
    }
}
