package dev.ukur.workspace;

import dev.ukur.model.Appearance;
import dev.ukur.problem.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The key {@code appearance} of {@code ukur.yaml}: colours that can be seen on the pages, and a logo that does no harm. */
final class AppearanceReader {

    /** The papers of the pages: the token of that name in {@code page.css}. */
    static final String LIGHT_PAPER = "#fbfbf9";

    static final String DARK_PAPER = "#121416";

    /** WCAG 2.2, 1.4.11: what is no text needs this contrast. */
    private static final double LEAST = 3.0;

    private AppearanceReader() {}

    static Appearance read(YamlMap map, Path folder) {
        map.allow(Set.of("color", "color_dark", "logo"));
        Optional<String> light = color(map, "color").filter(color -> isSeen(map, "color", color, LIGHT_PAPER));
        Optional<String> dark = map.has("color_dark")
                ? color(map, "color_dark").filter(color -> isSeen(map, "color_dark", color, DARK_PAPER))
                : light.filter(color -> isSeen(map, "color", color, DARK_PAPER));
        if (map.has("color_dark") && !map.has("color")) {
            map.require("color");
        }
        return new Appearance(light, dark, map.get("logo").flatMap(value -> LogoFile.read(value, folder)));
    }

    private static Optional<String> color(YamlMap map, String key) {
        Optional<String> text = map.text(key).map(word -> word.toLowerCase(Locale.ROOT));
        if (text.filter(word -> !word.matches("#[0-9a-f]{6}")).isPresent()) {
            map.report(
                    Problem.error("appearance-color", map.get(key).orElseThrow().at())
                            .with("value", text.get()));
            return Optional.empty();
        }
        return text;
    }

    private static boolean isSeen(YamlMap map, String key, String color, String paper) {
        double contrast = contrast(color, paper);
        if (contrast >= LEAST) {
            return true;
        }
        String code = paper.equals(LIGHT_PAPER) ? "appearance-pale" : "appearance-dark";
        map.report(Problem.error(code, map.get(key).orElseThrow().at())
                .with("value", color)
                .with("contrast", String.format(Locale.ROOT, "%.1f", contrast))
                .with("least", String.format(Locale.ROOT, "%.0f", LEAST)));
        return false;
    }

    /** WCAG 2.2: the ratio of the lighter to the darker relative luminance, each raised by 0.05. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
