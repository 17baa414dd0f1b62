package dev.ukur.workspace;

import dev.ukur.model.TraceRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a visit's traces is believed: the same keys in the built-in rules and under {@code traffic} of a workspace. */
final class TraceRulesReader {

    private static final Set<String> KEYS = Set.of("own_sites", "gateways", "spammers", "crawlers", "repairs");
    private static final List<String> PARTS = List.of("source", "medium", "campaign");

    private TraceRulesReader() {}

    static TraceRules read(YamlMap yaml) {
        yaml.allow(KEYS);
        return new TraceRules(
                hosts(yaml, "own_sites"),
                hosts(yaml, "gateways"),
                hosts(yaml, "spammers"),
                patterns(yaml),
                yaml.map("repairs").map(TraceRulesReader::repairs).orElse(TraceRules.NONE.repairs()));
    }

    private static List<Pattern> patterns(YamlMap yaml) {
        return yaml.get("crawlers").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> Patterns.of(item).stream())
                .toList();
    }

    /** Hosts in lower case, without {@code www.}, so that they hold for all pages under them. */
    private static Set<String> hosts(YamlMap yaml, String key) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String text : yaml.texts(key)) {
            String host = text.strip().toLowerCase(Locale.ROOT);
            hosts.add(host.startsWith("www.") ? host.substring("www.".length()) : host);
        }
        return hosts;
    }

    /** {@code lower} names parts without letter case; each part maps the right word to its wrong ones. */
    private static TraceRules.Repairs repairs(YamlMap map) {
        map.allow(Set.of("lower", "source", "medium", "campaign"));
        Set<String> lowered = new LinkedHashSet<>();
        map.get("lower")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(item -> item.oneOf(PARTS).ifPresent(lowered::add));
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        for (String part : PARTS) {
            Map<String, String> wrong = new LinkedHashMap<>();
            map.map(part)
                    .ifPresent(right -> right.entries()
                            .forEach((word, value) ->
                                    value.texts().forEach(text -> wrong.put(text.toLowerCase(Locale.ROOT), word))));
            words.put(part, wrong);
        }
        return new TraceRules.Repairs(lowered, words);
    }
}
