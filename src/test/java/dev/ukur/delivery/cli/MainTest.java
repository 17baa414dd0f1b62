package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.i18n.Language;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final FakeUkur shop = new FakeUkur();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final FakeProgram program = new FakeProgram(shop);

    @TempDir
    Path folder;

    /** Faults write their log where it outlives the program; here nobody wants it. */
    @AfterEach
    void removeLogs() throws IOException {
        for (MatchResult log :
                Pattern.compile("/\\S*ukur-\\d+\\.log").matcher(err()).results().toList()) {
            Files.deleteIfExists(Path.of(log.group()));
        }
    }

    @Test
    void version_and_help_open_no_workspace() {
        program.faulty = true;
        assertThat(run("--version")).isZero();
        assertThat(out()).startsWith("ukur ");
        assertThat(run("--help")).isZero();
        assertThat(run("query", "--help")).isZero();
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_help_of_every_command_is_complete_in_both_languages(Language language) {
        assertThat(run("--help", "--lang", language.code())).isZero();
        for (String command : Commands.NAMES) {
            assertThat(run(command, "--help", "--lang", language.code())).isZero();
        }
        assertThat(out()).doesNotContain("cli.").contains(Commands.NAMES);
    }

    @Test
    void help_speaks_the_language_asked_for() {
        run("query", "--help", "--lang", "en");
        assertThat(out()).startsWith("Computes metrics").contains("Usage\n  ukur query METRIC... [OPTIONS]");
    }

    @Test
    void no_command_is_a_wrong_call_and_shows_the_help() {
        assertThat(run()).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("Perintah\n  demo");
    }

    @Test
    void a_misspelt_command_names_the_nearest() {
        assertThat(run("qurey")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("kesalahan unknown-command-maybe: \"qurey\" bukan perintah Ukur.\n"
                        + "  perbaikan: Mungkin maksudnya: ukur query\n");
    }

    @Test
    void a_misspelt_option_names_the_nearest() {
        assertThat(run("query", "visits", "--grian=day", "--lang", "en")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("error unknown-option-maybe: The command query does not know --grian.\n"
                        + "  fix: Maybe you mean: --grain\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query",
                "query visits --grain",
                "query visits --grain minute",
                "query visits --from 2026-13",
                "query visits --from 2026-10 --to 2026-09",
                "query visits --format pdf",
                "query visits --compare yesterday",
                "query visits --top none",
                "query visits --limit 0",
                "query visits --order visits,desc",
                "query visits --lang de",
                "query visits --sql --sql=1",
                "scorecard today",
                "rejects seven",
                "source find x",
                "source show shoppe_orders",
                "catalog cacc",
                "import a.csv --period soon",
                "demo --size huge",
                "review --decide x --by 2026-12",
                "review tumbuh --by 2026-12",
                "review tumbuh --decide x",
                "review tumbuh --decide x --by someday",
                "demo --seed one"
            })
    void a_wrong_call_ends_with_2_and_says_why_in_whole_sentences(String call) {
        assertThat(run(call.split(" "))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("kesalahan ").contains("perbaikan: ").doesNotContain("problem.", "{", "Exception");
    }

    @Test
    void global_options_stand_before_or_after_the_command() {
        assertThat(run("-w", "toko", "--lang", "en", "scorecard")).isZero();
        assertThat(program.opened).isEqualTo(Path.of("toko"));
        assertThat(run("scorecard", "--workspace=gerai", "--lang=en")).isZero();
        assertThat(program.opened).isEqualTo(Path.of("gerai"));
        assertThat(out()).contains("Scorecard · Kopi Lereng");
        assertThat(shop.closed).isTrue();
    }

    @Test
    void a_query_is_passed_on_as_it_was_written() {
        assertThat(run(
                        "query",
                        "visits",
                        "cac",
                        "--by",
                        "channel, device",
                        "--grain",
                        "month",
                        "--from",
                        "2026-01",
                        "--to",
                        "2026-03-15",
                        "--where",
                        "device = 'mobile'",
                        "--as-of",
                        "2026-04-01"))
                .isZero();
        assertThat(shop.queries)
                .containsExactly(new MetricQuery(
                        List.of("visits", "cac"),
                        List.of("channel", "device"),
                        Grain.MONTH,
                        Optional.of(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 15))),
                        Optional.of("device = 'mobile'"),
                        // The end of the first of April in Jakarta, which is seven hours ahead of UTC.
                        Optional.of(Instant.parse("2026-04-01T16:59:59.999Z"))));
    }

    @Test
    void how_numbers_are_set_out_is_passed_on_too() {
        assertThat(run(
                        "query",
                        "visits",
                        "--by",
                        "channel",
                        "--to-date",
                        "month",
                        "--to",
                        "2026-03-15",
                        "--compare",
                        "last-year",
                        "--top",
                        "5",
                        "--order",
                        "visits desc",
                        "--limit",
                        "3",
                        "--totals",
                        "--differs"))
                .isZero();
        assertThat(shop.queries).singleElement().satisfies(query -> {
            assertThat(query.period()).contains(new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 15)));
            assertThat(query.display())
                    .isEqualTo(new Display(
                            Optional.of(Comparison.LAST_YEAR),
                            Optional.of(5),
                            Optional.of(new Display.Order("visits", true)),
                            Optional.of(3),
                            true,
                            true));
        });
    }

    @Test
    void an_open_end_is_where_the_data_end() {
        assertThat(run("query", "visits", "--from", "2026-10-10")).isZero();
        assertThat(shop.queries.get(1).period())
                .contains(new Period(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 31)));
    }

    @Test
    void a_query_answers_in_the_form_asked_for() {
        run("query", "visits", "--sql");
        assertThat(out()).isEqualTo("select 1\n");
        out.reset();
        run("query", "visits", "--format", "csv");
        assertThat(out()).startsWith("period,channel,visits");
        out.reset();
        run("query", "visits", "--format", "json");
        assertThat(out()).startsWith("{\"columns\":[").endsWith("}\n");
    }

    @Test
    void a_review_is_written_down_with_its_decision_only_when_a_goal_is_named() {
        assertThat(run("review")).isZero();
        assertThat(shop.reviews).isEmpty();
        assertThat(run("review", "tumbuh")).isZero();
        assertThat(run("review", "tumbuh", "--decide", "Kirim email", "--by", "2026-12"))
                .isZero();
        assertThat(shop.reviews).containsExactly("tumbuh ", "tumbuh Kirim email");
    }

    @Test
    void an_import_passes_its_options_on() {
        assertThat(run("import", "a.csv", "--profile", "p", "--period", "2026-10", "--dry-run"))
                .isZero();
        assertThat(shop.imports)
                .containsExactly(new ImportOptions(
                        Optional.of("p"),
                        Optional.of(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))),
                        true));
    }

    @Test
    void an_import_ends_with_1_when_rows_or_files_were_kept_out_and_2_when_all_were_refused() {
        shop.outcomes = List.of(Outcome.LOADED, Outcome.SKIPPED);
        assertThat(run("import", "x")).isZero();
        shop.rejected = 1;
        assertThat(run("import", "x")).isEqualTo(1);
        shop.rejected = 0;
        shop.outcomes = List.of(Outcome.LOADED, Outcome.HELD);
        assertThat(run("import", "x")).isEqualTo(1);
        shop.outcomes = List.of(Outcome.LOADED, Outcome.REFUSED);
        assertThat(run("import", "x")).isEqualTo(1);
        shop.outcomes = List.of(Outcome.REFUSED);
        assertThat(run("import", "x")).isEqualTo(2);
        shop.outcomes = List.of(Outcome.SKIPPED);
        assertThat(run("import", "x")).isEqualTo(2);
    }

    @Test
    void checks_end_with_1_only_for_errors() {
        assertThat(run("check")).isZero();
        assertThat(out()).isEqualTo("Tidak ada masalah.\n");
        shop.found = List.of(Problem.warning("unknown-size", Location.nowhere()));
        assertThat(run("check")).isZero();
        shop.found = List.of(Problem.error("unknown-size", Location.nowhere()));
        assertThat(run("check")).isEqualTo(1);
    }

    @Test
    void a_workspace_that_cannot_be_opened_is_a_finding_of_the_check() {
        program.faulty = true;
        program.fault = new ProblemException(Problem.error("unknown-language", Location.of("ukur.yaml", 4, 11))
                .with("language", "de"));
        assertThat(run("check", "--format", "json", "--lang", "en")).isEqualTo(2);
        assertThat(out())
                .startsWith("{\"diagnostics\":[{\"code\":\"unknown-language\",\"severity\":\"error\","
                        + "\"file\":\"ukur.yaml\",\"line\":4,\"column\":11,");
    }

    @Test
    void a_mistake_in_a_file_is_told_with_its_place() {
        program.faulty = true;
        program.fault = new ProblemException(Problem.error("seed-not-a-number", Location.of("ukur.yaml", 4, 11))
                .with("value", "x"));
        assertThat(run("scorecard")).isEqualTo(2);
        assertThat(err()).startsWith("ukur.yaml:4:11: kesalahan seed-not-a-number: ");
    }

    @Test
    void a_fault_is_one_sentence_with_a_log_and_no_trace() {
        program.faulty = true;
        program.fault = new IllegalStateException("boom");
        assertThat(run("scorecard")).isEqualTo(70);
        assertThat(err()).hasLineCount(1).contains(".log").doesNotContain("boom", "\tat ");
    }

    @Test
    void a_fault_shows_its_trace_when_asked_to() {
        program.faulty = true;
        environment.put("UKUR_DEBUG", "1");
        program.fault = new IllegalStateException("boom");
        assertThat(run("scorecard")).isEqualTo(70);
        assertThat(err()).contains("IllegalStateException: boom", "\tat ");
    }

    @Test
    void colour_needs_a_terminal_and_yields_to_no_color() {
        environment.put("UKUR_TERMINAL", "1");
        run("scorecard");
        assertThat(out()).contains("\u001b[");
        out.reset();
        run("scorecard", "--no-color");
        assertThat(out()).doesNotContain("\u001b[");
        environment.put("NO_COLOR", "");
        run("scorecard");
        assertThat(out()).doesNotContain("\u001b[");
    }

    @Test
    void wrong_calls_are_not_coloured_either_when_plain_text_is_wanted() {
        environment.put("UKUR_TERMINAL", "1");
        run("scorecard", "--no-color", "--format", "pdf");
        assertThat(err()).doesNotContain("\u001b[");
    }

    @Test
    void rejects_show_their_place_and_reason() {
        assertThat(run("rejects")).isZero();
        assertThat(run("rejects", "12")).isEqualTo(1);
        assertThat(out()).contains("12  a.csv:3  made_up_reason  cost   1,2,3");
    }

    @Test
    void a_scorecard_of_a_day_in_html_is_a_page() {
        assertThat(run("scorecard", "--as-of", "2026-10-31", "--format", "html"))
                .isZero();
        assertThat(shop.scorecards).containsExactly(Optional.of(LocalDate.of(2026, 10, 31)));
        assertThat(out()).startsWith("<!doctype html>").contains("<html lang=\"id\">");
    }

    @Test
    void the_same_question_of_an_unchanged_workspace_is_answered_from_what_was_printed() {
        program.state = Optional.of("now");
        String[] question = {"query", "visits", "-w", folder.toString()};
        int exit = run(question);
        String first = out();
        out.reset();
        program.faulty = true; // opening would fail
        assertThat(run(question)).isEqualTo(exit);
        assertThat(out()).isEqualTo(first).isNotEmpty();
        assertThat(shop.queries).hasSize(1);
        program.state = Optional.of("later");
        assertThat(run(question)).isEqualTo(Exit.FAULT);
    }

    @Test
    void neither_a_wrong_question_nor_another_language_is_answered_from_what_was_printed() {
        program.state = Optional.of("now");
        assertThat(run("scorecard", "--as-of", "kemarin", "-w", folder.toString()))
                .isEqualTo(2);
        assertThat(run("scorecard", "--as-of", "kemarin", "-w", folder.toString()))
                .isEqualTo(2);
        run("scorecard", "-w", folder.toString());
        run("scorecard", "-w", folder.toString(), "--lang", "en");
        environment.put("UKUR_LANG", "en");
        run("scorecard", "-w", folder.toString());
        assertThat(shop.scorecards).hasSize(3);
    }

    private int run(String... arguments) {
        Console console = new Console(stream(out), stream(err), environment, Path.of(""));
        return Main.run(arguments, console, program);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
