package dev.ukur.sources.read;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A JSON tree, or JSON records a line each. */
record JsonContent(Opened text, Kind kind) implements Content {

    /** A tree is held in memory whole. */
    private static final long MOST_TREE_CHARS = 200_000_000;

    /**
     * The content of a text that begins with a brace or a bracket. It is NDJSON when its first line is a whole object
     * and another line follows, or the file's name says so; else one tree.
     */
    static Optional<Content> of(Opened text) throws IOException {
        try (BufferedReader reader = new BufferedReader(text.reader())) {
            String first = nextFilled(reader);
            if (first == null || (first.charAt(0) != '{' && first.charAt(0) != '[')) {
                return Optional.empty();
            }
            boolean more = nextFilled(reader) != null;
            if (isObject(first) && (more || isNamedNdjson(text.stored().input().name()))) {
                return Optional.of(new JsonContent(text, Kind.NDJSON));
            }
        }
        if (text.look().chars() > MOST_TREE_CHARS) {
            throw new ProblemException(
                    Problem.error("json-too-large", text.stored().at()).with("limit", MOST_TREE_CHARS));
        }
        return Optional.of(new JsonContent(text, Kind.JSON));
    }

    @Override
    public Input input() {
        return text.stored().input();
    }

    @Override
    public String sha256() {
        return text.sha256();
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public Grid grid(String sheet) {
        throw new IllegalStateException("JSON has records, not rows");
    }

    @Override
    public Grid grid(char delimiter) {
        throw new IllegalStateException("JSON has records, not rows");
    }

    @Override
    public TextLines lines() {
        return new TextLines(text);
    }

    @Override
    public Records records() {
        return kind == Kind.NDJSON ? new LineRecords(text) : new TreeRecord(text);
    }

    private static @Nullable String nextFilled(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        return line == null ? null : line.strip();
    }

    private static boolean isObject(String line) {
        try {
            return line.charAt(0) == '{' && Json.MAPPER.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isNamedNdjson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(".ndjson") || lower.contains(".jsonl");
    }
}
