package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.sources.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceStateTest {

    @TempDir
    Path folder;

    @BeforeEach
    void a_new_workspace() {
        Ukur.init(folder.resolve("toko"), "id");
    }

    @Test
    void a_folder_that_is_no_workspace_has_no_state() {
        assertThat(Ukur.state(folder)).isEmpty();
        assertThat(Ukur.state(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void asking_changes_nothing() throws IOException {
        importMentions("m.csv", 3);
        Optional<String> before = state();
        try (Ukur ukur = Ukur.open(toko(), Clock.systemUTC())) {
            ukur.catalog();
            ukur.check();
            ukur.loads();
        }
        assertThat(before).isPresent().isEqualTo(state());
    }

    @Test
    void every_change_of_definitions_data_or_ledger_is_another_state() throws IOException {
        List<Optional<String>> states = new ArrayList<>(List.of(state()));
        importMentions("m.csv", 3);
        states.add(state());
        importMentions("n.csv", 4);
        states.add(state());
        for (String file : List.of("ukur.yaml", "goals.yaml", "calendar.yaml")) {
            Files.writeString(toko().resolve(file), text(file) + "# lain\n");
            states.add(state());
        }
        for (String file : List.of("metrics/own.yaml", "sources/own.yml", "ledger.jsonl", "later/kind.yaml")) {
            Files.createDirectories(toko().resolve(file).getParent());
            Files.writeString(toko().resolve(file), "a: 1\n");
            states.add(state());
        }
        Files.move(toko().resolve("metrics/own.yaml"), toko().resolve("metrics/other.yaml"));
        states.add(state());
        assertThat(states).allMatch(Optional::isPresent);
        assertThat(new HashSet<>(states)).hasSameSizeAs(states);
    }

    @Test
    void an_export_that_is_not_imported_changes_nothing() throws IOException {
        Optional<String> before = state();
        Files.writeString(toko().resolve("export.csv"), "a,b\n1,2\n");
        assertThat(state()).isEqualTo(before);
    }

    private void importMentions(String name, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("mention_snippet,date,time,reach,url\n");
        for (int row = 1; row <= rows; row++) {
            csv.append("baik,2026-10-0" + row + ",10:00,7,https://x.test/" + name + row + "\n");
        }
        Path file = Files.writeString(folder.resolve(name), csv);
        try (Ukur ukur = Ukur.open(toko(), Clock.systemUTC())) {
            assertThat(ukur.load(List.of(file), ImportOptions.standard()).changed())
                    .isTrue();
        }
    }

    private String text(String file) throws IOException {
        Path path = toko().resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private Optional<String> state() {
        return Ukur.state(toko());
    }

    private Path toko() {
        return folder.resolve("toko");
    }
}
