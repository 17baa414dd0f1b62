package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows go to the engine as text: what comes out must be what went in, whatever it looks like. */
class StageTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> EVENT = List.of(
            "account",
            "period_start",
            "period_end",
            "event_id",
            "event_name",
            "event_time",
            "page_title",
            "channel",
            "is_paid",
            "engagement_time_ms",
            "value");
    private static final List<String> RANK = List.of(
            "account", "period_start", "period_end", "basis", "keyword", "domain", "position", "is_branded", "clicks");

    @TempDir
    Path folder;

    @Test
    void texts_of_any_kind_come_out_as_they_went_in() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "NULL",
                "null",
                "\"",
                "\"\"",
                "a\"b",
                ",",
                "a,b;c\td",
                "\n",
                "a\nb",
                "a\r\nb",
                "\r",
                "a\rb\n\n",
                "\\",
                "\\N",
                "\\\"",
                "'",
                "#",
                "-",
                "0",
                "1e5",
                "true",
                "\uFEFFa",
                "\u00A0",
                "héé",
                "日本",
                "\uD83D\uDE00",
                "\u0001",
                "a\u0000b"));
        Random random = new Random(20261127);
        for (int i = 0; i < 3_000; i++) {
            texts.add(random.ints(random.nextInt(12), 0, 14)
                    .mapToObj(c -> String.valueOf("\",\n\r\\ '#a1\té0\u2028".charAt(c)))
                    .reduce("", String::concat));
        }
        assertThat(roundTrip(texts)).containsExactlyElementsOf(texts);
    }

    @Test
    void a_text_of_ten_million_characters_comes_out_whole() {
        List<String> texts = List.of("before", "é\"\n".repeat(3_333_333), "after");
        assertThat(roundTrip(texts)).containsExactlyElementsOf(texts);
    }

    @Test
    void numbers_days_and_moments_are_exact_to_the_places_the_store_keeps() {
        Random random = new Random(20261128);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-2_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_000));
            boolean empty = i % 5 == 0;
            rows.add(new @Nullable Object[] {
                "a",
                day,
                day,
                "e" + String.format("%05d", i),
                "x",
                at,
                empty ? null : "",
                "Direct",
                random.nextBoolean(),
                empty ? null : random.nextLong(),
                empty
                        ? null
                        : BigDecimal.valueOf(
                                random.nextLong(-9_999_999_999_999_999L, 9_999_999_999_999_999L), random.nextInt(4, 9))
            });
        }
        try (Store store = open()) {
            load(store, "events", EVENT, rows);
            List<List<@Nullable Object>> found = store.engine()
                    .query(Sql.of(
                            "select source_line, " + String.join(", ", EVENT) + " from events order by source_line"))
                    .rows();
            assertThat(found).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(found.get(i)).containsExactlyElementsOf(kept(i + 2L, rows.get(i)));
            }
        }
    }

    @Test
    void measured_numbers_keep_all_their_bits() {
        Random random = new Random(20261129);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Double> numbers =
                new ArrayList<>(Arrays.asList(null, 0.0, -0.0, 0.1, 1e-320, Double.MAX_VALUE, 1e23));
        random.longs(2_000)
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(numbers::add);
        for (int i = 0; i < numbers.size(); i++) {
            rows.add(new @Nullable Object[] {
                "a",
                DAY,
                DAY,
                "tracked",
                String.format("k%05d", i),
                null,
                numbers.get(i),
                i % 3 == 0 ? null : i % 3 == 1,
                1L
            });
        }
        try (Store store = open()) {
            load(store, "search_rankings", RANK, rows);
            List<List<@Nullable Object>> found = store.engine()
                    .query(Sql.of("select position, is_branded from search_rankings order by keyword"))
                    .rows();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(found.get(i)).containsExactly(numbers.get(i), i % 3 == 0 ? null : i % 3 == 1);
            }
        }
    }

    @Test
    void nothing_staged_is_left_behind_in_a_folder_whose_name_is_a_pattern() throws Exception {
        folder = Files.createDirectories(folder.resolve("laporan [2026]* o'clock"));
        assertThat(roundTrip(List.of("satu"))).containsExactly("satu");
        assertThat(folder.resolve("spool")).doesNotExist();
    }

    private List<Object> roundTrip(List<String> texts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add(new @Nullable Object[] {
                "a", DAY, DAY, String.valueOf(i), "x", NOON, texts.get(i), "Direct", false, null, null
            });
        }
        try (Store store = open()) {
            load(store, "events", EVENT, rows);
            List<Object> found = new ArrayList<>();
            store.engine()
                    .query(Sql.of("select page_title from events order by source_line"))
                    .rows()
                    .forEach(row -> found.add(java.util.Objects.requireNonNull(row.get(0))));
            return found;
        }
    }

    /** A row as the store keeps it: instants to the microsecond; amounts to four places, ties to even. */
    private static List<@Nullable Object> kept(long line, @Nullable Object[] row) {
        List<@Nullable Object> kept = new ArrayList<>(List.of(line));
        for (Object value : row) {
            if (value instanceof Instant at) {
                kept.add(at.truncatedTo(ChronoUnit.MICROS));
            } else {
                kept.add(value instanceof BigDecimal amount ? amount.setScale(4, RoundingMode.HALF_EVEN) : value);
            }
        }
        return kept;
    }

    private static void load(Store store, String table, List<String> columns, List<@Nullable Object[]> rows) {
        LoadRequest request = new LoadRequest("berkas.csv", "sha-" + table, "uji", 1, "a");
        try (Loading loading = store.begin(request)) {
            RowSink sink = loading.into(table, columns);
            for (int i = 0; i < rows.size(); i++) {
                sink.row(i + 2L, rows.get(i));
            }
            loading.commit(new LoadOutcome(rows.size(), null, "{}"));
        }
    }

    private Store open() {
        return Store.open(new StoreSettings(folder, ZoneId.of("Asia/Jakarta"), Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
