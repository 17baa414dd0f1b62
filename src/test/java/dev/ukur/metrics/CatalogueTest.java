package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in catalogue as a whole: its definitions hold together, and every metric runs on the engine. */
class CatalogueTest {

    @TempDir
    Path folder;

    @Test
    void the_built_in_definitions_have_no_problems() {
        try (Rows rows = new Rows(folder)) {
            assertThat(rows.metrics().check()).isEmpty();
        }
    }

    @Test
    void the_articles_own_words_lead_to_metrics() {
        try (Rows rows = new Rows(folder)) {
            Metrics metrics = rows.metrics();
            assertThat(List.of(
                                    "tingkat konversi",
                                    "biaya per prospek",
                                    "CAC",
                                    "churn",
                                    "rasio penjualan dan timah",
                                    "generasi pemimpin",
                                    "RKT",
                                    "CLV:CAC")
                            .stream()
                            .map(word -> metrics.find(word).orElseThrow().name()))
                    .containsExactly(
                            "conversion_rate",
                            "cost_per_lead",
                            "cac",
                            "churn_rate",
                            "sales_to_lead_ratio",
                            "leads",
                            "ctr",
                            "clv_to_cac");
        }
    }

    @Test
    void an_empty_workspace_computes_nothing_and_names_the_missing_tables() {
        try (Rows rows = new Rows(folder)) {
            assertThat(rows.metrics().catalog()).noneMatch(CatalogueEntry::computable);
            assertThat(rows.metrics().catalog())
                    .filteredOn(entry -> entry.metric().name().equals("cac"))
                    .singleElement()
                    .extracting(CatalogueEntry::missing)
                    .isEqualTo(List.of("ad_performance", "costs", "orders"));
            Answer answer =
                    rows.metrics().query(MetricQuery.series("cac", Grain.MONTH, Rows.days("2026-01-01", "2026-02-28")));
            assertThat(answer.rows())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.get(1)).isNull());
            assertThat(Rows.codes(answer)).contains("no-data");
        }
    }

    @Tag("slow")
    @Test
    void every_metric_runs_at_every_grain_and_by_each_of_its_dimensions() {
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            Metrics metrics = rows.metrics();
            assertThat(metrics.catalog())
                    .allSatisfy(entry -> assertThat(entry.missing())
                            .as(entry.metric().name())
                            .isEmpty());
            List<String> failed = new ArrayList<>();
            for (String name : metrics.names()) {
                for (Grain grain : List.of(Grain.DAY, Grain.MONTH, Grain.TOTAL)) {
                    run(metrics, name, List.of(), grain, failed);
                }
                run(metrics, name, List.of("channel"), Grain.MONTH, failed);
                run(metrics, name, List.of("keyword", "device"), Grain.TOTAL, failed);
                run(metrics, name, List.of("sales_channel"), Grain.TOTAL, failed);
            }
            assertThat(failed).isEmpty();
        }
    }

    private static void run(Metrics metrics, String name, List<String> by, Grain grain, List<String> failed) {
        try {
            metrics.query(new MetricQuery(
                    List.of(name),
                    by,
                    grain,
                    Optional.of(Rows.days("2026-01-01", "2026-03-31")),
                    Optional.empty(),
                    Optional.empty()));
        } catch (dev.ukur.problem.ProblemException refused) {
            if (!refused.problems().stream().map(Problem::code).allMatch("metric-lacks-dimension"::equals)) {
                failed.add(name + " " + by + " " + refused.getMessage());
            }
        } catch (dev.ukur.store.StoreException fault) {
            failed.add(name + " " + by + " " + grain + ": " + fault.getCause());
        }
    }
}
