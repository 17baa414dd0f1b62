package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine reads of a file is what the readers in Java read of it, cell by cell, with the same rejects. */
class EngineReadTest {

    private static final long NEVER = Long.MAX_VALUE;

    private static final String EVENTS = """
            profile: own.events
            version: 1
            verified: true
            account: own
            about: {id: Peristiwa, en: Events}
            target: events
            detect: {container: [csv], all: [event_id, event, visitor, url, referrer]}
            locale: {number: dot, nulls: ["-", "n/a"]}
            columns:
              event_id: {from: event_id, type: id, required: true}
              event_time: {from: time, type: instant, required: true}
              event_name: {from: event, type: snake, required: true}
              anonymous_id: {from: visitor, type: id}
              user_id: {from: customer, type: person}
              page_url: {from: url, type: text}
              page_path: {from: url, type: url_path}
              device: {from: device, type: enum, words: {desktop: [desktop], mobile: [mobile]}}
              country: {from: country, type: text}
              value: {from: value, type: money}
              currency: {from: currency, type: currency}
            derive:
              period: {day_of: event_time}
            traffic: {url: url, referrer: referrer, agent: agent, without: direct}
            load: {restate_days: 3, duplicates: same}
            """;

    private static final String EVENT_HEADER =
            "event_id,event,time,visitor,customer,url,referrer,agent,device,country,value,currency,note,kota";

    private static final String ADS = """
            profile: own.ads
            version: 1
            verified: true
            account: own
            about: {id: Iklan, en: Ads}
            target: ad_performance
            detect: {container: [csv], all: [day, campaign_name, spend, shown]}
            columns:
              period: {from: day, type: date, required: true}
              campaign: {from: campaign_name, type: text, required: true}
              impressions: {from: shown, type: count}
              clicks: {from: clicked, type: count}
              spend: {from: spend, type: money}
              search_impression_share: {from: share, type: share}
            derive:
              platform: google
              currency: IDR
              source: google
              medium: cpc
              channel: Paid Search
            """;

    @TempDir
    Path folder;

    private int number;

    @Test
    void plain_events_are_read_by_the_engine_and_become_the_same_rows() throws IOException {
        StringBuilder text = new StringBuilder(EVENT_HEADER).append('\n');
        for (int i = 0; i < 400; i++) {
            text.append("e%d,Page View,2026-09-0%dT1%d:00:0%d.%d+0Z,v%d,,https://toko.example/p/%d?utm_source=x,"
                            .formatted(i, i % 9 + 1, i % 10, i % 10, i % 7, i % 40, i % 9)
                            .replace("+0Z", "Z"))
                    .append("https://www.google.com/,Mozilla/5.0,mobile,ID,%d.50,IDR,baik,Bandung\n".formatted(i));
        }
        assertThat(both(EVENTS, text.toString())).isTrue();
    }

