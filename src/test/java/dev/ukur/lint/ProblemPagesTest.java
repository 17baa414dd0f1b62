package dev.ukur.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.report.ProblemPage;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of the lint has its page in both languages, made from the program's texts and the corpus. */
class ProblemPagesTest {

    private static final Path PAGES = Path.of("docs/problems");
    private static final Path SOURCES = Path.of("src/main/java/dev/ukur");
    private static final Pattern CODE = Pattern.compile("\"((?:aim|driver|goal|goals|kpi|source)-[a-z0-9-]+)\"");
    private static final List<String> ALSO =
            List.of("average-of-ratios", "measure-of-ratios", "target-no-due", "number-ambiguous");

    /** Told by commands that change the file, not by the lint. */
    private static final Set<String> OF_COMMANDS =
            Set.of("goal-there-already", "goal-not-there", "goals-in-braces", "goal-name-form");

    @Test
    void every_code_of_the_lint_is_explained_in_both_languages() throws IOException {
        for (Language language : Language.values()) {
            ProblemPage page = new ProblemPage(Messages.of(language));
            assertThat(codes())
                    .hasSizeGreaterThan(50)
                    .allMatch(page::knows)
                    .allMatch(code -> page.reason(code).isPresent(), "explain.CODE in explain.properties")
                    .allMatch(code -> page.cure(code).isPresent());
        }
    }

    @Test
    void the_pages_in_the_documents_are_those_of_the_program() throws IOException {
        for (Language language : Language.values()) {
            Map<String, String> pages = pages(language);
            Path folder = PAGES.resolve(language.code());
            if (Boolean.getBoolean("golden.update")) {
                write(folder, pages);
            }
            Map<String, String> written = new TreeMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    written.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            assertThat(written).isEqualTo(pages);
        }
    }

    private static Map<String, String> pages(Language language) throws IOException {
        Messages say = Messages.of(language);
        ProblemPage page = new ProblemPage(say);
        Map<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder("# " + say.text("explain.codes") + "\n\n");
        for (String code : codes()) {
            String mark = "\n---\n\n*" + say.text("explain.generated") + "*\n";
            pages.put(code + ".md", page.markdown(code) + example(say, code) + mark);
            index.append("- [" + code + "](" + code + ".md): " + page.sentence(code) + "\n");
        }
        pages.put("README.md", index.toString());
        return pages;
    }

    /** The goals of the corpus that show the problem most plainly. */
    private static String example(Messages say, String code) {
        Optional<LintCase> plain = LintCorpusTest.corpus().stream()
                .filter(one -> one.expected().contains(code))
                .filter(one -> one.expected().size() <= 2)
                .filter(one -> one.files().get("goals.yaml").lines().count() < 40)
                .min(java.util.Comparator.comparingInt(one -> one.expected().size()));
        return plain.map(one -> "\n## " + say.text("explain.example") + "\n"
                        + one.files().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .filter(file -> !file.getValue().isBlank())
                                .map(file -> "\n`" + file.getKey() + "`\n\n```yaml\n" + file.getValue() + "```\n")
                                .reduce("", String::concat))
                .orElse("");
    }

    private static void write(Path folder, Map<String, String> pages) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** The codes in the rules, in the readers of goals, and a few that other stages tell. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>(ALSO);
        try (Stream<Path> kpis = Files.list(SOURCES.resolve("kpis"))) {
            for (Path file : Stream.concat(
                            kpis.filter(path -> path.toString().endsWith("Rule.java")
                                    || path.endsWith("Baseline.java")
                                    || path.endsWith("TargetLevel.java")
                                    || path.endsWith("TargetSpan.java")),
                            Stream.of(
                                            "workspace/GoalsReader.java",
                                            "workspace/DriverReader.java",
                                            "sources/ZoneCheck.java")
                                    .map(SOURCES::resolve))
                    .toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        codes.removeAll(OF_COMMANDS);
        return codes;
    }
}
