package dev.ukur.workspace;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.ValueType;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code columns} and {@code derive} blocks of a source profile. */
final class ColumnReader {

    private static final Set<String> KEYS = Set.of(
            "from",
            "beside",
            "type",
            "required",
            "unit",
            "zone",
            "negative",
            "planned",
            "masked",
            "sentinels",
            "words",
            "patterns",
            "sum");
    private static final List<String> UNITS =
            List.of("major", "minor", "micros", "percent", "fraction", "seconds", "millis");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");

    private final Problems problems;

    ColumnReader(Problems problems) {
        this.problems = problems;
    }

    /** The rules of one target: what is read first, then what is derived, each in the order written. */
    List<ColumnRule> table(String table, Optional<YamlMap> columns, Optional<YamlMap> derive) {
        List<ColumnRule> rules = new ArrayList<>();
        columns.ifPresent(map -> map.entries()
                .forEach((column, value) -> value.map().ifPresent(rule -> rules.add(read(table, column, rule)))));
        derive.ifPresent(map -> map.entries()
                .forEach((column, value) -> derived(table, column, value, map).ifPresent(rules::add)));
        return rules;
    }

    /** A column's names: a text, a number counted from 1, a list of them, or {@code {re: pattern}}. */
    static HeaderMatch header(YamlValue value) {
        List<String> names = new ArrayList<>();
        Optional<Pattern> pattern = Optional.empty();
        for (YamlValue item : value.list()) {
            if (item.isMap()) {
                YamlMap map = item.map().orElseThrow();
                map.allow(Set.of("re"));
                pattern = map.require("re").flatMap(Patterns::of);
            } else {
                item.text().ifPresent(names::add);
            }
        }
        return new HeaderMatch(names, pattern);
    }

    private ColumnRule read(String table, String column, YamlMap rule) {
        rule.allow(KEYS);
        HeaderMatch from =
                rule.require("from").map(ColumnReader::header).orElse(new HeaderMatch(List.of(), Optional.empty()));
        ValueType type = rule.require("type")
                .flatMap(value -> value.oneOf(ValueType.words()))
                .flatMap(ValueType::of)
                .orElse(ValueType.TEXT);
        ColumnValue value = new ColumnValue.Read(
                from, rule.get("beside").map(ColumnReader::header), type, flag(rule, "required"), form(rule));
        return new ColumnRule(table, column, value, flag(rule, "sum"), rule.at());
    }

    private Optional<ColumnRule> derived(String table, String column, YamlValue value, YamlMap parent) {
        boolean sum = false;
        YamlValue written = value;
        if (value.isMap() && value.map().orElseThrow().has("sum")) {
            YamlMap wrapper = value.map().orElseThrow();
            wrapper.allow(Set.of("sum"));
            written = wrapper.get("sum").orElse(value);
            sum = true;
        }
        boolean summed = sum;
        return new ExpressionReader(problems)
                .top(written)
                .map(expression ->
                        new ColumnRule(table, column, new ColumnValue.Derived(expression), summed, parent.at(column)));
    }

    private ColumnValue.Form form(YamlMap rule) {
        Map<String, String> words = new LinkedHashMap<>();
        rule.map("words")
                .ifPresent(map -> map.entries()
                        .forEach((canonical, sources) ->
                                sources.texts().forEach(source -> words.put(source, canonical))));
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        rule.map("patterns")
                .ifPresent(map -> map.entries()
                        .forEach((canonical, regexes) -> regexes.list()
                                .forEach(regex ->
                                        Patterns.of(regex).ifPresent(pattern -> patterns.put(pattern, canonical)))));
        Optional<String> unit = rule.get("unit").flatMap(value -> value.oneOf(UNITS));
        rule.text("zone")
                .filter(zone -> !isZone(zone))
                .ifPresent(zone -> problems.add(
                        Problem.error("yaml-bad-zone", rule.at("zone")).with("value", zone)));
        return new ColumnValue.Form(
                unit,
                rule.text("zone").filter(ColumnReader::isZone),
                flag(rule, "negative"),
                flag(rule, "planned"),
                flag(rule, "masked"),
                sentinels(rule),
                words,
                patterns);
    }

    private Map<BigDecimal, ColumnValue.Sentinel> sentinels(YamlMap rule) {
        Map<BigDecimal, ColumnValue.Sentinel> sentinels = new LinkedHashMap<>();
        rule.map("sentinels")
                .ifPresent(map -> map.entries()
                        .forEach((written, value) -> value.map().ifPresent(limit -> {
                            limit.allow(Set.of("value", "bound"));
                            Optional<BigDecimal> number = limit.require("value").flatMap(YamlValue::number);
                            Optional<String> bound =
                                    limit.require("bound").flatMap(word -> word.oneOf(List.of("lt", "gt")));
                            if (number.isPresent()
                                    && bound.isPresent()
                                    && NUMBER.matcher(written).matches()) {
                                sentinels.put(
                                        new BigDecimal(written).stripTrailingZeros(),
                                        new ColumnValue.Sentinel(
                                                number.get(), bound.get().equals("lt")));
                            } else if (!NUMBER.matcher(written).matches()) {
                                problems.add(Problem.error("yaml-not-a-number", limit.at())
                                        .with("key", "sentinels")
                                        .with("value", written));
                            }
                        })));
        return sentinels;
    }

    static boolean isZone(String zone) {
        try {
            java.time.ZoneId.of(zone);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    private static boolean flag(YamlMap rule, String key) {
        return rule.get(key).flatMap(YamlValue::bool).orElse(false);
    }
}
