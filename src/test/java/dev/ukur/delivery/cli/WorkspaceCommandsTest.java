package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that tend a workspace, from the words typed to what is in the store, in a folder with signs in its name. */
class WorkspaceCommandsTest {

    private static final String PROFILE = """
            profile: kasir
            version: 1
            verified: true
            account: kasir
            about: {id: Kasir, en: Till}
            target: orders
            detect: {container: [csv], all: [Nota, Tanggal, Surel, Status, Total]}
            locale: {number: dot}
            columns:
              order_id: {from: Nota, type: id, required: true}
              period: {from: Tanggal, type: date, required: true}
              customer_id: {from: Surel, type: person}
              status: {from: Status, type: enum, required: true, words: {completed: [Lunas]}}
              total_paid: {from: Total, type: money, required: true}
            derive: {sales_channel: pos, currency: IDR}
            """;

    @TempDir
    Path folder;

    private Path workspace;
    private Path exports;
    private String out = "";

    @BeforeEach
    void open() throws IOException {
        workspace = folder.resolve("toko 'a' [b] #1 %20");
        Files.createDirectories(workspace.resolve("sources"));
        Files.writeString(
                workspace.resolve("ukur.yaml"), "name: toko\ntime_zone: Asia/Jakarta\ncurrency: IDR\nlanguage: en\n");
        Files.writeString(workspace.resolve("sources/kasir.yaml"), PROFILE);
        StringBuilder rows = new StringBuilder("Nota,Tanggal,Surel,Status,Total\n");
        for (int i = 1; i <= 200; i++) {
            rows.append("N%d,2026-01-%02d,%s,%s,1000\n"
                    .formatted(
                            i,
                            i % 28 + 1,
                            i <= 3 ? "Budi@surel.example" : "p" + i + "@surel.example",
                            i == 7 ? "Selesai" : "Lunas"));
        }
        exports = Files.writeString(folder.resolve("kasir.csv"), rows);
    }

    @Test
    void a_folder_whose_path_the_engine_cannot_open_is_refused_in_words() throws IOException {
        for (String sign : List.of(";", "?")) {
            workspace = Files.createDirectories(folder.resolve("toko" + sign + "a=b"));
            Files.writeString(workspace.resolve("ukur.yaml"), "name: toko\nlanguage: en\n");
            assertThat(run("import", exports.toString())).isEqualTo(Exit.WRONG);
            assertThat(out).contains("store-path-odd").contains("path holds " + sign);
            assertThat(Files.walk(folder)).noneMatch(path -> path.toString().endsWith(".duckdb"));
        }
    }

    @Test
    void rejected_rows_are_shown_then_read_again_when_the_profile_is_mended() throws IOException {
        assertThat(run("import", exports.toString())).as(out).isEqualTo(Exit.ATTENTION);
        assertThat(run("rejects")).isEqualTo(Exit.ATTENTION);
        assertThat(out).contains("Selesai").contains("8");
        assertThat(run("rejects", "fix")).as("nothing was mended").isEqualTo(Exit.ATTENTION);
        Files.writeString(workspace.resolve("sources/kasir.yaml"), PROFILE.replace("[Lunas]", "[Lunas, Selesai]"));
        assertThat(run("rejects", "fix")).as(out).isEqualTo(Exit.DONE);
        assertThat(run("rejects")).as(out).isEqualTo(Exit.DONE);
        assertThat(run("query", "orders", "--from", "2026-01-01", "--to", "2026-01-31", "--format", "csv"))
                .as(out)
                .isLessThan(Exit.WRONG);
        assertThat(out).contains("200");
    }

    @Test
    void the_doctor_tells_of_rows_that_wait_until_they_are_mended() throws IOException {
        run("import", exports.toString());
        run("doctor", "--format", "json");
        assertThat(out.replaceAll("\\s", "")).contains("\"profile\":\"kasir\"", "\"rejects_waiting\":1");
        Files.writeString(workspace.resolve("sources/kasir.yaml"), PROFILE.replace("[Lunas]", "[Lunas, Selesai]"));
        run("rejects", "fix");
        assertThat(run("doctor")).as(out).isBetween(Exit.DONE, Exit.ATTENTION);
        assertThat(out).contains("kasir");
        run("doctor", "--format", "json");
        assertThat(out.replaceAll("\\s", "")).contains("\"rejects_waiting\":0");
    }

    @Test
    void an_erased_person_is_gone_and_does_not_come_back_with_the_next_file() throws IOException {
        run("import", exports.toString());
        assertThat(run("erase", "budi@surel.example", "--dry-run")).as(out).isEqualTo(Exit.DONE);
        assertThat(run("erase", "budi@surel.example")).as(out).isEqualTo(Exit.DONE);
        assertThat(run("erase", "budi@surel.example"))
                .as("nobody knows Budi now")
                .isEqualTo(Exit.ATTENTION);
        assertThat(run("erase", "p9@surel.example", "--format", "json")).as(out).isEqualTo(Exit.DONE);
        assertThat(out).contains("orders");
        Path again = Files.writeString(
                folder.resolve("lagi.csv"),
                "Nota,Tanggal,Surel,Status,Total\nM1,2026-02-01,budi@surel.example,Lunas,1000\n");
        run("import", again.toString());
        assertThat(run("erase", "budi@surel.example")).as(out).isEqualTo(Exit.ATTENTION);
    }

    @Test
    void a_folder_that_the_engine_cannot_open_is_refused_in_words() throws IOException {
        for (String name : List.of("apa?", "a;b")) {
            workspace = Files.createDirectories(folder.resolve(name));
            Files.writeString(workspace.resolve("ukur.yaml"), "name: toko\ntime_zone: Asia/Jakarta\n");
            assertThat(run("import", exports.toString(), "--lang", "en")).isEqualTo(Exit.WRONG);
            assertThat(out).contains("a folder whose path holds " + name.replaceAll("[a-z]", ""));
        }
    }

    private int run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-w";
        all[words.length + 1] = workspace.toString();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Main.run(all, new Console(stream, stream, Map.of(), folder), new LocalProgram());
        out = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
