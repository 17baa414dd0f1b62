package dev.ukur.sources.read;

import static dev.ukur.sources.read.Scratch.gzip;
import static dev.ukur.sources.read.Scratch.rows;
import static dev.ukur.sources.read.Scratch.xlsx;
import static dev.ukur.sources.read.Scratch.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    @Test
    void folders_are_walked_in_sorted_order_without_hidden_files() throws IOException {
        Scratch scratch = new Scratch(folder);
        for (String name :
                List.of("b.csv", "a/z.csv", "a/y.csv", ".hidden.csv", ".ukur/store", "a/.DS_Store", "c.json")) {
            scratch.file(name, "x");
        }
        Inputs.Found found = Inputs.find(List.of(folder));
        assertThat(names(found)).containsExactly("a/y.csv", "a/z.csv", "b.csv", "c.json");
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void a_missing_path_is_a_problem_and_the_others_are_still_found() throws IOException {
        Input there = new Scratch(folder).file("a.csv", "x");
        Path missing = folder.resolve("b.csv");
        Inputs.Found found = Inputs.find(List.of(missing, there.path()));
        assertThat(names(found)).containsExactly("a.csv");
        assertThat(found.problems()).extracting(Problem::code).containsExactly("file-not-found");
    }

    @Test
    void members_of_an_archive_are_inputs_sorted_by_name_and_spreadsheets_stay_whole() throws IOException {
        byte[] sheet = xlsx(data -> data.value(0, 0, "in sheet"));
        Scratch scratch = new Scratch(folder);
        Input archive = scratch.file(
                "all.zip",
                zip("b.csv", "b,1\n", "__MACOSX/b.csv", "x", "a.xlsx", sheet, ".x", "x", "c.csv.gz", gzip("c,3\n")));
        scratch.file("whole.xlsx", sheet);
        Inputs.Found found = Inputs.find(List.of(archive.path(), folder.resolve("whole.xlsx")));
        assertThat(names(found)).containsExactly("all.zip!a.xlsx", "all.zip!b.csv", "all.zip!c.csv.gz", "whole.xlsx");
        assertThat(found.inputs().stream().flatMap(input -> rows(input).stream()))
                .containsExactly("1: in sheet", "1: b|1", "1: c|3", "1: in sheet");
    }

    @Test
    void an_archive_inside_an_archive_is_a_problem_by_name_or_bytes() throws IOException {
        byte[] inner = zip("a.csv", "a");
        Input archive = new Scratch(folder).file("all.zip", zip("n.zip", inner, "o.csv", inner, "p.csv", "p"));
        Inputs.Found found = Inputs.find(List.of(archive.path()));
        assertThat(names(found)).containsExactly("all.zip!p.csv");
        assertThat(found.problems()).extracting(Problem::code).containsExactly("archive-nested", "archive-nested");
    }

    @Test
    void a_truncated_archive_is_a_problem() throws IOException {
        byte[] whole = zip("a.csv", "a,1\n".repeat(1000));
        Input archive = new Scratch(folder).file("cut.zip", Arrays.copyOf(whole, whole.length - 30));
        Inputs.Found found = Inputs.find(List.of(archive.path()));
        assertThat(found.inputs()).isEmpty();
        assertThat(found.problems()).extracting(Problem::code).containsExactly("archive-broken");
    }

    @Test
    void a_member_that_swells_beyond_any_export_is_a_problem() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("zeros.csv"));
            byte[] zeros = "0\n".repeat(1 << 19).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        Inputs.Found found = Inputs.find(List.of(bomb));
        assertThat(found.inputs()).isEmpty();
        assertThat(found.problems()).extracting(Problem::code).containsExactly("archive-too-large");
        Input forced = new Input("bomb.zip!zeros.csv", bomb, java.util.Optional.of("zeros.csv"));
        assertThat(Scratch.problemOf(() -> Contents.open(forced)).code()).isEqualTo("archive-too-large");
    }

    private List<String> names(Inputs.Found found) {
        return found.inputs().stream()
                .map(input -> input.name().substring(folder.toString().length() + 1))
                .toList();
    }
}
