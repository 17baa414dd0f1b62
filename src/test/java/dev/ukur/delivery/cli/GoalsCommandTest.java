package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void on_a_terminal_the_questions_are_asked_one_by_one() throws IOException {
        start();
        String typed = "More orders\nOrders pay us\n\norders\nvisits, aov\nweekly\nRani\n2026-Q1\n+15%\n2026-12-31\n"
                + "cancel_rate\nCall the supplier\n";

        int exit = run(Optional.of(typed), "goals", "add", "more-orders", "--lang", "en");

        assertThat(exit).isZero();
        assertThat(text(err))
                .startsWith("What does the business want, in a sentence? How does the measure relate to the goal? ")
                .contains("What exactly is measured?", "Which other factors relate to it?", "How often is it reported")
                .contains("Who answers for it?");
        assertThat(Files.readString(folder.resolve("goals.yaml"))).isEqualTo("""
                        # keep me
                        goals:
                          more-orders:
                            goal: More orders
                            why: Orders pay us
                            kpi:
                              metric: orders
                              owner: Rani
                              cadence: weekly
                              factors: [visits, aov]
                              baseline: 2026-Q1
                              targets:
                                - {value: "+15%", due: 2026-12-31}
                              guardrails: [cancel_rate]
                              action: Call the supplier
                        """);
    }

    /** The metric is misspelt, and asked for again; the target is of a whole year. */
    @Test
    void a_new_workspace_leads_to_its_first_goals_on_a_terminal() throws IOException {
        String typed = "bakery\nshop\n1\n\n\n\nordres\norders\n\n\nRani\n\n18000 per year\n2026-12-31\n\nBake more\n";

        int exit = run(Optional.of(typed), "init", "toko", "--lang", "en");

        assertThat(exit).as(text(err)).isZero();
        assertThat(text(err))
                .contains(
                        "What kind of business is it",
                        "goals-no-area",
                        "Which numbers to write",
                        "catalog-no-metric-maybe");
        assertThat(text(out)).contains("goals.yaml", "1. ", "was written to goals.yaml");
        assertThat(Files.readString(folder.resolve("toko/goals.yaml")))
                .contains(
                        "metric: orders",
                        "owner: Rani",
                        "- {value: \"18000\", per: year, due: 2026-12-31}",
                        "Bake more");
        assertThat(run(
                        Optional.empty(),
                        "goals",
                        "--lang",
                        "en",
                        "-w",
                        folder.resolve("toko").toString()))
                .isZero();
    }

    @Test
    void a_new_workspace_asks_nothing_where_nobody_can_answer_and_little_of_who_will_not() throws IOException {
        assertThat(run(Optional.empty(), "init", "toko", "--lang", "en")).isZero();
        assertThat(text(err)).contains("ukur goals suggest -w").doesNotContain("?");

        assertThat(run(Optional.of("\n"), "init", "kedai", "--lang", "en")).isZero();
        assertThat(text(err)).contains("What kind of business is it").doesNotContain("Which numbers");
        assertThat(run(Optional.of(""), "init", "warung", "--lang", "id")).isZero();
    }

    @Test
    void a_script_answers_by_options_and_is_told_what_it_left_out() throws IOException {
        start();

        assertThat(run(Optional.empty(), "goals", "add", "x", "--metric", "orders", "--lang", "en"))
                .isEqualTo(2);
        assertThat(text(err)).contains("goals-answer-missing", "--goal");

        assertThat(run(Optional.empty(), "goals", "add", "x", "--goal", "X", "--metric", "ordres", "--lang", "en"))
                .isEqualTo(2);
        assertThat(text(err)).contains("catalog-no-metric-maybe");

        assertThat(run(
                        Optional.empty(),
                        "goals",
                        "add",
                        "x",
                        "--goal",
                        "X",
                        "--metric",
                        "orders",
                        "--cadence",
                        "often"))
                .isEqualTo(2);
        assertThat(text(err)).contains("goals-no-cadence");

        assertThat(run(Optional.empty(), "goals", "add", "x", "--goal", "X", "--metric", "orders"))
                .isZero();
        assertThat(run(Optional.empty(), "goals", "--lang", "en")).isZero();
        assertThat(text(out)).contains("X (x)\n  KPI: orders\n");
    }

    @Test
    void wrong_words_are_told() throws IOException {
        start();

        assertThat(run(Optional.empty(), "goals", "sugest")).isEqualTo(2);
        assertThat(text(err)).contains("goals-no-action", "suggest");
        assertThat(run(Optional.empty(), "goals", "retire")).isEqualTo(2);
        assertThat(text(err)).contains("goals-name-missing");
        assertThat(run(Optional.empty(), "goals", "suggest", "--area", "moon")).isEqualTo(2);
        assertThat(text(err)).contains("goals-no-area");
    }

    @Test
    void a_code_is_explained_in_both_languages_without_a_workspace() {
        assertThat(run(Optional.empty(), "explain", "kpi-no-owner", "--lang", "en"))
                .isZero();
        assertThat(text(out)).startsWith("# kpi-no-owner\n").contains("seen by all and worked on by none");
        assertThat(run(Optional.empty(), "explain", "kpi-no-owner", "--lang", "id", "--format", "json"))
                .isZero();
        assertThat(text(out)).contains("penanggung jawab");
        assertThat(run(Optional.empty(), "explain", "kpi-no-ownr")).isEqualTo(2);
        assertThat(text(err)).contains("explain-unknown");
    }

    private void start() throws IOException {
        Files.writeString(folder.resolve("ukur.yaml"), "name: Test\n");
        Files.writeString(folder.resolve("goals.yaml"), "# keep me\ngoals:\n");
    }

    private int run(Optional<String> typed, String... words) {
        out.reset();
        err.reset();
        InputStream in = new ByteArrayInputStream(typed.orElse("").getBytes(StandardCharsets.UTF_8));
        Map<String, String> environment = Map.of("NO_COLOR", "1", "UKUR_TERMINAL", typed.isPresent() ? "1" : "0");
        Console console = new Console(stream(out), stream(err), environment, folder, in);
        return Main.run(words, console, new LocalProgram());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
