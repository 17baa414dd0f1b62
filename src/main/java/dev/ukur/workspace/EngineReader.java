package dev.ukur.workspace;

import dev.ukur.model.EngineSettings;
import dev.ukur.problem.Problem;
import java.util.Optional;
import java.util.Set;

/** The key {@code engine} of {@code ukur.yaml}. */
final class EngineReader {

    /** A day. */
    private static final int MOST_SECONDS = 86_400;

    private EngineReader() {}

    static Optional<EngineSettings> read(YamlMap engines) {
        engines.allow(Set.of("trino"));
        return engines.map("trino").flatMap(EngineReader::trino);
    }

    private static Optional<EngineSettings> trino(YamlMap map) {
        map.allow(Set.of("url", "user", "password_from", "catalog", "schema", "timeout_seconds", "files"));
        Optional<String> url = map.requireText("url").filter(text -> isAddress(map, text));
        Optional<String> catalog = map.requireText("catalog").filter(text -> isName(map, "catalog", text));
        Optional<String> schema = map.text("schema").filter(text -> isName(map, "schema", text));
        int seconds = seconds(map).orElse(EngineSettings.SECONDS);
        if (url.isEmpty() || catalog.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EngineSettings(
                url.get(),
                map.text("user").orElse("ukur"),
                map.text("password_from"),
                catalog.get(),
                schema.orElse(EngineSettings.SCHEMA),
                seconds,
                map.map("files").flatMap(EngineReader::files)));
    }

    private static Optional<EngineSettings.Files> files(YamlMap map) {
        map.allow(Set.of("folder", "location"));
        Optional<String> folder = map.requireText("folder");
        Optional<String> location = map.requireText("location");
        return folder.flatMap(path -> location.map(name -> new EngineSettings.Files(path, name)));
    }

    /** The address holds no password and no catalogue: each is said once, in a key of its own. */
    private static boolean isAddress(YamlMap map, String url) {
        if (url.matches("jdbc:trino://[^/?@\\s]+(\\?(?!.*(?i:password|accessToken))\\S*)?")) {
            return true;
        }
        map.report(Problem.error("engine-url", map.at("url"))
                .with("value", url.replaceAll("(?i)(password|token)=[^&]*", "$1=...")));
        return false;
    }

    /** Names are written into queries as they are. */
    private static boolean isName(YamlMap map, String key, String text) {
        if (text.matches("[a-z_][a-z0-9_]*")) {
            return true;
        }
        map.report(Problem.error("engine-name", map.at(key)).with("key", key).with("value", text));
        return false;
    }

    private static Optional<Integer> seconds(YamlMap map) {
        Optional<Integer> seconds = map.get("timeout_seconds").flatMap(YamlValue::integer);
        if (seconds.filter(value -> value < 1 || value > MOST_SECONDS).isPresent()) {
            map.report(Problem.error("settings-out-of-range", map.at("timeout_seconds"))
                    .with("key", "timeout_seconds")
                    .with("value", seconds.get().toString())
                    .with("range", "1 - " + MOST_SECONDS));
            return Optional.empty();
        }
        return seconds;
    }
}
