package dev.ukur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style of the house, as far as a program can see it. Each finding names its file. */
class TidyTest {

    private static final int MOST_LINES_OF_A_FILE = 420;
    private static final int MOST_LINES_OF_A_METHOD = 50;
    /** Of what others call; a private method, whose callers stand beside it, may take one more. */
    private static final int MOST_PARAMETERS = 4;

    /** Longer files, each with the reason why it is not cut. */
    private static final Map<Path, String> LONGER_FILES = Map.of();

    private static final Pattern BAD_PACKAGE = Pattern.compile("utils?|common|dto|service|impl|manager|helpers?");
    private static final Pattern BAD_TYPE = Pattern.compile(".*(Utils?|Helper|Manager|Service|Impl|Dto|DTO|Common)");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    /** Written apart, so that this file does not find itself. */
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final List<JavaSource> MAIN = JavaSource.parse(javaUnder("src/main/java"));

    @Test
    void every_package_says_its_duty_and_is_null_marked() {
        Set<Path> packages =
                javaUnder("src/main/java").stream().map(Path::getParent).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(ProjectFiles.ROOT.resolve(info)).exists();
            assertThat(ProjectFiles.text(info)).contains("/**").contains("@NullMarked");
        });
    }

    @Test
    void files_stay_short() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : ProjectFiles.endingIn(".java", ".js", ".css", ".sql", ".jte")) {
            long lines = ProjectFiles.text(file).lines().count();
            if (lines > MOST_LINES_OF_A_FILE && !LONGER_FILES.containsKey(file)) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void exceptions_for_long_files_are_still_needed() {
        assertThat(LONGER_FILES.keySet())
                .allSatisfy(file -> assertThat(ProjectFiles.text(file).lines().count())
                        .as(file.toString())
                        .isGreaterThan(MOST_LINES_OF_A_FILE));
    }

    @Test
    void methods_stay_short() {
        assertThat(methods(method -> method.lines() > MOST_LINES_OF_A_METHOD, method -> method.lines() + " lines"))
                .isEmpty();
    }

    @Test
    void methods_take_few_parameters() {
        assertThat(methods(
                        method -> method.parameters() > MOST_PARAMETERS + (method.isPrivate() ? 1 : 0)
                                && !method.name().equals("<init>"),
                        method -> method.parameters() + " parameters"))
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is_not_that_it_helps() {
        List<String> vague = new ArrayList<>();
        for (JavaSource source : MAIN) {
            for (Path step : source.file().getParent()) {
                if (BAD_PACKAGE.matcher(step.toString()).matches()) {
                    vague.add(source.file() + ": package " + step);
                }
            }
            for (JavaSource.Type type : source.types()) {
                if (BAD_TYPE.matcher(type.name()).matches()) {
                    vague.add(source.file() + ": type " + type.name());
                }
            }
        }
        assertThat(vague).isEmpty();
    }

    @Test
    void every_public_type_has_a_comment() {
        assertThat(MAIN.stream()
                        .filter(source -> source.types().stream().anyMatch(JavaSource.Type::publicWithoutJavadoc))
                        .map(JavaSource::file))
                .isEmpty();
    }

    @Test
    void only_commands_write_to_the_terminal() {
        assertThat(MAIN.stream()
                        .filter(JavaSource::usesSystemOut)
                        .map(JavaSource::file)
                        .filter(file -> !file.startsWith("src/main/java/dev/ukur/delivery/cli")))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later_in_the_text() {
        List<Path> left = ProjectFiles.endingIn(
                        ".java", ".js", ".css", ".sql", ".jte", ".yaml", ".properties", ".md", ".sh", ".xml", "ukur")
                .stream()
                .filter(file -> LEFT_FOR_LATER.matcher(ProjectFiles.text(file)).find())
                .toList();
        assertThat(left).isEmpty();
    }

    @Test
    void sql_files_begin_with_a_comment() {
        assertThat(ProjectFiles.endingIn(".sql"))
                .filteredOn(file -> !file.startsWith("src/test/resources/golden"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(ProjectFiles.text(file)).as(file.toString()).startsWith("--"));
    }

    @Test
    void an_index_lists_exactly_its_folder() {
        assertThat(ProjectFiles.endingIn("index.txt")).allSatisfy(index -> {
            Path folder = ProjectFiles.ROOT.resolve(index).getParent();
            try (Stream<Path> beside = Files.list(folder)) {
                List<String> names = beside.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("index.txt"))
                        .toList();
                assertThat(ProjectFiles.text(index).lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                        .as(index.toString())
                        .containsExactlyInAnyOrderElementsOf(names);
            }
        });
    }

    @Test
    void links_in_documents_lead_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : ProjectFiles.endingIn(".md")) {
            Matcher link = LINK.matcher(ProjectFiles.text(document));
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                if (!target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:")) {
                    Path file = ProjectFiles.ROOT.resolve(document).resolveSibling(target);
                    if (!Files.exists(file)) {
                        broken.add(document + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void text_files_are_utf_8_with_a_newline_at_the_end_and_java_has_no_tabs() {
        List<String> untidy = new ArrayList<>();
        for (Path file : ProjectFiles.endingIn(
                ".java",
                ".js",
                ".css",
                ".sql",
                ".jte",
                ".yaml",
                ".properties",
                ".md",
                ".sh",
                ".xml",
                ".txt",
                ".json")) {
            String text = ProjectFiles.text(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                untidy.add(file + ": no newline at the end");
            }
            if (file.toString().endsWith(".java") && text.contains("\t")) {
                untidy.add(file + ": a tab");
            }
        }
        assertThat(untidy).isEmpty();
    }

    private static List<String> methods(
            java.util.function.Predicate<JavaSource.Method> bad,
            java.util.function.Function<JavaSource.Method, String> measure) {
        return MAIN.stream()
                .flatMap(source -> source.methods().stream()
                        .filter(bad)
                        .map(method -> source.file() + ": " + method.name() + " has " + measure.apply(method)))
                .toList();
    }

    private static List<Path> javaUnder(String folder) {
        return ProjectFiles.endingIn(".java").stream()
                .filter(file -> file.startsWith(folder))
                .toList();
    }
}
