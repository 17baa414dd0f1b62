package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who hands over something broken: one clear message, an exit code, and a workspace as it was. */
class BadInputTest {

    private static final String COSTS = """
            item,category,channel,amount,currency,period_start,period_end,note
            Gaji,salary,,6500000.00,IDR,2026-01-01,2026-01-31,
            """;

    @TempDir
    Path folder;

    private Path workspace;
    private String before;

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void aWorkspaceWithOneLoad() throws IOException {
        workspace = folder.resolve("toko");
        assertThat(ukur("init", workspace.toString()).exit()).isZero();
        assertThat(load("biaya.csv", COSTS.getBytes(StandardCharsets.UTF_8)).exit())
                .isZero();
        before = state();
    }

    @Test
    void an_empty_file() {
        refused(load("kosong.csv", new byte[0]), "file-empty");
    }

    @Test
    void a_binary_file() {
        byte[] bytes = new byte[4000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        refused(load("gambar.csv", bytes), "not-text");
    }

    @Test
    void a_truncated_zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("biaya.csv"));
            zip.write(COSTS.repeat(200).getBytes(StandardCharsets.UTF_8));
        }
        refused(load("ekspor.zip", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2)), "archive-broken");
    }

    @Test
    void a_truncated_gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(COSTS.getBytes(StandardCharsets.UTF_8));
        }
        refused(load("biaya.csv.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12)), "file-truncated");
    }

    @Test
    void a_wrong_encoding() {
        refused(
                load("rusak.csv", COSTS.replace("Gaji", "Gaj\u0081").getBytes(StandardCharsets.ISO_8859_1)),
                "not-text");
    }

    @Test
    void a_line_without_end() throws IOException {
        Path file = folder.resolve("panjang.csv");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 64; i++) {
                out.write(block);
            }
        }
        refused(ukur("-w", workspace.toString(), "import", file.toString()), "line-too-long");
    }

    @Test
    void a_header_without_rows() {
        refused(load("judul.csv", COSTS.lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8)), "no-rows");
    }

    @Test
    void a_header_that_names_a_column_twice() {
        refused(load("dua.csv", COSTS.replace("note", "amount").getBytes(StandardCharsets.UTF_8)), "duplicate-header");
    }

    @Test
    void an_export_of_no_known_kind() {
        refused(load("lain.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)), "no-profile");
    }

    @Test
    void a_file_that_does_not_exist() {
        refused(
                ukur(
                        "-w",
                        workspace.toString(),
                        "import",
                        folder.resolve("tiada.csv").toString()),
                "file-not-found");
    }

    @Test
    void a_typo_in_the_goals_is_told_at_its_line_and_column() throws IOException {
        Files.writeString(workspace.resolve("goals.yaml"), """
                goals:
                  pelanggan:
                    goal: Tambah pelanggan
                    kpi:
                      metrik: new_customers
                """);
        Ran check = ukur("-w", workspace.toString(), "--lang", "en", "check");

        assertThat(check.out() + check.err())
                .contains("goals.yaml:5:7")
                .contains("yaml-unknown-key")
                .contains("metric");
        assertThat(check.exit()).isIn(1, 2);
        assertThat(ukur("-w", workspace.toString(), "scorecard").exit()).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_no_workspace() {
        Ran ran = ukur("-w", folder.resolve("lain").toString(), "scorecard");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("workspace-missing");
    }

    private void refused(Ran ran, String code) {
        assertThat(ran.exit()).as(ran.toString()).isIn(1, 2);
        assertThat(ran.err()).contains(code).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(state()).isEqualTo(before);
    }

    private Ran load(String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            return ukur("-w", workspace.toString(), "import", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a load could change: what the metrics say, and what was kept back. */
    private String state() {
        String query = ukur("-w", workspace.toString(), "query", "acquisition_cost_total", "--format", "csv")
                .out();
        return query
                + ukur("-w", workspace.toString(), "rejects", "--format", "json")
                        .out();
    }

    private Ran ukur(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Console console = new Console(results, messages, Map.of("LANG", "id_ID.UTF-8"), folder);
            int exit = Main.run(List.of(words).toArray(String[]::new), console, new LocalProgram());
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
