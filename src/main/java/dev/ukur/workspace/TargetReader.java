package dev.ukur.workspace;

import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Targets of a KPI. A value is a plain number ({@code 1250000}, {@code 0.035}), a percentage ({@code 3.5%}) or a change
 * against the baseline ({@code +15%}). Thousands separators are refused: {@code 1.250} is 1250 to one reader and 1.25
 * to another. A target may name a {@code minimum} and a {@code stretch} beside its value, the path to it, and what it is
 * {@code per}: the sum of a whole year, quarter, month or week.
 */
final class TargetReader {

    private static final Pattern NUMBER =
            Pattern.compile("(?<sign>[+-]?)(?<digits>\\d+(?:\\.\\d+)?)\\s*(?<percent>%?)");
    private static final Pattern ONE_GROUP = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern GROUPS =
            Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3}){2,}(?:,\\d+)?|(?:,\\d{3}){2,}(?:\\.\\d+)?|(?: \\d{3})+)%?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+%?");

    private TargetReader() {}

    /** The targets of a KPI in order of their due dates; a wrong one is a problem and left out. */
    static List<Target> read(YamlMap kpi) {
        return kpi.get("targets").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> item.map().stream())
                .flatMap(target -> target(target).stream())
                .sorted(Comparator.comparing(Target::due))
                .toList();
    }

    private static Optional<Target> target(YamlMap map) {
        map.allow(Set.of("value", "due", "per", "minimum", "stretch", "path"));
        Optional<YamlValue> value = map.require("value");
        Optional<LocalDate> due = due(map, value);
        Target.Bands bands = new Target.Bands(level(map, "minimum"), level(map, "stretch"));
        Target.Path path = map.get("path")
                .flatMap(word -> word.oneOf(Target.Path.words()))
                .flatMap(Target.Path::of)
                .orElse(Target.Path.SHAPED);
        Optional<Grain> per = map.get("per")
                .flatMap(word ->
                        word.oneOf(Target.SPANS.stream().map(Grain::word).toList()))
                .flatMap(Grain::of);
        return value.flatMap(written -> number(map, written))
                .flatMap(number ->
                        due.map(day -> new Target(number.value, number.form, day, bands, path, per, map.at())));
    }

    /** A level under a key, if it is there and can be read. */
    static Optional<Target.Level> level(YamlMap map, String key) {
        return map.get(key)
                .flatMap(value ->
                        number(map, value).map(number -> new Target.Level(number.value, number.form, value.at())));
    }

    private static Optional<LocalDate> due(YamlMap map, Optional<YamlValue> value) {
        if (map.get("due").isEmpty()) {
            map.report(Problem.error("target-no-due", map.at())
                    .with("value", value.flatMap(YamlValue::text).orElse("–")));
        }
        return map.get("due").flatMap(YamlValue::date);
    }

    private static Optional<Written> number(YamlMap map, YamlValue value) {
        Optional<String> text = value.text().map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = NUMBER.matcher(text.get());
        if (ONE_GROUP.matcher(text.get()).matches() || !parts.matches()) {
            map.report(refusal(value, text.get()));
            return Optional.empty();
        }
        return Optional.of(written(parts));
    }

    private static Written written(Matcher parts) {
        BigDecimal number = new BigDecimal(parts.group("digits"));
        String sign = parts.group("sign");
        BigDecimal signed = sign.equals("-") ? number.negate() : number;
        if (parts.group("percent").isEmpty()) {
            return new Written(signed, Target.Form.LEVEL);
        }
        return new Written(signed.movePointLeft(2), sign.isEmpty() ? Target.Form.PERCENT : Target.Form.CHANGE);
    }

    private static Problem refusal(YamlValue value, String text) {
        if (ONE_GROUP.matcher(text).matches()) {
            return Problem.error("number-ambiguous", value.at())
                    .with("value", text)
                    .with("whole", text.replaceAll("[.,]", ""))
                    .with("decimal", text.replace(',', '.').replaceAll("0+$", ""));
        }
        if (GROUPS.matcher(text).matches()) {
            return Problem.error("number-separators", value.at())
                    .with("value", text)
                    .with("write", withoutGroups(text));
        }
        if (COMMA.matcher(text).matches()) {
            return Problem.error("number-separators", value.at())
                    .with("value", text)
                    .with("write", text.replace(',', '.'));
        }
        return Problem.error("yaml-not-a-number", value.at())
                .with("key", value.key())
                .with("value", text);
    }

    private static String withoutGroups(String text) {
        boolean commaDecimal = text.indexOf('.') >= 0 && text.indexOf('.') < text.indexOf(',');
        return commaDecimal || text.indexOf(',') < 0
                ? text.replaceAll("[. ]", "").replace(',', '.')
                : text.replace(",", "");
    }

    private record Written(BigDecimal value, Target.Form form) {}
}
