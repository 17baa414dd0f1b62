package dev.ukur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Both languages say the same things, and every problem that can be reported has its words. */
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z][A-Za-z0-9_]*)(:[a-z_]+)?}");
    private static final List<JavaSource> MAIN = JavaSource.parse(ProjectFiles.endingIn(".java").stream()
            .filter(file -> file.startsWith("src/main/java"))
            .toList());

    @Test
    void both_languages_have_the_same_files() {
        assertThat(files("id")).isNotEmpty().isEqualTo(files("en"));
    }

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() {
        assertThat(arguments("id")).isEqualTo(arguments("en"));
    }

    @Test
    void no_text_is_empty_and_no_key_stands_in_two_files() {
        for (String language : List.of("id", "en")) {
            List<String> keys = new ArrayList<>();
            for (String file : files(language)) {
                Properties texts = load(language, file);
                assertThat(texts.values()).as(language + "/" + file).doesNotContain("");
                keys.addAll(texts.stringPropertyNames());
            }
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    @Test
    void no_key_is_written_twice_in_a_file() {
        for (Path file : ProjectFiles.endingIn(".properties")) {
            List<String> keys = ProjectFiles.text(file)
                    .lines()
                    .filter(line -> line.matches("[A-Za-z].*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_problem_has_a_sentence_and_a_cure_in_both_languages() {
        Set<String> codes = MAIN.stream()
                .flatMap(source -> source.problemCodes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).isNotEmpty();
        Set<String> needed = new TreeSet<>();
        codes.forEach(code -> {
            needed.add("problem." + code);
            needed.add("problem." + code + ".fix");
        });
        assertThat(missing(needed, "id")).as("Indonesian").isEmpty();
        assertThat(missing(needed, "en")).as("English").isEmpty();
    }

    @Test
    void problem_codes_are_kebab_case() {
        assertThat(MAIN.stream().flatMap(source -> source.problemCodes().stream()))
                .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void every_problem_text_belongs_to_a_code_in_the_program() {
        Set<String> literals =
                MAIN.stream().flatMap(source -> source.literals().stream()).collect(Collectors.toSet());
        Set<String> told = arguments("id").keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .map(key -> key.substring("problem.".length()).replaceFirst("\\.fix$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isSubsetOf(literals);
    }

    @Test
    void every_sentence_and_heading_of_a_finding_is_written_in_both_languages() {
        Set<String> needed = MAIN.stream()
                .flatMap(source -> source.findingTexts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(needed).hasSizeGreaterThan(15);
        assertThat(missing(needed, "id")).as("Indonesian").isEmpty();
        assertThat(missing(needed, "en")).as("English").isEmpty();
    }

    /** A code may be put together from a beginning and a word: {@code "benchmark-rival-" + word}. */
    @Test
    void every_sentence_of_a_finding_belongs_to_a_code_in_the_program() {
        Set<String> literals =
                MAIN.stream().flatMap(source -> source.literals().stream()).collect(Collectors.toSet());
        Set<String> beginnings =
                literals.stream().filter(text -> text.matches("[a-z-]+-")).collect(Collectors.toSet());
        assertThat(arguments("id").keySet().stream()
                        .filter(key -> key.matches("finding\\.[a-z0-9-]+-[a-z0-9-]+"))
                        .map(key -> key.substring("finding.".length())))
                .isNotEmpty()
                .allMatch(code -> literals.contains(code) || beginnings.stream().anyMatch(code::startsWith));
    }

    @Test
    void every_label_in_yaml_speaks_both_languages() {
        List<String> half = new ArrayList<>();
        for (Path file : ProjectFiles.endingIn(".yaml")) {
            if (file.startsWith("src/main/resources")) {
                Load load = new Load(
                        LoadSettings.builder().setLabel(file.toString()).build());
                for (Object document : load.loadAllFromString(ProjectFiles.text(file))) {
                    collectHalfLabels(file.toString(), document, half);
                }
            }
        }
        assertThat(half).isEmpty();
    }

    /** A label is a mapping with nothing but a text under {@code id} or {@code en}; it must have both. */
    private static void collectHalfLabels(String path, Object node, List<String> half) {
        if (node instanceof java.util.Map<?, ?> map) {
            boolean onlyLanguages = !map.isEmpty() && Set.of("id", "en").containsAll(map.keySet());
            if (onlyLanguages && map.size() < 2) {
                half.add(path);
            }
            map.forEach((key, value) -> collectHalfLabels(path + "/" + key, value, half));
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collectHalfLabels(path, item, half));
        }
    }

    private static Set<String> missing(Set<String> needed, String language) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(arguments(language).keySet());
        return missing;
    }

    /** Key to the names of its arguments, all files of a language; the plural forms of a key count as one. */
    private static TreeMap<String, Set<String>> arguments(String language) {
        TreeMap<String, Set<String>> all = new TreeMap<>();
        for (String file : files(language)) {
            Properties texts = load(language, file);
            for (String key : texts.stringPropertyNames()) {
                all.computeIfAbsent(key.replaceFirst("\\.(one|other)$", ""), name -> new TreeSet<>())
                        .addAll(ARGUMENT.matcher(texts.getProperty(key))
                                .results()
                                .map((MatchResult match) -> match.group(1))
                                .toList());
            }
        }
        return all;
    }

    private static List<String> files(String language) {
        Path folder = Path.of("src/main/resources/dev/ukur/i18n", language);
        return ProjectFiles.endingIn(".properties").stream()
                .filter(file -> folder.equals(file.getParent()))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static Properties load(String language, String file) {
        Properties texts = new Properties();
        Path path = Path.of("src/main/resources/dev/ukur/i18n", language, file);
        assertThat(Files.isRegularFile(ProjectFiles.ROOT.resolve(path)))
                .as(path.toString())
                .isTrue();
        try {
            texts.load(new StringReader(ProjectFiles.text(path)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
