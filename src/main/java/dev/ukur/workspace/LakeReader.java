package dev.ukur.workspace;

import dev.ukur.model.Expression;
import dev.ukur.model.Lake;
import dev.ukur.model.LakeTable;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code lake.yaml} says. Whether its tables and columns exist is seen when the lake is opened. */
final class LakeReader {

    private static final Set<String> KEYS =
            Set.of("from", "into", "account", "time_zone", "currency", "pull", "restated_days", "columns");

    /** Names are written into queries, so nothing but plain ones. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final int PARTS_OF_A_NAME = 3;
    private static final int MOST_DAYS = 3660;

    private final Problems problems;
    private final Map<String, LakeTable> seen = new HashMap<>();

    private LakeReader(Problems problems) {
        this.problems = problems;
    }

    /** The tables that could be read, in the order written; empty when the file says none. */
    static Optional<Lake> read(YamlMap file, Problems problems) {
        file.allow(Set.of("tables", "stale_after_days"));
        LakeReader reader = new LakeReader(problems);
        List<LakeTable> tables = new ArrayList<>();
        for (YamlValue item : file.get("tables").map(YamlValue::list).orElse(List.of())) {
            item.map().flatMap(reader::table).filter(reader::isNew).ifPresent(tables::add);
        }
        reader.refuseVisitsTwice(tables);
        int stale = reader.days(file, "stale_after_days").orElse(Lake.STALE_DAYS);
        return tables.isEmpty() ? Optional.empty() : Optional.of(new Lake(tables, stale));
    }

    private Optional<LakeTable> table(YamlMap map) {
        map.allow(KEYS);
        Optional<LakeTable.Name> name = map.require("from").flatMap(this::name);
        Optional<String> into = map.requireText("into");
        Optional<String> account = map.requireText("account");
        Optional<ZoneId> zone = SettingsReader.zone(map);
        Optional<String> currency = SettingsReader.currency(map);
        Map<String, LakeTable.Column> columns = map.require("columns")
                .flatMap(YamlValue::map)
                .map(this::columns)
                .orElse(Map.of());
        LakeTable.Pull pull = new LakeTable.Pull(
                map.get("pull").flatMap(YamlValue::bool).orElse(true),
                days(map, "restated_days").orElse(LakeTable.Pull.RESTATED_DAYS));
        if (name.isEmpty() || into.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LakeTable(name.get(), into.get(), account.get(), zone, currency, columns, pull, map.at("from")));
    }

    private Optional<LakeTable.Name> name(YamlValue value) {
        return value.text().flatMap(text -> {
            String[] parts = text.split("\\.", -1);
            boolean plain = parts.length == PARTS_OF_A_NAME;
            for (String part : parts) {
                plain = plain && NAME.matcher(part).matches();
            }
            if (!plain) {
                problems.add(Problem.error("lake-name", value.at()).with("value", text));
                return Optional.empty();
            }
            return Optional.of(new LakeTable.Name(parts[0], parts[1], parts[2]));
        });
    }

    private Map<String, LakeTable.Column> columns(YamlMap map) {
        ExpressionReader expressions = new ExpressionReader(problems);
        Map<String, LakeTable.Column> columns = new LinkedHashMap<>();
        map.entries().forEach((column, value) -> {
            Optional<Expression> made = expressions.part(value);
            made.ifPresent(expression -> columns.put(column, new LakeTable.Column(expression, value.at())));
        });
        return columns;
    }

    private Optional<Integer> days(YamlMap map, String key) {
        Optional<Integer> days = map.get(key).flatMap(YamlValue::integer);
        if (days.filter(value -> value < 0 || value > MOST_DAYS).isPresent()) {
            problems.add(Problem.error("settings-out-of-range", map.at(key))
                    .with("key", key)
                    .with("value", days.get().toString())
                    .with("range", "0 - " + MOST_DAYS));
            return Optional.empty();
        }
        return days;
    }

    /** What a pull brings is known again by table, target and account. */
    private boolean isNew(LakeTable table) {
        LakeTable first = seen.putIfAbsent(table.name() + " " + table.account(), table);
        if (first != null) {
            problems.add(Problem.error("lake-twice", table.at())
                    .with("table", table.name().toString())
                    .with("account", table.account())
                    .with("first", first.at().toString()));
        }
        return first == null;
    }

    /** Visits are cut out of the events that are pulled; others beside them would count everything twice. */
    private void refuseVisitsTwice(List<LakeTable> tables) {
        boolean events = tables.stream()
                .anyMatch(table -> table.into().equals("events") && table.pull().wanted());
        tables.stream()
                .filter(table ->
                        events && table.into().equals("visits") && table.pull().wanted())
                .forEach(table -> problems.add(Problem.error("lake-visits-twice", table.at())));
    }
}
