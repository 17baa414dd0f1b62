package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Goal;
import dev.ukur.model.Occasion;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StarterTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void a_new_workspace_is_read_without_a_problem(String language) throws IOException {
        for (Map.Entry<String, String> file :
                Starter.files("Toko \"Jaya\"", language).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Problems problems = new Problems();

        Workspace workspace = WorkspaceFiles.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(workspace.settings().name()).isEqualTo("Toko \"Jaya\"");
        assertThat(workspace.settings().language()).isEqualTo(language);
        assertThat(workspace.settings().zone().getId()).isEqualTo("Asia/Jakarta");
        assertThat(workspace.goals()).isEmpty();
        assertThat(workspace.occasions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void its_examples_are_right_once_their_marks_are_removed(String language) {
        Map<String, String> files = Starter.files("Toko", language);

        Yaml<List<Goal>> goals = Yaml.read(
                "goals.yaml",
                uncommented(files.get("goals.yaml")),
                file -> GoalsReader.read(file).goals());
        Yaml<List<Occasion>> days =
                Yaml.read("calendar.yaml", uncommented(files.get("calendar.yaml")), CalendarReader::read);

        assertThat(goals.problems()).isEmpty();
        assertThat(goals.value()).hasSize(1);
        assertThat(goals.value().get(0).kpi().targets()).hasSize(4);
        assertThat(days.problems()).isEmpty();
        assertThat(days.value()).hasSize(3);
    }

    @Test
    void each_starter_file_names_a_schema_that_comes_with_it() {
        Map<String, String> files = Starter.files("Toko", "id");
        for (String name : List.of("ukur", "goals", "calendar")) {
            String schema = ".ukur/schema/" + name + ".schema.json";
            assertThat(files.get(name + ".yaml")).startsWith("# yaml-language-server: $schema=" + schema + "\n");
            JsonNode tree = JsonMapper.builder().build().readTree(files.get(schema));
            assertThat(tree.path("title").asString()).isEqualTo(name + ".yaml");
        }
    }

    @Test
    void the_schema_of_goals_knows_the_same_keys_as_the_reader() {
        JsonNode tree = JsonMapper.builder()
                .build()
                .readTree(Starter.files("Toko", "id").get(".ukur/schema/goals.schema.json"));
        Yaml<List<Goal>> read = Yaml.read(
                "goals.yaml",
                "goals: {a: {goal: A, kpi: {metric: visits, no_such_key: 1}}}",
                file -> GoalsReader.read(file).goals());

        String keys = tree.at("/definitions/kpi/properties").propertyNames().stream()
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(read.problems().get(0)).endsWith("allowed=" + keys + "}");
    }

    /** The lines of a commented example begin with a mark right at the edge and two blanks. */
    private static String uncommented(String text) {
        return text.lines()
                .map(line -> line.startsWith("#  ") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
    }
}
