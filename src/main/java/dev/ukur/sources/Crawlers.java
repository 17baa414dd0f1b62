package dev.ukur.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The user agents of crawlers, by a published list. Not thread-safe. */
final class Crawlers {

    private static final String LIST = "/dev/ukur/sources/crawlers.txt";
    private static final int MOST_REMEMBERED = 10_000;

    /** An agent longer than this is looked at in its beginning only. */
    private static final int MOST_CHARS = 1_000;

    private final List<Predicate<String>> signs = new ArrayList<>();
    private final Map<String, Boolean> remembered = new HashMap<>();

    /** The published list alone. */
    Crawlers() {
        this(List.of());
    }

    /** @param more patterns of a workspace's own */
    Crawlers(List<Pattern> more) {
        try (InputStream bytes = Objects.requireNonNull(Crawlers.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("# ")).forEach(line -> signs.add(sign(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        more.forEach(pattern -> signs.add(pattern.asPredicate()));
    }

    /** Whether an agent is a crawler's. */
    boolean isCrawler(String agent) {
        Boolean known = remembered.get(agent);
        if (known == null) {
            String text = agent.length() > MOST_CHARS ? agent.substring(0, MOST_CHARS) : agent;
            known = signs.stream().anyMatch(sign -> sign.test(text));
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(agent, known);
            }
        }
        return known;
    }

    /** Most patterns are plain words, which are found many times faster than patterns. */
    private static Predicate<String> sign(String pattern) {
        String plain = pattern.replaceAll("\\\\([/.])", "$1");
        boolean word = plain.chars().noneMatch(c -> "\\^$|?*+()[]{}".indexOf(c) >= 0)
                && pattern.replace("\\.", "").indexOf('.') < 0;
        return word ? text -> text.contains(plain) : Pattern.compile(pattern).asPredicate();
    }
}
