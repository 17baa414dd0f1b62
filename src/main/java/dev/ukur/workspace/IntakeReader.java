package dev.ukur.workspace;

import dev.ukur.model.IntakeRules;
import dev.ukur.model.PrivacyRules;
import dev.ukur.model.RejectRules;
import dev.ukur.model.TraceRules;
import dev.ukur.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The keys {@code traffic}, {@code rejects} and {@code privacy} of {@code ukur.yaml}. */
final class IntakeReader {

    private IntakeReader() {}

    static IntakeRules read(YamlMap file) {
        return new IntakeRules(
                file.map("traffic").map(TraceRulesReader::read).orElse(TraceRules.NONE),
                file.map("rejects").map(IntakeReader::rejects).orElse(RejectRules.USUAL),
                file.map("privacy").map(IntakeReader::privacy).orElse(PrivacyRules.USUAL));
    }

    private static RejectRules rejects(YamlMap map) {
        map.allow(Set.of("hold_above", "keep_days"));
        return new RejectRules(
                inside(
                                map,
                                "hold_above",
                                "0 - 1",
                                map.get("hold_above").flatMap(YamlValue::number),
                                share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0)
                        .map(BigDecimal::doubleValue)
                        .orElse(RejectRules.USUAL.holdAbove()),
                inside(
                                map,
                                "keep_days",
                                "0 - 36500",
                                map.get("keep_days").flatMap(YamlValue::integer),
                                days -> days >= 0 && days <= 36_500)
                        .orElse(RejectRules.USUAL.keepDays()));
    }

    private static PrivacyRules privacy(YamlMap map) {
        map.allow(Set.of("personal_data", "phone_country"));
        boolean keeps = map.get("personal_data")
                .flatMap(value -> value.oneOf(List.of("hash", "keep")))
                .filter("keep"::equals)
                .isPresent();
        Optional<String> country = inside(
                map, "phone_country", "1 - 999", map.text("phone_country"), code -> code.matches("[1-9]\\d{0,2}"));
        return new PrivacyRules(keeps, country.orElse(PrivacyRules.USUAL.phoneCountry()));
    }

    private static <T> Optional<T> inside(
            YamlMap map, String key, String range, Optional<T> value, Predicate<T> holds) {
        if (value.isPresent() && !holds.test(value.get())) {
            map.report(Problem.error("settings-out-of-range", map.at(key))
                    .with("key", key)
                    .with("value", value.get().toString())
                    .with("range", range));
            return Optional.empty();
        }
        return value;
    }
}
