package dev.ukur.workspace;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.Appearance;
import dev.ukur.model.EngineSettings;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.time.FiscalCalendar;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of {@code ukur.yaml}. What is not said, or wrong, is as in {@link WorkspaceSettings#defaults}. */
final class SettingsReader {

    private static final Set<String> KEYS = Set.of(
            "name",
            "time_zone",
            "currency",
            "language",
            "brand_terms",
            "accounts",
            "week_start",
            "fiscal_year_start",
            "traffic",
            "rejects",
            "privacy",
            "engine",
            "appearance");
    private static final Set<String> ACCOUNT_KEYS = Set.of("account", "currency", "time_zone", "numbers", "dates");

    /** The names Indonesians use for their three zones; the time zone database does not know them. */
    private static final Map<String, ZoneId> INDONESIAN_ZONES = Map.of(
            "WIB", ZoneId.of("Asia/Jakarta"),
            "WITA", ZoneId.of("Asia/Makassar"),
            "WIT", ZoneId.of("Asia/Jayapura"));

    /** What people write where a code is meant, in upper case. */
    private static final Map<String, String> NOT_CODES = Map.of("RP", "IDR", "RUPIAH", "IDR", "$", "USD");

    private static final List<String> MONTHS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");

    private SettingsReader() {}

    /** The settings of a file; mistakes are reported to its problems. */
    static WorkspaceSettings read(YamlMap file, Path folder) {
        file.allow(KEYS);
        WorkspaceSettings defaults = WorkspaceSettings.defaults(name(folder));
        return new WorkspaceSettings(
                file.text("name").orElse(defaults.name()),
                zone(file).orElse(defaults.zone()),
                currency(file).orElse(defaults.currency()),
                file.get("language")
                        .flatMap(value -> value.oneOf(List.of("id", "en")))
                        .orElse(defaults.language()),
                file.texts("brand_terms").stream()
                        .map(term -> term.toLowerCase(Locale.ROOT))
                        .toList(),
                accounts(file),
                IntakeReader.read(file),
                calendar(file),
                file.map("engine").flatMap(SettingsReader::engine),
                file.map("appearance")
                        .map(map -> AppearanceReader.read(map, folder))
                        .orElse(Appearance.PLAIN));
    }

    /** What a workspace that says no name is called. */
    private static String name(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("ukur");
    }

    /** Apart, so that a workspace without one does not load its reader. */
    private static Optional<EngineSettings> engine(YamlMap map) {
        return EngineReader.read(map);
    }

    private static FiscalCalendar calendar(YamlMap file) {
        return new FiscalCalendar(
                file.get("week_start")
                        .flatMap(value -> value.oneOf(List.of("monday", "sunday")))
                        .map(word -> DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(FiscalCalendar.CIVIL.weekStart()),
                file.get("fiscal_year_start")
                        .flatMap(value -> value.oneOf(MONTHS))
                        .map(month -> Month.of(Integer.parseInt(month)))
                        .orElse(FiscalCalendar.CIVIL.yearStart()));
    }

    private static Map<String, AccountSettings> accounts(YamlMap file) {
        Map<String, AccountSettings> accounts = new LinkedHashMap<>();
        file.map("accounts")
                .map(YamlMap::entries)
                .orElse(Map.of())
                .forEach((profile, value) -> value.map().ifPresent(map -> accounts.put(profile, account(map))));
        return accounts;
    }

    private static AccountSettings account(YamlMap map) {
        map.allow(ACCOUNT_KEYS);
        return new AccountSettings(
                map.text("account"),
                currency(map),
                zone(map),
                map.get("numbers").flatMap(value -> value.oneOf(List.of("dot", "comma"))),
                map.get("dates").flatMap(value -> value.oneOf(List.of("dmy", "mdy"))));
    }

    /** The zone of the key {@code time_zone}. */
    static Optional<ZoneId> zone(YamlMap map) {
        Optional<YamlValue> value = map.get("time_zone");
        Optional<String> text = value.flatMap(YamlValue::text);
        Optional<ZoneId> zone = text.flatMap(SettingsReader::zone);
        if (text.isPresent() && zone.isEmpty()) {
            map.report(Problem.error("settings-unknown-zone", value.get().at())
                    .with("value", text.get())
                    .with(
                            "nearest",
                            Nearest.to(text.get(), ZoneId.getAvailableZoneIds()).orElse("–")));
        }
        return zone;
    }

    private static Optional<ZoneId> zone(String text) {
        if (INDONESIAN_ZONES.containsKey(text)) {
            return Optional.of(INDONESIAN_ZONES.get(text));
        }
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The code of the key {@code currency}. */
    static Optional<String> currency(YamlMap map) {
        Optional<YamlValue> value = map.get("currency");
        Optional<String> text = value.flatMap(YamlValue::text);
        if (text.isPresent() && !isCode(text.get())) {
            String upper = text.get().toUpperCase(Locale.ROOT);
            map.report(Problem.error("settings-unknown-currency", value.get().at())
                    .with("value", text.get())
                    .with("nearest", isCode(upper) ? upper : NOT_CODES.getOrDefault(upper, "–")));
            return Optional.empty();
        }
        return text;
    }

    private static boolean isCode(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
