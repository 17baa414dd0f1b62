package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFilesTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void a_folder_is_read_file_by_file_and_problems_name_the_file() throws IOException {
        Files.writeString(folder.resolve("ukur.yaml"), "name: Toko\n");
        Files.writeString(folder.resolve("goals.yaml"), "goals:\n  a:\n    goal: A\n    kpi: {metric: visits}\n");
        Files.writeString(folder.resolve("calendar.yaml"), "occasion: {}\n");

        Workspace workspace = WorkspaceFiles.read(folder, problems);

        assertThat(workspace.settings().name()).isEqualTo("Toko");
        assertThat(workspace.goals()).extracting(goal -> goal.kpi().metric()).containsExactly("visits");
        assertThat(workspace.occasions()).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::code, problem -> problem.at().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "yaml-unknown-key", folder.resolve("calendar.yaml") + ":1:1"));
    }

    @Test
    void a_folder_without_settings_is_no_workspace() {
        WorkspaceFiles.read(folder, problems);

        assertThat(problems.list()).extracting(Problem::code).containsExactly("workspace-missing");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        Files.write(folder.resolve("ukur.yaml"), new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe9, '\n'});

        WorkspaceFiles.read(folder, problems);

        assertThat(problems.list()).extracting(Problem::code).containsExactly("yaml-not-utf8");
    }

    @Test
    void a_broken_file_is_told_once_and_the_others_are_still_read() throws IOException {
        Files.writeString(folder.resolve("ukur.yaml"), "name: \"Toko\n");
        Files.writeString(folder.resolve("goals.yaml"), "goals:\n  a:\n    goal: A\n    kpi: {metric: visits}\n");

        Workspace workspace = WorkspaceFiles.read(folder, problems);

        assertThat(workspace.goals()).hasSize(1);
        assertThat(problems.list()).extracting(Problem::code).containsExactly("yaml-syntax");
    }
}
