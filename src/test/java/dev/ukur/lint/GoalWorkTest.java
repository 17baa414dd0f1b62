package dev.ukur.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.Suggestion;
import dev.ukur.kpis.ledger.Entry;
import dev.ukur.model.GoalDraft;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing goals in a workspace with data. */
class GoalWorkTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        Shops.SHOP.make(folder);
    }

    @Test
    void a_shop_is_offered_goals_that_its_data_can_give_and_that_pass_the_lint() {
        List<Suggestion> offered;
        try (Ukur ukur = open()) {
            assertThat(ukur.goals().area()).isEqualTo("shop");
            offered = ukur.goals().suggest(Optional.empty());
            offered.forEach(suggestion -> ukur.goals().add(draft(suggestion)));
        }

        assertThat(offered).hasSizeBetween(3, 5).allMatch(Suggestion::computable);
        try (Ukur ukur = open()) {
            assertThat(ukur.check())
                    .extracting(Problem::code)
                    .doesNotContain("kpi-target-in-noise", "kpi-sample-too-small", "kpi-not-computable", "kpi-vanity");
            assertThat(ukur.check()).filteredOn(Problem::isError).isEmpty();
            assertThat(ukur.scorecard(Optional.empty()).kpis()).hasSize(offered.size());
            assertThat(ukur.goals().suggest(Optional.empty()))
                    .noneMatch(again ->
                            offered.stream().anyMatch(first -> first.metric().equals(again.metric())));
        }
    }

    @Test
    void without_the_data_of_an_area_its_goals_name_what_is_missing() {
        try (Ukur ukur = open()) {
            assertThat(ukur.goals().suggest(Optional.of("subscription")))
                    .hasSize(3)
                    .allSatisfy(suggestion -> assertThat(suggestion.missing()).contains("subscriptions"));
        }
    }

    @Test
    void the_tree_puts_goals_below_aims_and_says_what_the_data_show() throws IOException {
        String text = "aims:\n  grow: Grow\n"
                + "drivers:\n  revenue: {product: [revenue_per_visitor, visitors], influences: [clicks]}\n"
                + GoalText.file(
                        GoalText.of("revenue", "[{value: +20%, due: 2026-12-31}]")
                                .goal("supports", "grow"),
                        GoalText.of("clicks", "[{value: +60%, due: 2026-12-31}]")
                                .kpi("factors", "[ctr]")
                                .goal("supports", "revenue"));
        Files.writeString(folder.resolve("goals.yaml"), text);

        GoalTree tree;
        try (Ukur ukur = open()) {
            tree = ukur.goals().tree();
        }

        assertThat(tree.goals()).isEmpty();
        GoalTree.Node revenue = tree.aims().get(0).goals().get(0);
        assertThat(revenue.goal().name()).isEqualTo("revenue");
        assertThat(revenue.drivers())
                .extracting(driver -> driver.relation().word() + " " + driver.metric() + " " + driver.holds())
                .containsExactly(
                        "product revenue_per_visitor Optional[true]",
                        "product visitors Optional[true]",
                        "influences clicks Optional.empty");
        GoalTree.Node clicks = revenue.goals().get(0);
        assertThat(clicks.goal().name()).isEqualTo("clicks");
        assertThat(clicks.evidence()).hasValueSatisfying(evidence -> {
            assertThat(evidence.kind()).isEqualTo("leads");
            assertThat(evidence.low()).isPositive();
        });
    }

    @Test
    void replaced_and_retired_kpis_stay_in_file_and_ledger() throws IOException {
        Files.writeString(folder.resolve("goals.yaml"), GoalText.file(GoalText.orders()));
        GoalDraft.KpiDraft revenue = new GoalDraft.KpiDraft(
                "revenue",
                Optional.of("Rani"),
                Optional.of(Cadence.MONTHLY),
                List.of("aov"),
                Optional.of("2025"),
                Optional.empty(),
                List.of(),
                Optional.empty());
        try (Ukur ukur = open()) {
            ukur.goals().replace("orders", revenue, "money counts");
        }
        try (Ukur ukur = open()) {
            ukur.goals().retire("orders", "done");

            assertThat(ukur.ledger().lines())
                    .extracting(line -> line.entry())
                    .contains(
                            new Entry.KpiReplaced("orders", "orders", "revenue", "money counts"),
                            new Entry.GoalRetired("orders", "revenue", "done"));
        }
        assertThat(Files.readString(folder.resolve("goals.yaml")))
                .contains("# 2026-01-05: money counts", "metric: orders", "# 2026-01-05: done");
    }

    private static GoalDraft draft(Suggestion suggestion) {
        Suggestion.Start start = suggestion.start().orElseThrow();
        double change = start.change().orElseThrow();
        String value = (change < 0 ? "-" : "+") + Math.round(Math.abs(change) * 100) + "%";
        return new GoalDraft(
                suggestion.idea().name(),
                suggestion.idea().sentence(),
                Optional.of(suggestion.idea().why()),
                Optional.empty(),
                new GoalDraft.KpiDraft(
                        suggestion.metric().name(),
                        Optional.of("Rani"),
                        Optional.of(suggestion.idea().cadence()),
                        suggestion.factors(),
                        Optional.of(start.baseline().toString()),
                        Optional.of(new GoalDraft.TargetDraft(value, start.due().toString())),
                        suggestion.guardrails(),
                        Optional.of(suggestion.idea().action())));
    }

    private Ukur open() {
        return Ukur.open(folder, Shops.TODAY);
    }
}
