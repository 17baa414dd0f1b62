package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packed form of the program's own YAML says what the YAML says. */
class PackedYamlTest {

    static List<String> files() {
        String catalogue = "/dev/ukur/metrics/catalog/";
        String profiles = "/dev/ukur/sources/profiles/";
        return Stream.of(
                        DefinitionFiles.index(catalogue + "index.txt").stream().map(catalogue::concat),
                        DefinitionFiles.index(profiles + "index.txt").stream().map(profiles::concat),
                        Stream.of("/dev/ukur/sources/channels.yaml"))
                .flatMap(names -> names)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_build_has_packed_what_the_file_says(String file) {
        assertThat(PackedYaml.find(file)).isEqualTo(YamlParser.parse(file, DefinitionFiles.builtIn(file)));
    }

    @Test
    void places_nothing_and_lists_come_back_as_they_were() throws IOException {
        YamlNode node = YamlParser.parse("x.yaml", "a: [1, ~, 'ü']\nb:\nc:\n  d: |\n    two\n    lines\n")
                .orElseThrow();

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedYaml.write(node, new DataOutputStream(bytes));

        assertThat(PackedYaml.read(bytes.toByteArray())).isEqualTo(node);
    }

    @Test
    void a_file_that_was_not_packed_is_told_by_its_absence() {
        assertThat(PackedYaml.find("/dev/ukur/sources/profiles/none.yaml")).isEqualTo(Optional.empty());
    }
}
