package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what the migrations say, read here as plain text. */
class DataPackageTest {

    private static final List<String> MIGRATIONS = List.of(
            "V001__canonical.sql",
            "V002__more_subjects.sql",
            "V003__undone_loads.sql",
            "V004__people.sql",
            "V005__loading.sql",
            "V008__moments_of_interest.sql");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(
            "(\\w+) (varchar|bigint|ubigint|double|boolean|date|timestamp|decimal\\(\\d+, \\d+\\))( not null)?");
    private static final Pattern ADDED = Pattern.compile("alter table (\\w+) add column (\\w+) (\\w+)");
    private static final Pattern KEY = Pattern.compile("\\('(\\w+)', \\[([^]]*)]\\)");

    /** Columns that a load fills in by itself are no part of what is published. */
    private static final Set<String> SYSTEM = Set.of("load_id", "source_line", "row_hash", "superseded_by");

    private static final Map<String, String> TYPES = Map.of(
            "varchar", "string",
            "bigint", "integer",
            "double", "number",
            "boolean", "boolean",
            "date", "date",
            "timestamp", "datetime");

    @TempDir
    Path folder;

    @Test
    void every_table_column_type_and_key_of_the_migrations_is_published_and_nothing_else() {
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, List<String>> keys = new TreeMap<>();
        for (String file : MIGRATIONS) {
            read(SqlResource.read("schema/" + file), expected, keys);
        }
        expected.keySet().retainAll(keys.keySet());
        assertThat(expected).hasSizeGreaterThan(20);

        Map<String, List<String>> published = new TreeMap<>();
        Map<String, List<String>> publishedKeys = new TreeMap<>();
        JsonNode document = document();
        assertThat(document.path("$schema").asString())
                .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        for (JsonNode table : document.path("resources")) {
            List<String> columns = new ArrayList<>();
            for (JsonNode field : table.path("schema").path("fields")) {
                boolean required = field.path("constraints").path("required").asBoolean(false);
                columns.add(field.path("name").asString() + " "
                        + field.path("type").asString() + (required ? " required" : ""));
            }
            published.put(table.path("name").asString(), columns);
            List<String> key = new ArrayList<>();
            table.path("schema").path("ukur:key").forEach(name -> key.add(name.asString()));
            publishedKeys.put(table.path("name").asString(), key);
        }
        assertThat(published).isEqualTo(expected);
        assertThat(publishedKeys).isEqualTo(keys);
    }

    @Test
    void a_primary_key_is_claimed_only_where_no_part_of_it_may_be_missing() {
        for (JsonNode table : document().path("resources")) {
            List<String> required = new ArrayList<>();
            table.path("schema").path("fields").forEach(field -> {
                if (field.path("constraints").path("required").asBoolean(false)) {
                    required.add(field.path("name").asString());
                }
            });
            List<String> key = new ArrayList<>();
            table.path("schema").path("ukur:key").forEach(name -> key.add(name.asString()));
            assertThat(table.path("schema").has("primaryKey"))
                    .as(table.path("name").asString())
                    .isEqualTo(required.containsAll(key));
        }
    }

    private JsonNode document() {
        try (Store store = Store.open(new StoreSettings(folder, ZoneOffset.UTC, Clock.systemUTC()))) {
            return JsonMapper.shared().readTree(DataPackage.of(store.shapes()));
        }
    }

    private static void read(String sql, Map<String, List<String>> tables, Map<String, List<String>> keys) {
        String plain = sql.replaceAll("--[^\n]*", "");
        Matcher table = TABLE.matcher(plain);
        while (table.find()) {
            List<String> columns = new ArrayList<>();
            Matcher column = COLUMN.matcher(table.group(2));
            while (column.find()) {
                if (!SYSTEM.contains(column.group(1))) {
                    columns.add(column.group(1) + " " + type(column.group(2))
                            + (column.group(3) == null ? "" : " required"));
                }
            }
            tables.put(table.group(1), columns);
        }
        Matcher added = ADDED.matcher(plain);
        while (added.find()) {
            if (tables.containsKey(added.group(1))) {
                tables.get(added.group(1)).add(added.group(2) + " " + type(added.group(3)));
            }
        }
        Matcher key = KEY.matcher(plain);
        while (key.find()) {
            keys.put(key.group(1), List.of(key.group(2).replace("'", "").split(", ")));
        }
    }

    private static String type(String declared) {
        return declared.startsWith("decimal") ? "number" : TYPES.getOrDefault(declared, declared);
    }
}
