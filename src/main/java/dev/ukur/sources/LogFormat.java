package dev.ukur.sources;

import dev.ukur.model.LayoutRules.LogRules;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a log. An instance reads one file from its top: some logs say what stands in their lines. */
interface LogFormat {

    /** What every log must tell of a request. */
    Set<String> NEEDED = Set.of("ip", "time", "url", "status");

    /** The request of a line; null when it is none. */
    @Nullable
    LogRequest read(String line);

    /** Whether a line is a remark: no client's address begins with a hash sign. */
    default boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /** The format of a profile. */
    static LogFormat of(LogRules rules) {
        return switch (rules.form()) {
            case LINES -> new Lines(rules.line().orElseThrow());
            case W3C -> new W3c(rules.fields());
            case JSON -> new Json(rules.fields());
        };
    }

    /** A line by a pattern with named groups. */
    final class Lines implements LogFormat {

        private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");
        private static final Pattern REQUEST = Pattern.compile("^(\\S+) (\\S+)(?: \\S+)?$");

        private final Pattern line;
        private final List<String> groups;

        Lines(Pattern line) {
            this.line = line;
            this.groups = GROUP.matcher(line.pattern())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        @Override
        public @Nullable LogRequest read(String text) {
            Matcher matcher = line.matcher(text);
            if (!matches(matcher)) {
                return null;
            }
            Map<String, String> parts = new HashMap<>();
            for (String group : groups) {
                if (matcher.group(group) != null) {
                    parts.put(group, matcher.group(group));
                }
            }
            // The request line is whatever the client sent: of an odd one only its text is known.
            Matcher request = REQUEST.matcher(parts.getOrDefault("request", ""));
            boolean usual = request.matches();
            parts.putIfAbsent("method", usual ? request.group(1) : "-");
            parts.putIfAbsent("url", usual ? request.group(2) : parts.getOrDefault("request", ""));
            LogRequest read = LogRequest.of(parts);
            return usual || !parts.containsKey("request") ? read : withMethod(read);
        }

        /** A line of thousands of escaped signs, which only an attacker sends, is too deep for patterns: it is none. */
        private static boolean matches(Matcher matcher) {
            try {
                return matcher.matches();
            } catch (StackOverflowError e) {
                return false;
            }
        }

        private static LogRequest withMethod(LogRequest odd) {
            return new LogRequest(odd.ip(), odd.agent(), odd.time(), "?", odd.url(), odd.status(), odd.referrer());
        }
    }

    /** The W3C extended format of IIS and CloudFront; its times are in UTC. */
    final class W3c implements LogFormat {

        private static final String FIELDS = "#Fields:";

        private final Map<String, List<String>> names;
        private final Map<String, Integer> places = new HashMap<>();
        private int width;

        W3c(Map<String, List<String>> names) {
            this.names = names;
        }

        /** A server that starts anew may name other fields from there on. */
        @Override
        public boolean isRemark(String line) {
            if (line.startsWith(FIELDS)) {
                List<String> columns =
                        List.of(line.substring(FIELDS.length()).strip().split("\\s+"));
                places.clear();
                width = columns.size();
                names.forEach((field, known) -> known.stream()
                        .filter(columns::contains)
                        .findFirst()
                        .ifPresent(name -> places.put(field, columns.indexOf(name))));
            }
            return line.startsWith("#") || line.isBlank();
        }

        @Override
        public @Nullable LogRequest read(String line) {
            String[] cells = line.indexOf('\t') >= 0
                    ? line.split("\t", -1)
                    : line.strip().split(" +");
            if (cells.length != width || !places.keySet().containsAll(NEEDED)) {
                return null;
            }
            Map<String, String> parts = new HashMap<>();
            places.forEach((field, place) -> parts.put(field, cells[place]));
            parts.computeIfPresent("agent", (field, text) -> decoded(text));
            parts.computeIfPresent("time", (field, text) -> text + "Z");
            return LogRequest.of(parts);
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text; // a lone percent sign: keep it as it stands
            }
        }
    }

    /** A JSON object a line. */
    final class Json implements LogFormat {

        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private final Map<String, List<JsonPath>> paths = new HashMap<>();

        Json(Map<String, List<String>> names) {
            names.forEach((field, known) ->
                    paths.put(field, known.stream().map(JsonPath::of).toList()));
        }

        @Override
        public @Nullable LogRequest read(String line) {
            JsonNode node = parse(line);
            if (node == null) {
                return null;
            }
            Map<String, String> parts = new HashMap<>();
            paths.forEach((field, known) -> known.stream()
                    .map(path -> path.in(node))
                    .filter(found -> found.isValueNode() && !found.isNull())
                    .findFirst()
                    .ifPresent(found -> parts.put(field, text(field, found))));
            return parts.keySet().containsAll(NEEDED) ? LogRequest.of(parts) : null;
        }

        private static @Nullable JsonNode parse(String line) {
            try {
                JsonNode node = MAPPER.readTree(line);
                return node.isObject() ? node : null;
            } catch (JacksonException e) {
                return null;
            }
        }

        /** A number as a time counts seconds since 1970. */
        private static String text(String field, JsonNode found) {
            if (field.equals("time") && found.isNumber()) {
                double seconds = found.doubleValue();
                return Double.isFinite(seconds) && Math.abs(seconds) < 1e11
                        ? Instant.ofEpochMilli(Math.round(seconds * 1000)).toString()
                        : "";
            }
            return found.asString("");
        }
    }
}
