package dev.ukur.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lint against workspaces whose faults are known: every fault is found, and nothing that is right is called wrong. */
@Tag("slow")
class LintCorpusTest {

    @TempDir
    private Path folder;

    private final Map<Shops, Path> made = new EnumMap<>(Shops.class);

    static List<LintCase> corpus() {
        return Stream.of(StructureCases.all(), DataCases.all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void every_code_is_found_where_it_is_and_nowhere_else() throws IOException {
        List<LintCase> corpus = corpus();
        Map<String, Score> scores = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (LintCase one : corpus) {
            Set<String> found = check(one);
            Set<String> all = new HashSet<>(found);
            all.addAll(one.expected());
            all.forEach(code -> scores.computeIfAbsent(code, any -> new Score())
                    .count(one.expected().contains(code), found.contains(code)));
            if (!found.equals(one.expected())) {
                wrong.add(one.name() + ": expected " + one.expected() + " found " + found);
            }
        }
        print(corpus.size(), scores);

        assertThat(corpus).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private Set<String> check(LintCase one) throws IOException {
        Path workspace = workspace(one.shop());
        Files.createDirectories(workspace.resolve("metrics"));
        Files.deleteIfExists(workspace.resolve("metrics/own.yaml"));
        for (Map.Entry<String, String> file : one.files().entrySet()) {
            Files.writeString(workspace.resolve(file.getKey()), file.getValue());
        }
        try (Ukur ukur = Ukur.open(workspace, one.today())) {
            Set<String> codes = new HashSet<>();
            ukur.check().stream().map(Problem::code).forEach(codes::add);
            return codes;
        }
    }

    /** The workspace of a shop, made once. */
    private Path workspace(Shops shop) throws IOException {
        if (!made.containsKey(shop)) {
            Path path = folder.resolve(shop.name().toLowerCase(Locale.ROOT));
            shop.make(path);
            made.put(shop, path);
        }
        return made.get(shop);
    }

    private static void print(int size, Map<String, Score> scores) {
        StringBuilder table = new StringBuilder(size + " workspaces\n");
        scores.forEach((code, score) -> table.append(String.format(
                Locale.ROOT,
                "%-28s %2d there  precision %.2f  recall %.2f%n",
                code,
                score.there(),
                score.precision(),
                score.recall())));
        System.out.print(table);
    }

    /** How often a code was there and found. */
    private static final class Score {

        private int right;
        private int missed;
        private int invented;

        void count(boolean expected, boolean found) {
            right += expected && found ? 1 : 0;
            missed += expected && !found ? 1 : 0;
            invented += found && !expected ? 1 : 0;
        }

        int there() {
            return right + missed;
        }

        double precision() {
            return right + invented == 0 ? 0 : (double) right / (right + invented);
        }

        double recall() {
            return there() == 0 ? 0 : (double) right / there();
        }
    }
}
