package dev.ukur.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Share;
import dev.ukur.time.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private final Messages id = Messages.of(Language.ID);
    private final Messages en = Messages.of(Language.EN);

    @ParameterizedTest
    @EnumSource(Stage.class)
    void both_languages_have_the_same_keys(Stage stage) {
        assertThat(new Texts(Language.EN).keys(stage)).isEqualTo(new Texts(Language.ID).keys(stage));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void both_languages_name_the_same_facts(Stage stage) {
        Texts indonesian = new Texts(Language.ID);
        Texts english = new Texts(Language.EN);
        List<String> different = new ArrayList<>();
        for (String key : indonesian.keys(stage)) {
            if (!facts(indonesian, key).equals(facts(english, key))) {
                different.add(key);
            }
        }
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_problem_says_how_to_mend_it(Stage stage) {
        TreeSet<String> keys = new Texts(Language.ID).keys(stage);
        assertThat(keys.stream()
                        .filter(key -> key.startsWith("problem.") && !key.endsWith(".fix"))
                        .filter(key -> !keys.contains(key + ".fix")))
                .isEmpty();
    }

    @Test
    void a_missing_text_shows_its_key_and_a_missing_fact_its_braces() {
        assertThat(id.text("no.such.key")).isEqualTo("no.such.key");
        assertThat(new Template("{file}: {rows}").fill(Map.of("file", "a.csv"), id.formats()))
                .isEqualTo("a.csv: {rows}");
    }

    @Test
    void facts_are_written_by_their_type_and_form() {
        Map<String, Object> facts = Map.of(
                "day",
                LocalDate.of(2026, 12, 31),
                "rows",
                12_500,
                "rate",
                0.034,
                "sum",
                9_800,
                "names",
                List.of("a", "b"));
        String template = "{day} {day:day} {rows} {rows:plain} {rate:share} {sum:money} {names}";
        assertThat(new Template(template).fill(facts, id.formats()))
                .isEqualTo("31 Des 2026 31 Des 12.500 12500 3,4\u00a0% Rp\u00a09.800 a, b");
    }

    @Test
    void a_share_and_a_grain_among_the_facts_are_told_the_reader_s_way() {
        Map<String, Object> facts = Map.of("share", Share.of(0.03361), "loss", Share.of(-0.06), "grain", Grain.WEEK);
        String template = "{share} {loss} {grain}";
        assertThat(new Template(template).fill(facts, id.formats())).isEqualTo("3,36\u00a0% \u22126\u00a0% pekan");
        assertThat(new Template(template).fill(facts, en.formats())).isEqualTo("3.36% \u22126% week");
    }

    @Test
    void english_counts_choose_one_or_other() {
        assertThat(en.text("check.sum", "count", 1)).isEqualTo("1 thing needs a look.");
        assertThat(en.text("check.sum", "count", 2)).isEqualTo("2 things need a look.");
        assertThat(id.text("check.sum", "count", 1)).isEqualTo("1 hal perlu dilihat.");
    }

    @Test
    void a_problem_has_a_sentence_and_a_cure_in_both_languages() {
        Problem problem = Problem.error("unknown-command-maybe", Location.nowhere())
                .with("command", "qurey")
                .with("maybe", "query");
        assertThat(id.sentence(problem)).isEqualTo("\"qurey\" bukan perintah Ukur.");
        assertThat(id.fix(problem)).contains("Mungkin maksudnya: ukur query");
        assertThat(en.sentence(problem)).isEqualTo("\"qurey\" is not a command of Ukur.");
        assertThat(en.fix(problem)).contains("Maybe you mean: ukur query");
    }

    private static TreeSet<String> facts(Texts texts, String key) {
        return new Template(texts.find(key).orElse("")).names();
    }
}
