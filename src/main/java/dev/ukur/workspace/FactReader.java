package dev.ukur.workspace;

import dev.ukur.model.FactRules;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code meta} block of a source profile. */
final class FactReader {

    private final YamlMap meta;

    FactReader(YamlMap meta) {
        this.meta = meta;
    }

    FactRules read() {
        meta.allow(Set.of("period", "currency", "timezone"));
        List<FactRules.PeriodRule> periods = meta.get("period").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> item.map().stream())
                .flatMap(rule -> period(rule).stream())
                .toList();
        Optional<YamlMap> currency = meta.map("currency");
        currency.ifPresent(map -> map.allow(Set.of("header_suffix", "preamble", "else")));
        Optional<YamlMap> zones = meta.get("timezone").filter(YamlValue::isMap).flatMap(YamlValue::map);
        zones.ifPresent(map -> map.allow(Set.of("preamble", "else")));
        Optional<String> zone = zones.isPresent() ? zones.get().text("else") : meta.text("timezone");
        zone.filter(word -> !word.equals("account") && !word.equals("workspace") && !ColumnReader.isZone(word))
                .ifPresent(word -> meta.report(
                        Problem.error("yaml-bad-zone", meta.at("timezone")).with("value", word)));
        return new FactRules(
                periods,
                currency.flatMap(map -> map.get("header_suffix")).flatMap(Patterns::of),
                currency.flatMap(map -> map.get("preamble")).flatMap(Patterns::of),
                currency.flatMap(map -> map.text("else")),
                zones.flatMap(map -> map.get("preamble")).flatMap(Patterns::of),
                zone);
    }

    private Optional<FactRules.PeriodRule> period(YamlMap rule) {
        rule.allow(
                Set.of("preamble", "to", "file", "sidecar", "row", "days", "from_pointer", "to_pointer", "taken_at"));
        if (rule.has("preamble")) {
            return rule.get("preamble")
                    .flatMap(Patterns::of)
                    .map(from -> new FactRules.Preamble(from, rule.get("to").flatMap(Patterns::of)));
        }
        if (rule.has("file")) {
            return rule.get("file").flatMap(Patterns::of).map(FactRules.FileName::new);
        }
        if (rule.has("days")) {
            return rule.get("days")
                    .map(ColumnReader::header)
                    .map(days -> new FactRules.SidecarDays(
                            rule.requireText("sidecar").orElse(""), days));
        }
        if (rule.has("sidecar")) {
            return Optional.of(new FactRules.Sidecar(
                    rule.requireText("sidecar").orElse(""),
                    rule.requireText("row").orElse("")));
        }
        Optional<String> from = rule.requireText("from_pointer");
        Optional<String> to = rule.requireText("to_pointer");
        return from.isPresent() && to.isPresent()
                ? Optional.of(new FactRules.Pointers(from.get(), to.get(), rule.text("taken_at")))
                : Optional.empty();
    }
}