    @Test
    void rows_that_are_odd_in_any_way_are_told_as_before_with_line_and_reason() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "e1,buy,2026-09-01T10:00:00Z,v1,ani@toko.example,https://toko.example/,,,mobile,ID,10.5,IDR,,",
                "e2,buy,2026-02-30T10:00:00Z,v1,,https://toko.example/,,,mobile,ID,10.5,IDR,,",
                "e3,buy,2026-09-01T10:00:00+07:00,v1,,https://toko.example/,,,mobile,ID,,,,",
                "e4,buy,2027-09-01T10:00:00Z,v1,,https://toko.example/,,,mobile,ID,,,,",
                "e5,buy,2026-09-01T10:00:00Z,v1,,https://toko.example/,,,fridge,ID,,,,",
                "e6,buy,2026-09-01T10:00:00Z,v1,,https://toko.example/?e=a%40b.id,,,mobile,ID,1,,,",
                "[e7],buy,2026-09-01T10:00:00.1234567Z,n/a,,https://toko.example/,,,mobile,N/A,-,,,",
                "e8,buy,2026-09-01T10:00:00Z,v1,+62 812 3456 789,https://toko.example/,,Googlebot/2.1,mobile,ID,,,,",
                "e9,buy,2026-09-01T10:00:00Z, v1 ,,https://toko.example/,,,mobile,ID,-5,IDR,,",
                "e10,buy,2026-09-01T10:00:00Z,v1,,https://toko.example/,,,mobile,ID,\"1,000.00\",IDR,,",
                "e1,buy,2026-09-01T10:00:00Z,v1,ani@toko.example,https://toko.example/,,,mobile,ID,10.5,IDR,,",
                "e5,buy,2026-09-01T10:00:00Z,v2,,https://toko.example/,,,mobile,ID,,,,",
                "\"e\"\"11\",buy,2026-09-01T10:00:00Z,v1,,\"https://toko.example/a,b\",,,mobile,ID,,,\"x \"\" y\",Kediri",
                ",,,,,,,,,,,,,",
                " e12,buy,2026-09-01T10:00:00Z,v1,,https://toko.example/,,,mobile,ID,,,\u00a0,Só",
                "e13,buy,,v1,,https://toko.example/,,,mobile,ID,,,a\\b,",
                "e14,buy,2026-09-01T10:00:00Z,v1,+62812*****21,https://toko.example/,,,mobile,ID,,,,",
                "e15,buy,2026-09-01T10:00:00Z,v1,a**@toko.example,https://toko.example/,,Googlebot/2.1,mobile,ID,,,,"));
        rows.addAll(ordinary(200));
        assertThat(both(EVENTS, EVENT_HEADER + "\n" + String.join("\n", rows) + "\n"))
                .isTrue();
    }

    @Test
    void a_key_met_in_a_plain_and_in_an_odd_row_has_the_file_read_in_its_own_order() throws IOException {
        List<String> rows = new ArrayList<>(ordinary(100));
        rows.add("[o5],buy,2026-09-01T10:00:00Z,v1,,https://toko.example/,,,mobile,ID,,,,");
        assertThat(both(EVENTS, EVENT_HEADER + "\n" + String.join("\n", rows) + "\n"))
                .isFalse();
    }

    @Test
    void a_later_file_adds_what_is_new_and_supersedes_what_has_changed() throws IOException {
        List<String> first = ordinary(80);
        List<String> second = new ArrayList<>(ordinary(90).subList(70, 90));
        second.set(3, second.get(3).replace("mobile", "desktop"));
        second.add("o1,buy,2026-09-01 10:00:00+07:00,v1,,https://toko.example/,,,mobile,ID,,,,");
        List<String> third = ordinary(120).subList(90, 120);
        String[] texts = Stream.of(first, second, third)
                .map(rows -> EVENT_HEADER + "\n" + String.join("\n", rows) + "\n")
                .toArray(String[]::new);
        assertThat(both(EVENTS, texts)).isTrue();
    }

    @Test
    void what_is_no_plain_text_is_left_to_the_readers() throws IOException {
        String head = EVENT_HEADER + "\n" + String.join("\n", ordinary(60)) + "\n";
        assertThat(both(EVENTS, head + "z1,buy,2026-09-01T10:00:00Z,v1\n"))
                .as("a short row")
                .isFalse();
        assertThat(both(EVENTS, head + "\n" + ordinary(1).get(0).replace("o0", "p0") + "\n"))
                .as("a blank line")
                .isFalse();
        assertThat(both(EVENTS, head + "z1,buy,2026-09-01T10:00:00Z,v1,,,,,mobile,ID,,,\"two\nlines\",\n"))
                .as("a cell of two lines")
                .isFalse();
        assertThat(both(EVENTS, head + "z1,buy,2026-09-01T10:00:00Z,v1,,,,,mobile,ID,,,a\"b\",\n"))
                .as("a quote inside a cell")
                .isFalse();
    }

    @Test
    void lines_may_end_as_on_windows_and_the_last_may_not_end() throws IOException {
        String text = EVENT_HEADER + "\n" + String.join("\n", ordinary(60));
        assertThat(both(EVENTS, text)).isTrue();
        assertThat(both(EVENTS, text.replace("\n", "\r\n") + "\r\n")).isTrue();
    }

    @Test
    void reports_of_days_are_read_with_their_locale_and_bounds() throws IOException {
        StringBuilder text = new StringBuilder("day;campaign_name;shown;clicked;spend;share\n");
        for (int i = 0; i < 300; i++) {
            text.append("2026-0%d-%02d;Kampanye %d;%d;%d;%s;%s\n"
                    .formatted(
                            i % 9 + 1,
                            i % 28 + 1,
                            i,
                            i * 1000,
                            i,
                            i % 20 == 0 ? "1.250.000,50" : String.valueOf(i * 10),
                            i % 7 == 0 ? "< 10%" : i % 30 + ",5%"));
        }
        assertThat(both(ADS, text.toString())).isTrue();
    }

    @Test
    void a_file_whose_numbers_fit_two_ways_is_refused_with_the_same_cells() throws IOException {
        StringBuilder text = new StringBuilder("day,campaign_name,shown,clicked,spend,share\n");
        for (int i = 0; i < 60; i++) {
            text.append("2026-09-01,K%d,%d,1,%s,1%%\n".formatted(i, i, i % 2 == 0 ? "150.000" : "7"));
        }
        assertThat(both(ADS, text.toString())).isFalse();
    }

    @Test
    void files_of_random_cells_become_the_same_rows_and_rejects() throws IOException {
        SplittableRandom random = new SplittableRandom(20261127);
        int byEngine = 0;
        for (int round = 0; round < 8; round++) {
            StringBuilder text = new StringBuilder(EVENT_HEADER).append('\n');
            for (int row = 0; row < 150; row++) {
                text.append(randomRow(random, row)).append('\n');
            }
            byEngine += both(EVENTS, text.toString()) ? 1 : 0;
        }
        assertThat(byEngine).as("files that the engine has read").isGreaterThan(2);
    }

    private static final List<List<String>> PIECES = List.of(
            List.of("r%d", "r%d", "[r%d]", " r%d", "-"),
            List.of("buy", "Page View", "beli!", "ß Ünï"),
            List.of(
                    "2026-09-01T10:00:00Z",
                    "2026-09-01 10:00:00Z",
                    "2026-09-0%d 23:59:59.999Z",
                    "2026-09-01T10:00:00+0700",
                    "1 Sep 2026 10:00 UTC"),
            List.of("v1", "v%d", "", "n/a", "ani@x.id"),
            List.of("", "ani@toko.example", "0812 3456 7890", "person:erased", "s***i"),
            List.of("https://toko.example/", "https://toko.example/?utm_source=%d", "", "ä/ö", "/%40a"),
            List.of("", "https://www.google.com/", "semalt.com"),
            List.of("", "Mozilla/5.0", "curl/8"),
            List.of("mobile", "desktop", "MOBILE "),
            List.of("ID", "", "İ", "N/A", "\u00a0"),
            List.of("", "1", "1.5", "0.25", "12.3456", "007"),
            List.of("IDR", "IDR", "Rp", ""),
            List.of("", "x", "a''b", "\\", "x y", "\"q\"\"q\""),
            List.of("", "Kota %d", "08123456789", "é"));

    /** Mostly the first choice, so that most rows are plain. */
    private static String randomRow(SplittableRandom random, int row) {
        return PIECES.stream()
                .map(pieces -> pieces.get(random.nextInt(40) == 0 ? random.nextInt(pieces.size()) : 0))
                .map(piece -> piece.contains("%d") ? piece.replace("%d", String.valueOf(row % 9 + 1)) : piece)
                .collect(Collectors.joining(","))
                .replaceFirst("r[0-9]", "r" + (random.nextInt(40) == 0 ? row / 2 : row));
    }

    private static List<String> ordinary(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i ->
                        "o%d,buy,2026-09-01T10:00:00Z,v%d,,https://toko.example/,,,mobile,ID,,,,".formatted(i, i % 5))
                .toList();
    }

    /** Imports texts both ways, one after the other, and compares all that is left; answers whether the engine has read the last. */
    private boolean both(String profile, String... texts) throws IOException {
        Path place = folder.resolve(String.valueOf(number++));
        boolean byEngine = false;
        try (Bench readers = new Bench(place.resolve("readers")).profile("own.yaml", profile);
                Bench engine = new Bench(place.resolve("engine")).profile("own.yaml", profile)) {
            for (int i = 0; i < texts.length; i++) {
                FileImport slow = readers.file(readers.write("file" + i + ".csv", texts[i]), NEVER);
                FileImport fast = engine.file(engine.write("file" + i + ".csv", texts[i]), 0);
                assertThat(told(fast)).isEqualTo(told(slow));
                assertThat(slow.isByEngine()).isFalse();
                byEngine = fast.isByEngine();
            }
            for (String table : readers.store().shapes().keySet()) {
                String all = "select * from main." + table + " order by all";
                assertThat(engine.rows(all)).as(table).isEqualTo(readers.rows(all));
            }
            for (String kept : List.of(
                    "select * from rejects order by all",
                    "select * exclude (loaded_at) from loads order by all",
                    "select * from load_details order by all",
                    "select * from pii.persons order by all")) {
                assertThat(engine.rows(kept)).as(kept).isEqualTo(readers.rows(kept));
            }
        }
        return byEngine;
    }

    private static String told(FileImport file) {
        try {
            return file.run().toString();
        } catch (ProblemException e) {
            return e.problems().toString();
        }
    }
}
