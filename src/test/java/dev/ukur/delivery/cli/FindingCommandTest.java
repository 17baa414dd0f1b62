package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.insights.benchmark.Benchmark;
import dev.ukur.insights.budget.Budget;
import dev.ukur.insights.contrast.Contrast;
import dev.ukur.insights.impact.Impact;
import dev.ukur.insights.why.Why;
import dev.ukur.metrics.Comparison;
import dev.ukur.time.Period;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingCommandTest {

    private final FakeUkur shop = new FakeUkur();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_finding_is_told_as_text_json_or_page() {
        assertThat(run("benchmark", "cac", "--lang", "en")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CAC has no complete period to compare yet.");
        assertThat(run("benchmark", "cac", "--format", "json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"verdict\":\"cannot_tell\"")
                .contains("\"en\":\"CAC has no");
        assertThat(run("benchmark", "cac", "--format", "html")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<!doctype html>");
        assertThat(shop.questions).hasSize(3).allMatch(new Benchmark("cac", Optional.empty())::equals);
    }

    @Test
    void each_command_asks_its_question() {
        Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        assertThat(run("why", "cac", "--from", "2026-10", "--compare", "last-year"))
                .isZero();
        assertThat(run("impact", "lebaran", "--metric", "leads", "--control", "region = 'BALI'"))
                .isZero();
        assertThat(run("budget", "--reach", "40")).isZero();
        assertThat(run("contrast", "cac", "--where", "a = 'b'", "--control", "a = 'c'", "--to", "2026-10"))
                .isZero();
        assertThat(shop.questions)
                .containsExactly(
                        new Why("cac", Optional.of(october), Comparison.LAST_YEAR),
                        new Impact("lebaran", "leads", Optional.empty(), Optional.of("region = 'BALI'")),
                        new Budget("revenue", 0.4),
                        new Contrast("cac", "a = 'b'", "a = 'c'", Optional.empty(), Optional.of(october)));
    }

    @Test
    void a_wrong_call_is_told_with_its_cure() {
        assertThat(run("contrast", "cac", "--where", "a = 'b'")).isEqualTo(2);
        assertThat(run("budget", "--reach", "much")).isEqualTo(2);
        assertThat(run("why", "cac", "--compare", "never")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("option-missing", "reach-wrong");
        assertThat(shop.questions).isEmpty();
    }

    private int run(String... arguments) {
        Console console = new Console(stream(out), stream(err), Map.of(), Path.of(""));
        return Main.run(arguments, console, new FakeProgram(shop));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
