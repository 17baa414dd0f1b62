package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ukur.model.Goal;
import dev.ukur.model.GoalDraft;
import dev.ukur.model.Label;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.time.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsFileTest {

    private static final String WRITTEN = """
            # Our goals, agreed in January
            goals:
              first:   # the oldest
                goal: Sell more
                # why this one: see the minutes
                kpi:
                  metric: revenue   # in Rupiah
                  owner: Rani
                supports: grow

              # the second one is under discussion
              second:
                goal: More visits
                kpi: {metric: visits}
                # ask Dimas

            # aims come last
            aims:
              grow: Grow
            """;

    @TempDir
    private Path folder;

    @Test
    void a_goal_is_added_below_the_others_and_nothing_else_changes() throws IOException {
        write(WRITTEN);

        file().add(draft("third"));

        assertThat(text()).isEqualTo(WRITTEN.replace("    # ask Dimas\n", """
                            # ask Dimas
                          third:
                            goal: {id: Tiga, en: "Third: a goal"}
                            why: Because
                            kpi:
                              metric: orders
                              owner: Sari
                              cadence: monthly
                              factors: [visits, aov]
                              baseline: 2026-Q1
                              targets:
                                - {value: "+15%", due: 2026-12-31}
                              guardrails: [cancel_rate]
                              action: Act
                        """));
        assertThat(goals()).extracting(Goal::name).containsExactly("first", "second", "third");
        assertThat(goals().get(2).sentence()).isEqualTo(new Label("Tiga", "Third: a goal"));
    }

    @Test
    void the_first_goal_goes_below_the_word_goals_also_of_a_starter_file() throws IOException {
        write(Starter.files("Toko", "en").get("goals.yaml"));
        file().add(draft("one"));
        assertThat(goals()).extracting(Goal::name).containsExactly("one");
        assertThat(text()).contains("#  grow-customers:");

        write("aims: {grow: Grow}\n");
        file().add(draft("one"));
        assertThat(goals()).extracting(Goal::name).containsExactly("one");
    }

    @Test
    void another_kpi_leaves_the_one_before_as_a_comment() throws IOException {
        write(WRITTEN);

        file().replaceKpi("first", draft("x").kpi(), "2026-11-27: money says too little");

        assertThat(text())
                .contains("    # 2026-11-27: money says too little\n"
                        + "    # kpi:\n"
                        + "    #   metric: revenue   # in Rupiah\n"
                        + "    #   owner: Rani\n"
                        + "    supports: grow\n")
                .contains("    # why this one: see the minutes\n    kpi:\n      metric: orders\n");
        assertThat(goals().get(0).kpi().metric()).isEqualTo("orders");
        assertThat(goals().get(0).alignment().supports()).contains("grow");
    }

    @Test
    void a_goal_given_up_stays_as_a_comment_and_its_neighbours_as_they_were() throws IOException {
        write(WRITTEN);

        file().retire("first", "2026-11-27: reached");

        assertThat(text())
                .contains("goals:\n  # 2026-11-27: reached\n  # first:   # the oldest\n  #   goal: Sell more\n")
                .contains("  #   supports: grow\n\n  # the second one is under discussion\n  second:\n");
        assertThat(goals()).extracting(Goal::name).containsExactly("second");
    }

    @Test
    void what_cannot_be_written_leaves_the_file_as_it_was() throws IOException {
        write(WRITTEN);

        refuses(() -> file().add(draft("first")), "goal-there-already");
        refuses(() -> file().add(draft("Has Blanks")), "goal-name-form");
        refuses(() -> file().retire("nobody", "x"), "goal-not-there");
        assertThat(text()).isEqualTo(WRITTEN);

        String braces = "goals: {a: {goal: A, kpi: {metric: visits}}}\n";
        write(braces);
        refuses(() -> file().add(draft("b")), "goals-in-braces");
        assertThat(text()).isEqualTo(braces);
    }

    @Test
    void a_file_with_a_mistake_takes_a_right_goal_but_no_second_mistake_of_the_kind() throws IOException {
        String wrong = WRITTEN.replace("owner: Rani", "targets: [{value: much, due: 2026-12-31}]");
        write(wrong);
        GoalDraft.KpiDraft kpi = draft("x").kpi();
        GoalDraft.KpiDraft much = new GoalDraft.KpiDraft(
                kpi.metric(),
                kpi.owner(),
                kpi.cadence(),
                kpi.factors(),
                kpi.baseline(),
                Optional.of(new GoalDraft.TargetDraft("much", "2026-12-31")),
                kpi.guardrails(),
                kpi.action());

        assertThatThrownBy(() -> file().replaceKpi("second", much, "x")).isInstanceOf(ProblemException.class);
        assertThat(text()).isEqualTo(wrong);

        file().add(draft("third"));
        assertThat(text()).contains("  third:\n");
    }

    @Test
    void who_may_read_the_file_may_still_read_it_and_a_link_stays_a_link() throws IOException {
        Path shared = folder.resolve("shared.yaml");
        Files.writeString(shared, WRITTEN);
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(folder.resolve("goals.yaml"), shared);

        file().add(draft("third"));

        assertThat(folder.resolve("goals.yaml")).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rw-rw-r--");
        assertThat(Files.readString(shared)).contains("  third:\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void texts_that_yaml_would_read_otherwise_are_quoted() throws IOException {
        write("goals:\n");
        GoalDraft hostile = new GoalDraft(
                "hostile",
                Label.same("a: \"b\" # c\nd: e"),
                Optional.empty(),
                Optional.empty(),
                new GoalDraft.KpiDraft(
                        "visits",
                        Optional.of("no"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));

        file().add(hostile);

        Goal read = goals().get(0);
        assertThat(read.sentence().en()).isEqualTo("a: \"b\" # c d: e");
        assertThat(read.kpi().owner()).contains("no");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(code));
    }

    private static GoalDraft draft(String name) {
        GoalDraft.KpiDraft kpi = new GoalDraft.KpiDraft(
                "orders",
                Optional.of("Sari"),
                Optional.of(Cadence.MONTHLY),
                List.of("visits", "aov"),
                Optional.of("2026-Q1"),
                Optional.of(new GoalDraft.TargetDraft("+15%", "2026-12-31")),
                List.of("cancel_rate"),
                Optional.of(Label.same("Act")));
        return new GoalDraft(
                name, new Label("Tiga", "Third: a goal"), Optional.of(Label.same("Because")), Optional.empty(), kpi);
    }

    private GoalsFile file() {
        return new GoalsFile(folder);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("goals.yaml"), text);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("goals.yaml"));
    }

    private List<Goal> goals() {
        Problems problems = new Problems();
        List<Goal> goals = WorkspaceFiles.goals(folder, problems);
        assertThat(problems.list()).isEmpty();
        return goals;
    }
}
