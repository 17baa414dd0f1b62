package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.model.Target;
import dev.ukur.problem.Location;
import dev.ukur.time.Cadence;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsReaderTest {

    @Test
    void a_whole_goal_is_read_with_the_place_of_each_part() {
        Yaml<List<Goal>> read = goals("""
                goals:
                  tumbuh:
                    goal: {id: Pelanggan bertambah, en: Grow customers}
                    kpi:
                      metric: new_customers
                      where: "channel = 'Paid Search'"
                      owner: Rani
                      cadence: monthly
                      factors: [visits, conversion_rate]
                      baseline: 2026-01-01..2026-06-30
                      targets:
                        - {value: +30%, due: 2027-06-30}
                        - {value: 700, due: 2026-12-31}
                      guardrails: [cac]
                      action: Naikkan anggaran
                """);

        Kpi kpi = new Kpi(
                "new_customers",
                Optional.of("channel = 'Paid Search'"),
                Optional.of("Rani"),
                Optional.of(Cadence.MONTHLY),
                List.of("visits", "conversion_rate"),
                Optional.of(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))),
                List.of(
                        new Target(new BigDecimal("700"), false, LocalDate.of(2026, 12, 31), at(13, 11)),
                        new Target(new BigDecimal("0.30"), true, LocalDate.of(2027, 6, 30), at(12, 11))),
                List.of("cac"),
                Optional.of(Label.same("Naikkan anggaran")),
                Map.ofEntries(
                        Map.entry("kpi", at(4, 5)),
                        Map.entry("metric", at(5, 15)),
                        Map.entry("where", at(6, 14)),
                        Map.entry("owner", at(7, 14)),
                        Map.entry("cadence", at(8, 16)),
                        Map.entry("factors", at(9, 7)),
                        Map.entry("factors.visits", at(9, 17)),
                        Map.entry("factors.conversion_rate", at(9, 25)),
                        Map.entry("baseline", at(10, 17)),
                        Map.entry("targets", at(11, 7)),
                        Map.entry("guardrails", at(14, 7)),
                        Map.entry("guardrails.cac", at(14, 20)),
                        Map.entry("action", at(15, 15))));
        Goal goal = new Goal("tumbuh", new Label("Pelanggan bertambah", "Grow customers"), kpi, at(2, 3));
        assertThat(read).isEqualTo(new Yaml<>(List.of(goal), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "700, 700, LEVEL",
        "1250000.5, 1250000.5, LEVEL",
        "-3, -3, LEVEL",
        "0.035, 0.035, LEVEL",
        "0.125, 0.125, LEVEL",
        "3.5%, 0.035, PERCENT",
        "3.125 %, 0.03125, PERCENT",
        "+30%, 0.30, CHANGE",
        "-12.5%, -0.125, CHANGE",
    })
    void a_target_is_a_level_a_percentage_or_a_change(String written, BigDecimal value, Target.Form form) {
        Yaml<List<Goal>> read = goals(withTarget("{value: " + written + ", due: 2026-12-31}"));

        Target expected = new Target(value, form, LocalDate.of(2026, 12, 31), at(6, 17));
        assertThat(read.problems()).isEmpty();
        assertThat(read.value().get(0).kpi().targets()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250 | number-ambiguous {value=1.250, whole=1250, decimal=1.25}",
                "'1,250' | number-ambiguous {value=1,250, whole=1250, decimal=1.25}",
                "1.250.000 | number-separators {value=1.250.000, write=1250000}",
                "'1.250.000,5' | number-separators {value=1.250.000,5, write=1250000.5}",
                "'1,250,000.5' | number-separators {value=1,250,000.5, write=1250000.5}",
                "1 250 000 | number-separators {value=1 250 000, write=1250000}",
                "'3,5%' | number-separators {value=3,5%, write=3.5%}",
                "Rp 700000 | yaml-not-a-number {key=targets, value=Rp 700000}",
                "7e2 | yaml-not-a-number {key=targets, value=7e2}",
                ".inf | yaml-not-a-number {key=targets, value=.inf}",
            })
    void a_number_that_two_readers_could_read_differently_is_refused(String written, String problem) {
        Yaml<List<Goal>> read = goals(withTarget("{value: \"" + written + "\", due: 2026-12-31}"));

        assertThat(read.value().get(0).kpi().targets()).isEmpty();
        assertThat(read.problems())
                .containsExactly("goals.yaml:6:25 error " + problem.replace("key=targets", "key=value"));
    }

    @Test
    void a_target_may_name_a_minimum_a_stretch_and_its_path() {
        Target target = goals(withTarget("{value: 900, minimum: 800, stretch: 1000, path: straight, due: 2026-12-31}"))
                .value()
                .get(0)
                .kpi()
                .targets()
                .get(0);

        assertThat(target.bands().minimum().map(Target.Level::value)).contains(new BigDecimal("800"));
        assertThat(target.bands().stretch().map(Target.Level::value)).contains(new BigDecimal("1000"));
        assertThat(target.path()).isEqualTo(Target.Path.STRAIGHT);
    }

    @Test
    void a_band_or_path_that_cannot_be_read_is_told_at_its_place() {
        assertThat(goals(withTarget("{value: 900, minimum: 1.250, path: strait, due: 2026-12-31}"))
                        .problems())
                .anyMatch(problem -> problem.startsWith("goals.yaml:6:39 error number-ambiguous"))
                .anyMatch(problem -> problem.startsWith("goals.yaml:6:52 error "));
    }

    @Test
    void thousands_commas_inside_braces_do_not_pass_as_one() {
        Yaml<List<Goal>> read = goals(withTarget("{value: 1,250,000, due: 2026-12-31}"));

        assertThat(read.problems())
                .containsExactly(
                        "goals.yaml:6:27 error yaml-unknown-key {key=250, nearest=–, allowed=due, minimum, path, per, stretch, value}",
                        "goals.yaml:6:31 error yaml-unknown-key {key=000, nearest=–, allowed=due, minimum, path, per, stretch, value}");
    }

    @Test
    void every_mistake_is_told_at_its_place() {
        Yaml<List<Goal>> read = goals("""
                goals:
                  satu:
                    goal: Satu
                    kpi:
                      metrik: visits
                      cadence: bulanan
                      baseline: Januari
                      targets: [{value: 5}, {due: 2026-02-30}]
                  dua:
                    goal: Dua
                  tiga:
                    goal: {id: Tiga}
                    kpi: {metric: visits}
                """);

        assertThat(read.value()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "goals.yaml:5:7 error yaml-unknown-key {key=metrik, nearest=metric, allowed=action, baseline,"
                                + " cadence, factors, guardrails, metric, owner, targets, where}",
                        "goals.yaml:5:7 error yaml-missing-key {key=metric}",
                        "goals.yaml:6:16 error yaml-not-one-of {key=cadence, value=bulanan, allowed=daily, weekly,"
                                + " monthly, quarterly, yearly, nearest=–}",
                        "goals.yaml:7:17 error period-form {key=baseline, value=Januari}",
                        "goals.yaml:8:17 error target-no-due {value=5}",
                        "goals.yaml:8:29 error yaml-missing-key {key=value}",
                        "goals.yaml:8:35 error yaml-not-a-date {key=due, value=2026-02-30}",
                        "goals.yaml:9:3 error goal-no-kpi {goal=dua}",
                        "goals.yaml:12:11 error yaml-missing-key {key=en}");
    }

    @Test
    void two_kpis_for_one_goal_are_refused_however_they_are_written() {
        Yaml<List<Goal>> read = goals("""
                goals:
                  daftar:
                    goal: Daftar
                    kpis:
                      - metric: new_customers
                      - metric: revenue
                  senarai:
                    goal: Senarai
                    kpi: [visits, {metric: leads}]
                  dua_kunci:
                    goal: Dua kunci
                    kpi: {metric: visits}
                    kpis: [leads]
                """);

        assertThat(read.value()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "goals.yaml:4:5 error goal-two-kpis {goal=daftar, metrics=new_customers, revenue}",
                        "goals.yaml:9:5 error goal-two-kpis {goal=senarai, metrics=visits, leads}",
                        "goals.yaml:13:5 error goal-two-kpis {goal=dua_kunci, metrics=visits, leads}");
    }

    @Test
    void a_file_without_goals_has_none() {
        assertThat(goals("# nothing yet\n")).isEqualTo(new Yaml<>(List.of(), List.of()));
        assertThat(goals("goals:\n")).isEqualTo(new Yaml<>(List.of(), List.of()));
    }

    private static String withTarget(String target) {
        return """
                goals:
                  satu:
                    goal: Satu
                    kpi:
                      metric: visits
                      targets: [%s]
                """.formatted(target);
    }

    private static Yaml<List<Goal>> goals(String text) {
        return Yaml.read("goals.yaml", text, file -> GoalsReader.read(file).goals());
    }

    private static Location at(int line, int column) {
        return Location.of("goals.yaml", line, column);
    }
}
