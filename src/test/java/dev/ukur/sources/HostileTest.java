package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.workspace.SourceProfiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to break a reader: each ends in a clear report, soon, and leaves the store as it was. */
@Tag("slow")
class HostileTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HEADER = "Day,Campaign,Currency code,Cost,Impr.,Clicks\n";
    private static final String ROW = "2026-09-01,Merek,IDR,1.50,10,1\n";
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    @TempDir
    Path folder;

    /** Writes a file's bytes. */
    @FunctionalInterface
    interface Maker {
        void write(OutputStream out) throws IOException;
    }

    /** What a hostile file is made of, and what becomes of it: the codes of its errors, or its rejects, or its rows. */
    record Hostile(String name, Maker maker, List<String> allowed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Hostile text(String name, String text, String... allowed) {
        return new Hostile(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), List.of(allowed));
    }

    private static Hostile bytes(String name, byte[] bytes, String... allowed) {
        return new Hostile(name, out -> out.write(bytes), List.of(allowed));
    }

    private static Hostile made(String name, Maker maker, String... allowed) {
        return new Hostile(name, maker, List.of(allowed));
    }

    static Stream<Hostile> texts() {
        String row = HEADER + ROW;
        return Stream.of(
                text("empty.csv", "", "file-empty"),
                text("blank.csv", "   \n\n  \t\n", "file-empty"),
                text("nul.csv", HEADER + "2026-09-01,Me\0rek,IDR,1,2,3\n", "not-text"),
                bytes("nul-only.csv", new byte[10_000], "not-text"),
                bytes("random.csv", noise(50_000), "not-text", "no-profile", "csv-broken", "quote-unclosed"),
                made(
                        "half-utf16.csv",
                        out -> {
                            out.write(0xFF);
                            out.write(0xFE);
                            out.write(row.getBytes(StandardCharsets.UTF_16LE));
                            out.write('x');
                        },
                        "not-text"),
                made("two-encodings.csv", out -> {
                    out.write((HEADER + "2026-09-01,Caf\u00e9 ,IDR,1,2,3\n").getBytes(StandardCharsets.UTF_8));
                    out.write("2026-09-02,Caf\u00e9,IDR,1,2,3\n".getBytes(Charset.forName("windows-1252")));
                }),
                text(
                        "unclosed-quote.csv",
                        HEADER + "2026-09-01,\"Merek,IDR,1,2,3\n".repeat(1_000),
                        "csv-broken",
                        "quote-unclosed"),
                text(
                        "quote-in-the-middle.csv",
                        HEADER + "2026-09-01,\"Me\"rek,IDR,1,2,3\n",
                        "csv-broken",
                        "quote-unclosed"),
                made("columns.csv", out -> wide(out, 100_000), "too-many-columns"),
                made(
                        "columns-of-data.csv",
                        out -> {
                            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
                            wide(out, 100_000);
                        },
                        "too-many-columns"),
                text("formula.csv", HEADER + "2026-09-01,\"=cmd|'/c calc'!A1\",IDR,1.50,10,1\n"),
                text("formula-number.csv", HEADER + "2026-09-01,Merek,IDR,=1+1,10,1\n", "too-many-rejects"),
                text(
                        "huge-number.csv",
                        HEADER + "2026-09-01,Merek,IDR," + "9".repeat(5_000) + ",10,1\n",
                        "too-many-rejects"),
                text("huge-exponent.csv", HEADER + "2026-09-01,Merek,IDR,1e999999999,10,1\n", "too-many-rejects"),
                text("huge-count.csv", HEADER + "2026-09-01,Merek,IDR,1,99999999999999999999,1\n", "too-many-rejects"),
                text("just-too-large.csv", HEADER + "2026-09-01,Merek,IDR,1234567890123.5,1,1\n", "too-many-rejects"),
                text("not-a-number.csv", HEADER + "2026-09-01,Merek,IDR,NaN,10,1\n", "too-many-rejects"),
                text("infinity.csv", HEADER + "2026-09-01,Merek,IDR,Infinity,10,1\n", "too-many-rejects"),
                text(
                        "arabic-digits.csv",
                        HEADER + "2026-09-01,Merek,IDR,\u0661\u0662\u0663,10,1\n",
                        "too-many-rejects"),
                text("no-such-day.csv", HEADER + "2026-02-30,Merek,IDR,1.50,10,1\n", "too-many-rejects"),
                text("year-zero.csv", HEADER + "0000-01-01,Merek,IDR,1.50,10,1\n", "too-many-rejects"),
                text("year-far.csv", HEADER + "9999-12-31,Merek,IDR,1.50,10,1\n", "too-many-rejects"),
                text(
                        "mixed-locale.csv",
                        HEADER + "2026-09-01,A,IDR,\"1.000,50\",10,1\n2026-09-01,B,IDR,\"1,000.50\",10,1\n",
                        "mixed-number-locale"),
                text("one-column.csv", "Campaign\n".repeat(10_000), "no-profile"),
                text("header-only.csv", HEADER, "no-rows"),
                text("headers-alone.csv", HEADER.repeat(1_000), "too-many-rejects", "no-rows"),
                text("bidi.csv", HEADER + "2026-09-01,\u202Emoc.live\u202C,IDR,1.50,10,1\n"),
                text("sql.csv", HEADER + "2026-09-01,'; drop table loads; --,IDR,1.50,10,1\n"),
                text("markup.csv", HEADER + "2026-09-01,<script>alert(1)</script>,IDR,1.50,10,1\n"),
                text("backslashes.csv", HEADER + "2026-09-01," + "\\".repeat(50_000) + ",IDR,1.50,10,1\n"));
    }

    static Stream<Hostile> containers() {
        return Stream.of(
                text("deep.json", "[".repeat(100_000) + "]".repeat(100_000), "json-broken"),
                text("deep-object.json", "{\"a\":".repeat(100_000), "json-broken"),
                text("twice.json", "{\"a\":1,\"a\":2}", "json-broken", "no-profile"),
                text("more-after.json", "[1,2] trailing", "json-broken", "no-profile"),
                text("huge-number.json", "[{\"a\":" + "9".repeat(100_000) + "}]", "json-broken", "no-profile"),
                text(
                        "broken-later.ndjson",
                        "{\"messageId\":\"a\",\"type\":\"page\",\"timestamp\":\"2026-01-05T03:04:05Z\"}\n{oops\n",
                        "json-broken"),
                text("array-of-nothing.json", "[]", "no-profile"),
                text(
                        "rows-no-array.json",
                        "{\"orders\":{\"0\":{\"line_items\":3,\"financial_status\":\"paid\"}}}",
                        "too-many-rejects",
                        "no-profile",
                        "no-rows"),
                text(
                        "log-of-quotes.log",
                        "1.2.3.4 - - [10/Feb/2026:16:42:07 +0000] \"" + "\\\"".repeat(9_000) + "\" 200 1\n",
                        "no-profile",
                        "csv-broken"),
                text("log-of-blanks.log", ("1.2.3.4 - " + " ".repeat(15_000) + "\n").repeat(20), "no-profile"),
                made(
                        "bomb.csv.gz",
                        out -> {
                            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                                megabytes(zip, 300);
                            }
                        },
                        "archive-too-large",
                        "line-too-long"),
                made(
                        "bomb.zip",
                        out -> {
                            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                                zip.putNextEntry(new ZipEntry("a.csv"));
                                megabytes(zip, 300);
                            }
                        },
                        "archive-too-large"),
                made(
                        "nested.zip",
                        out -> {
                            ByteArrayOutputStream inner = new ByteArrayOutputStream();
                            zip(inner, Map.of("a.csv", HEADER + ROW));
                            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                                zip.putNextEntry(new ZipEntry("inner.csv"));
                                zip.write(inner.toByteArray());
                            }
                        },
                        "archive-nested"),
                made(
                        "traversal.zip",
                        out -> zip(out, Map.of("../../outside.csv", HEADER + ROW)),
                        "archive-name-unsafe"),
                made("absolute.zip", out -> zip(out, Map.of("/etc/cron.d/evil.csv", HEADER + ROW))),
                made(
                        "many.zip",
                        out -> {
                            Map<String, String> members = new LinkedHashMap<>();
                            for (int i = 0; i < 10_001; i++) {
                                members.put("f" + i + ".csv", "x");
                            }
                            zip(out, members);
                        },
                        "archive-too-large"),
                made(
                        "cut.zip",
                        out -> {
                            ByteArrayOutputStream whole = new ByteArrayOutputStream();
                            zip(whole, Map.of("a.csv", HEADER + ROW.repeat(1_000)));
                            out.write(whole.toByteArray(), 0, whole.size() / 2);
                        },
                        "archive-broken",
                        "not-text",
                        "xlsx-broken"),
                made(
                        "cut.csv.gz",
                        out -> {
                            ByteArrayOutputStream whole = new ByteArrayOutputStream();
                            try (GZIPOutputStream zip = new GZIPOutputStream(whole)) {
                                zip.write(noise(10_000));
                            }
                            out.write(whole.toByteArray(), 0, whole.size() / 2);
                        },
                        "file-truncated",
                        "not-text"),
                made(
                        "entities.xlsx",
                        out -> xlsx(
                                out,
                                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                                        + SHEET
                                        + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&d;&d;&d;&d;</t></is></c></row></sheetData></worksheet>"),
                        "xlsx-broken",
                        "no-profile"),
                made(
                        "outside-entity.xlsx",
                        out -> xlsx(
                                out,
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + SHEET
                                        + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>"),
                        "xlsx-broken",
                        "no-profile"),
                made(
                        "far-cell.xlsx",
                        out -> xlsx(
                                out,
                                SHEET
                                        + "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"XFD1048576\">"
                                        + "<v>1</v></c></row></sheetData></worksheet>"),
                        "xlsx-broken",
                        "no-profile"),
                made(
                        "no-sheet.xlsx",
                        out -> zip(out, Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>")),
                        "xlsx-broken",
                        "no-profile",
                        "not-text"),
                bytes("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "xls-unsupported"),
                bytes("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0}, "not-text"));
    }

    static Stream<Hostile> all() {
        return Stream.concat(texts(), containers());
    }

    @Test
    void there_are_at_least_forty_of_them() {
        assertThat(all().map(Hostile::name).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_hostile_file_ends_in_a_report_and_nothing_lies_half_loaded(Hostile hostile) throws IOException {
        Path file = folder.resolve(hostile.name());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            hostile.maker().write(out);
        }
        try (Bench bench = new Bench(folder)) {
            long before = System.nanoTime();
            ImportReport report = bench.report(file);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
            assertThat(report.files()).isNotEmpty();
            for (FileReport one : report.files()) {
                assertThat(errors(one)).as(one.toString()).allMatch(hostile.allowed()::contains);
                assertThat(errors(one).isEmpty())
                        .as("either loaded or refused with a reason")
                        .isEqualTo(one.outcome() == Outcome.LOADED || one.outcome() == Outcome.SKIPPED);
            }
            long loaded = report.files().stream().mapToLong(FileReport::loaded).sum();
            assertThat(bench.rows("select count(*) from ad_performance")).containsExactly(String.valueOf(loaded));
            assertThat(bench.rows("select count(*) from loads"))
                    .containsExactly(String.valueOf(report.files().stream()
                            .filter(one -> one.outcome() == Outcome.LOADED)
                            .count()));
        }
        try (Stream<Path> left = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(left.map(path -> path.getFileName().toString())).doesNotContain("outside.csv", "evil.csv");
        }
    }

    @Test
    void a_line_of_a_gigabyte_is_refused_after_its_first_megabytes() throws IOException {
        Path file = folder.resolve("line.csv.gz");
        try (GZIPOutputStream zip = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] noise = new byte[1 << 20];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) ('a' + (i * 31 % 26));
            }
            for (int megabyte = 0; megabyte < 1_024; megabyte++) {
                zip.write(noise);
            }
        }
        try (Bench bench = new Bench(folder)) {
            long before = System.nanoTime();
            assertThat(errors(bench.load(file))).containsAnyOf("line-too-long", "archive-too-large");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void profiles_that_are_bombs_are_told_at_their_place() throws IOException {
        Map<String, String> bombs = Map.of(
                "laughs.yaml",
                        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nprofile: *c\n",
                "deep.yaml", "profile: " + "[".repeat(20_000) + "\n",
                "pattern.yaml", "profile: x\nversion: 1\ntarget: costs\ndetect: {all: [{re: '((('}]}\n",
                "tabs.yaml", "profile:\n\t- x\n",
                "binary.yaml", "profile: !!binary \"x\"\nversion: !!java.net.URL [http://x]\n");
        for (Map.Entry<String, String> bomb : bombs.entrySet()) {
            Path sources = Files.createDirectories(folder.resolve(bomb.getKey() + "-ws/sources"));
            Files.writeString(sources.resolve(bomb.getKey()), bomb.getValue());
            Problems problems = new Problems();
            assertThatCode(() -> SourceProfiles.of(sources.getParent(), problems))
                    .as(bomb.getKey())
                    .doesNotThrowAnyException();
            assertThat(problems.list())
                    .as(bomb.getKey())
                    .isNotEmpty()
                    .allMatch(problem -> problem.at().file().orElse("").endsWith(bomb.getKey()));
        }
    }

    private static List<String> errors(FileReport report) {
        return report.problems().stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .distinct()
                .collect(Collectors.toList());
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new java.util.SplittableRandom(20261127L).nextBytes(bytes);
        return bytes;
    }

    private static void wide(OutputStream out, int columns) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            line.append('c').append(i % 50_000).append(',');
        }
        line.append("z\n");
        out.write(line.toString().repeat(3).getBytes(StandardCharsets.UTF_8));
    }

    private static void megabytes(OutputStream out, int count) throws IOException {
        byte[] line = (ROW.repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < (long) count << 20; written += line.length) {
            out.write(line);
        }
    }

    private static void zip(OutputStream out, Map<String, String> members) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, String> member : members.entrySet()) {
            zip.putNextEntry(new ZipEntry(member.getKey()));
            zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    private static void xlsx(OutputStream out, String sheet) throws IOException {
        String types = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + types + "\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + types + "\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        zip(out, parts);
    }
}
