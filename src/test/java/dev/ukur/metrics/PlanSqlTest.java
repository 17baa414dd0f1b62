package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of typical questions, kept as golden files; {@code -Dgolden.update} writes them anew for review. */
class PlanSqlTest {

    @TempDir
    Path folder;

    @Test
    void conversion_rate_by_month_and_channel() throws IOException {
        check("conversion_rate_by_month_and_channel", List.of("conversion_rate"), List.of("channel"), Grain.MONTH);
    }

    @Test
    void cac_by_month_reads_three_tables_and_converts_costs() throws IOException {
        check("cac_by_month", List.of("cac"), List.of(), Grain.MONTH);
    }

    @Test
    void clv_to_cac_looks_back_twelve_months() throws IOException {
        check("clv_to_cac_total", List.of("clv_to_cac"), List.of(), Grain.TOTAL);
    }

    private void check(String name, List<String> metrics, List<String> by, Grain grain) throws IOException {
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            MetricQuery query = new MetricQuery(
                    metrics,
                    by,
                    grain,
                    Optional.of(Rows.days("2026-01-01", "2026-02-28")),
                    Optional.empty(),
                    Optional.empty());
            String sql = rows.metrics().query(query).meta().sql() + "\n";
            Path golden = Path.of("src/test/resources/golden", name + ".duckdb.sql");
            if (System.getProperty("golden.update") != null) {
                Files.writeString(golden, sql);
            }
            assertThat(sql).isEqualTo(Files.readString(golden));
        }
    }
}
