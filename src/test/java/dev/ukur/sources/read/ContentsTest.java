package dev.ukur.sources.read;

import static dev.ukur.sources.read.Scratch.gzip;
import static dev.ukur.sources.read.Scratch.problemOf;
import static dev.ukur.sources.read.Scratch.records;
import static dev.ukur.sources.read.Scratch.rows;
import static dev.ukur.sources.read.Scratch.xlsx;
import static dev.ukur.sources.read.Scratch.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

    @TempDir
    Path folder;

    @Test
    void every_encoding_of_exports_gives_the_same_rows() throws IOException {
        String text = "Tag;Kosten €\nMärz;1\n";
        List<byte[]> encodings = List.of(
                text.getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_16LE),
                ("\uFEFF" + text).getBytes(UTF_16BE),
                text.getBytes(UTF_16LE),
                text.getBytes(UTF_16BE),
                text.getBytes("windows-1252"),
                gzip(text));
        for (byte[] bytes : encodings) {
            assertThat(rows(file("a.csv", bytes))).containsExactly("1: Tag|Kosten €", "2: März|1");
        }
    }

    @Test
    void rows_may_be_ragged_quoted_over_lines_and_end_differently() throws IOException {
        String text = "title\r\n\na,b,c\n1,\"x\ny, \"\"z\"\"\",3\r\n2\rlast,,\n";
        assertThat(rows(file("a.csv", text.getBytes(UTF_8))))
                .containsExactly("1: title", "2: ", "3: a|b|c", "4: 1|x\ny, \"z\"|3", "6: 2", "7: last||");
    }

    @Test
    void the_delimiter_is_the_one_the_tables_lines_agree_on() throws IOException {
        assertThat(delimiterOf(
                        "Report, all\nsecond line\n\nDay;Cost;Clicks\n1.9.2026;1.234,56;2\n2.9.2026;2.234,56;3\n"))
                .isEqualTo(';');
        assertThat(delimiterOf("a\tb\n1,5\t2,5\n1,5\t2,5\n")).isEqualTo('\t');
        assertThat(delimiterOf("Day;Spend;CPC\nx;1,234,567.00;1,000,000\ny;1,234,567.00;1,000,000\n"))
                .isEqualTo(';');
        assertThat(delimiterOf("a|b|c\n1|2|3\n")).isEqualTo('|');
        assertThat(delimiterOf("Campaign,Cost\nBrand | A,1\nBrand | B,2\n")).isEqualTo(',');
        assertThat(delimiterOf("Day,Clicks\n2026-09-01,12\n2026-09-02,13\n")).isEqualTo(',');
        assertThat(delimiterOf("1,2,3\n4,5,6\n")).isEqualTo(',');
        assertThat(delimiterOf("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n")).isEqualTo(',');
        assertThat(delimiterOf("sep=;\na,b,c;d\n")).isEqualTo(';');
        assertThat(delimiterOf("one column\nonly\n")).isEqualTo(',');
    }

    @Test
    void another_delimiter_may_be_asked_for() throws IOException {
        Content content = Contents.open(file("a.csv", "a,b;c\n1,2;3\n4,5;6\n".getBytes(UTF_8)));
        assertThat(rows(content.grid(';'))).containsExactly("1: a,b|c", "2: 1,2|3", "3: 4,5|6");
    }

    @Test
    void bad_files_are_refused_for_their_reason() throws IOException {
        byte[] gzip = gzip("a,b\n".repeat(5000) + new Random(1).nextLong());
        byte[] sheet = xlsx(data -> data.value(0, 0, "x"));
        assertThat(codeOf(new byte[0])).isEqualTo("file-empty");
        assertThat(codeOf("\uFEFF \n\n".getBytes(UTF_8))).isEqualTo("file-empty");
        assertThat(codeOf(gzip(""))).isEqualTo("file-empty");
        assertThat(codeOf(new byte[] {1, 0, 2, 3})).isEqualTo("not-text");
        assertThat(codeOf(new byte[] {'A', 'R', 'R', 'O', 'W', '1', 0, 0})).isEqualTo("arrow-unsupported");
        assertThat(codeOf("caf\u00e9\u0001".getBytes(ISO_8859_1))).isEqualTo("not-text");
        assertThat(codeOf(Arrays.copyOf(gzip, gzip.length / 2))).isEqualTo("file-truncated");
        assertThat(codeOf(Arrays.copyOf(sheet, sheet.length / 2))).isIn("not-text", "xlsx-broken", "file-truncated");
        assertThat(codeOf(zip("a.csv", "a"))).isEqualTo("not-text");
        assertThat(codeOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .isEqualTo("xls-unsupported");
        assertThat(problemOf(() -> Contents.open(Scratch.input(folder.resolve("none"))))
                        .code())
                .isEqualTo("file-not-found");
    }

    @Test
    void an_unclosed_quote_names_the_line_it_opens_on() throws IOException {
        Input input = file("a.csv", "a,b\n1,2\n3,\"oops\n4,5\n".getBytes(UTF_8));
        assertThat(problemOf(() -> rows(input)))
                .isEqualTo(Problem.error("quote-unclosed", Location.of(input.name(), 3)));
        Input other = file("b.csv", "a,b\n\"x\"y,2\n".getBytes(UTF_8));
        assertThat(problemOf(() -> rows(other))).isEqualTo(Problem.error("csv-broken", Location.of(other.name(), 2)));
    }

    @Test
    void a_quote_left_open_above_a_long_file_is_told_without_reading_it_into_one_cell() throws IOException {
        String text = "a,b\n1,\"oops\n" + "2,3\n".repeat(5_000_000);
        Input input = file("a.csv", text.getBytes(UTF_8));
        assertThat(problemOf(() -> rows(input)))
                .isEqualTo(Problem.error("quote-unclosed", Location.of(input.name(), 2)));
    }

    @Test
    void a_line_of_a_gigabyte_is_refused_in_little_memory() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,b\n1,".getBytes(UTF_8));
            byte[] chunk = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 1024; i++) {
                gzip.write(chunk);
            }
        }
        Input input = file("long.csv.gz", packed.toByteArray());
        Problem problem = problemOf(() -> Contents.open(input));
        assertThat(problem.code()).isEqualTo("line-too-long");
        assertThat(problem.at().line()).isEqualTo(2);
    }

    @Test
    void spreadsheet_cells_keep_their_types_and_rows_their_numbers() throws IOException {
        Input input = file("a.xlsx", xlsx(data -> {
            data.value(0, 0, "text");
            data.value(0, 1, new BigDecimal("1234.56"));
            data.value(0, 3, true);
            data.value(4, 0, LocalDateTime.of(2026, 9, 1, 10, 20, 30));
            data.style(4, 0).format("yyyy-mm-dd hh:mm").set();
            data.value(4, 1, LocalDateTime.of(2026, 9, 2, 0, 0));
            data.style(4, 1).format("dd/mm/yyyy").set();
            data.inlineString(4, 2, "150.000");
            data.value(4, 3, 0.25);
            data.style(4, 3).format("h:mm").set();
        }));
        Content content = Contents.open(input);
        assertThat(content.kind()).isEqualTo(Kind.XLSX);
        assertThat(content.sheets()).containsExactly("Data");
        try (Grid grid = content.grid("Data")) {
            assertThat(grid.next())
                    .isEqualTo(new GridRow(
                            1,
                            List.of(
                                    Cell.of("text"),
                                    new Cell("1234.56", new BigDecimal("1234.56")),
                                    Cell.of(""),
                                    new Cell("TRUE", true))));
            assertThat(grid.next())
                    .isEqualTo(new GridRow(
                            5,
                            List.of(
                                    new Cell("2026-09-01 10:20:30", LocalDateTime.of(2026, 9, 1, 10, 20, 30)),
                                    new Cell("2026-09-02", LocalDateTime.of(2026, 9, 2, 0, 0)),
                                    Cell.of("150.000"),
                                    new Cell("0.25", new BigDecimal("0.25")))));
            assertThat(grid.next()).isNull();
        }
        assertThat(problemOf(() -> content.grid("Other")).code()).isEqualTo("sheet-not-found");
    }

    @Test
    void serial_numbers_are_days_of_the_workbooks_epoch() {
        XlsxCells since1900 = new XlsxCells(false);
        assertThat(since1900.dateOf(new BigDecimal("61"))).contains(LocalDateTime.of(1900, 3, 1, 0, 0));
        assertThat(since1900.dateOf(new BigDecimal("25569"))).contains(LocalDateTime.of(1970, 1, 1, 0, 0));
        assertThat(since1900.dateOf(new BigDecimal("45000.5"))).contains(LocalDateTime.of(2023, 3, 15, 12, 0));
        assertThat(since1900.dateOf(new BigDecimal("-1"))).isEmpty();
        assertThat(since1900.dateOf(new BigDecimal("1e12"))).isEmpty();
        assertThat(new XlsxCells(true).dateOf(new BigDecimal("0"))).contains(LocalDateTime.of(1904, 1, 1, 0, 0));
    }

    @Test
    void a_formula_gives_its_stored_result_and_a_wrong_sheet_dimension_does_not_matter() throws IOException {
        String row = "<row r=\"7\"><c r=\"A7\"><f>1+2</f><v>3</v></c><c r=\"B7\" t=\"str\"><f>\"a\"</f><v>a</v></c>"
                + "<c r=\"C7\" t=\"b\"><f>TRUE()</f><v>1</v></c><c r=\"D7\" t=\"e\"><v>#DIV/0!</v></c>"
                + "<c r=\"E7\"><v>123456789012345678</v></c><c r=\"F7\"><v>1234.5599999999999</v></c></row>";
        Content content = Contents.open(file("f.xlsx", withSheet(row)));
        try (Grid grid = content.grid("Data")) {
            assertThat(grid.next())
                    .isEqualTo(new GridRow(
                            7,
                            List.of(
                                    new Cell("3", new BigDecimal("3")),
                                    Cell.of("a"),
                                    new Cell("TRUE", true),
                                    Cell.of("#DIV/0!"),
                                    new Cell("123456789012345678", new BigDecimal("123456789012345678")),
                                    new Cell("1234.56", new BigDecimal("1234.5599999999999")))));
        }
    }

    @Test
    void json_is_one_tree_and_ndjson_a_record_a_line() throws IOException {
        Content tree = Contents.open(file("a.json", " {\"a\":\n [1.10, 2]}\n".getBytes(UTF_8)));
        assertThat(tree.kind()).isEqualTo(Kind.JSON);
        assertThat(records(tree)).containsExactly("1: {\"a\":[1.10,2]}");
        Content lines = Contents.open(file("b.txt", "{\"a\":1}\n\n{\"a\":2}\n".getBytes(UTF_8)));
        assertThat(lines.kind()).isEqualTo(Kind.NDJSON);
        assertThat(records(lines)).containsExactly("1: {\"a\":1}", "3: {\"a\":2}");
        assertThat(records(lines)).hasSize(2);
        assertThat(Contents.open(file("c.ndjson", "{\"a\":1}".getBytes(UTF_8))).kind())
                .isEqualTo(Kind.NDJSON);
        assertThat(Contents.open(file("d.json", "{\"a\":1}".getBytes(UTF_8))).kind())
                .isEqualTo(Kind.JSON);
    }

    @Test
    void broken_json_names_its_line_and_column() throws IOException {
        Content lines = Contents.open(file("a.ndjson", "{\"a\":1}\n{\"a\":}\n".getBytes(UTF_8)));
        Problem inLines = problemOf(() -> records(lines));
        assertThat(inLines.code()).isEqualTo("json-broken");
        assertThat(inLines.at().line()).isEqualTo(2);
        Content tree = Contents.open(file("a.json", "{\n\"a\": 1,\n\"a\": 2}".getBytes(UTF_8)));
        assertThat(problemOf(() -> records(tree)).at().line()).isEqualTo(3);
        Content number = Contents.open(file("b.ndjson", "{\"a\":1}\n7\n".getBytes(UTF_8)));
        assertThat(problemOf(() -> records(number)).at().line()).isEqualTo(2);
    }

    @Test
    void the_hash_is_that_of_the_stored_bytes() throws IOException {
        // sha256sum of "abc", published in FIPS 180-2 appendix B.1
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Contents.open(file("a.csv", "abc".getBytes(UTF_8))).sha256()).isEqualTo(abc);
        Input archive = file("a.zip", zip("m.csv", "abc"));
        Input member = Inputs.find(List.of(archive.path())).inputs().get(0);
        assertThat(Contents.open(member).sha256()).isEqualTo(abc);
    }

    @Test
    void damaged_bytes_never_end_in_anything_but_a_problem() throws IOException {
        long seed = 20261124L;
        Random random = new Random(seed);
        List<byte[]> sound = List.of(
                "Day,Cost\n2026-09-01,\"1,5\"\n".getBytes(UTF_8),
                "\uFEFFa\tb\n1\t2\n".getBytes(UTF_16LE),
                gzip("a,b\n1,2\n"),
                "{\"a\":[1,{\"b\":null}]}\n{\"a\":2}\n".getBytes(UTF_8),
                xlsx(data -> data.value(0, 0, "x")));
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = damaged(sound.get(i % sound.size()), random);
            Input input = file("fuzz", bytes);
            try {
                readAll(Contents.open(input));
            } catch (ProblemException expected) {
                assertThat(expected.problems()).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", round " + i + ": " + Arrays.toString(bytes), e);
            }
        }
    }

    private static void readAll(Content content) {
        if (content.kind() == Kind.JSON || content.kind() == Kind.NDJSON) {
            records(content);
        } else {
            content.sheets().forEach(sheet -> rows(content.grid(sheet)));
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** A workbook with one sheet, given as its XML: what a writer library would not write. */
    private static byte[] withSheet(String sheet) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + types
                        + "styles+xml\"/></Types>",
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main + "\"/>",
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                        + " Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                        + office + "/styles\" Target=\"styles.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main + "\"><dimension ref=\"A1\"/><sheetData>" + sheet
                        + "</sheetData></worksheet>");
    }

    private char delimiterOf(String text) throws IOException {
        return ((CsvContent) Contents.open(file("delimiter.csv", text.getBytes(UTF_8)))).delimiter();
    }

    private String codeOf(byte[] bytes) throws IOException {
        Input input = file("bad", bytes);
        return problemOf(() -> Contents.open(input)).code();
    }

    private Input file(String name, byte[] bytes) throws IOException {
        return Scratch.input(Files.write(folder.resolve(name), bytes));
    }
}
