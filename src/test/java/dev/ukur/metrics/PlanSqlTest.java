package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Rollup;
import dev.ukur.store.Sql;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of typical questions, kept as golden files; {@code -Dgolden.update} writes them anew for review. */
class PlanSqlTest {

    private static final Period DAYS = Rows.days("2026-01-01", "2026-02-28");

    @TempDir
    static Path folder;

    private static Rows rows;

    @BeforeAll
    static void fill() {
        rows = new Rows(folder);
        SmallShop.fill(rows);
    }

    @AfterAll
    static void close() {
        rows.close();
    }

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

    @Test
    void visits_by_device_need_one_scan_and_no_skeleton() throws IOException {
        check("visits_by_device_total", List.of("visits"), List.of("device"), Grain.TOTAL);
    }

    @Test
    void pages_per_visit_by_landing_page_and_their_squares_come_out_of_one_pass() throws IOException {
        check(
                "pages_per_visit_by_landing_page_total",
                List.of("pages_per_visit"),
                List.of("landing_page"),
                Grain.TOTAL);
    }

    @Test
    void orders_compared_with_the_same_month_of_last_year() throws IOException {
        check(
                "orders_by_month_last_year",
                MetricQuery.series("orders", Grain.MONTH, DAYS).display(Display.comparing(Comparison.LAST_YEAR)));
    }

    @Test
    void the_two_largest_channels_and_the_rest() throws IOException {
        Display top = new Display(Optional.empty(), Optional.of(2), Optional.empty(), Optional.empty(), false, false);
        check(
                "visits_top_channels",
                MetricQuery.total("visits", DAYS)
                        .by(List.of("channel"), Grain.TOTAL)
                        .display(top));
    }

    @Test
    void growth_reads_the_same_rows_a_month_earlier() throws IOException {
        check("lead_increase_by_month", MetricQuery.series("lead_increase", Grain.MONTH, DAYS));
    }

    @Test
    void revenue_since_the_beginning_of_the_year() throws IOException {
        check("revenue_year_to_date_by_month", MetricQuery.series("revenue_year_to_date", Grain.MONTH, DAYS));
    }

    @Test
    void visits_followed_by_an_order_in_time() throws IOException {
        check("order_within_week_total", MetricQuery.total("order_within_week", DAYS));
    }

    @Test
    void days_between_stages_lie_between_two_ranks() throws IOException {
        check("days_lead_to_mql_by_month", MetricQuery.series("days_lead_to_mql", Grain.MONTH, DAYS));
    }

    @Test
    void visits_by_hour_compared_with_the_day_before() throws IOException {
        check(
                "visits_by_hour",
                MetricQuery.series("visits", Grain.HOUR, Rows.days("2026-01-06", "2026-01-06"))
                        .display(Display.comparing(Comparison.PREVIOUS)));
    }

    /** Cells without rows are worked out in memory, and must be what the engine would have given. */
    @Test
    void every_formula_of_nought_and_unknown_is_in_memory_what_it_is_in_sql() {
        Definitions definitions = new Definitions(Rows.builtIn(), List.of());
        List<Formula> formulas = new ArrayList<>();
        definitions.metrics().all().forEach(metric -> formulas.add(definitions.formula(metric)));
        List.of(
                        "if(a > 0 or b > 0, 1, 2)",
                        "if(a = 0 and b = 0, 1, 2)",
                        "if(not (a in (0, 2)), 1, 2)",
                        "-a",
                        "abs(a - 3)")
                .forEach(text -> formulas.add(FormulaParser.parse(new FormulaText(text, Location.nowhere()))));
        List<String> columns = new ArrayList<>();
        List<Optional<Double>> inMemory = new ArrayList<>();
        for (Formula formula : formulas) {
            for (int turn = 0; turn < 6; turn++) {
                Map<String, Optional<Double>> values = values(formula, turn);
                columns.add(FormulaSql.render(
                        formula,
                        name -> "cast(" + values.get(name).map(String::valueOf).orElse("null") + " as double)"));
                inMemory.add(FormulaValue.of(formula, values::get));
            }
        }
        List<Object> row = rows.engine()
                .query(Sql.of("select " + String.join(",\n", columns)))
                .rows()
                .get(0);
        List<Optional<Double>> inSql = row.stream()
                .map(value -> Optional.ofNullable((Number) value).map(Number::doubleValue))
                .toList();
        assertThat(inMemory).isEqualTo(inSql);
    }

    /** All names nought, all unknown, or some of both and some 2. */
    private static Map<String, Optional<Double>> values(Formula formula, int turn) {
        Map<String, Optional<Double>> values = new HashMap<>();
        for (Formula.Name name : formula.names()) {
            int kind = turn < 3 ? turn : (values.size() + turn) % 3;
            values.putIfAbsent(
                    name.value(), kind == 0 ? Optional.of(0.0) : kind == 1 ? Optional.empty() : Optional.of(2.0));
        }
        return values;
    }

    private void check(String name, List<String> metrics, List<String> by, Grain grain) throws IOException {
        check(name, new MetricQuery(metrics, by, grain, Optional.of(DAYS), Optional.empty(), Optional.empty()));
    }

    private void check(String name, MetricQuery query) throws IOException {
        Metrics metrics = rows.metrics(Rows.builtIn().and(Documented.definitions()));
        compare(name + ".duckdb.sql", metrics.query(query).meta().sql() + "\n");
        compare(name + ".trino.sql", trino(rows.engine(), query) + "\n");
    }

    private static void compare(String file, String sql) throws IOException {
        Path golden = Path.of("src/test/resources/golden", file);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(golden));
    }

    /** What Trino would be asked, by the same plan: all questions before it are answered by the engine at hand. */
    private static String trino(QueryEngine engine, MetricQuery query) throws IOException {
        Written written = new Written(engine);
        Metrics metrics = new Metrics(
                written, Rows.builtIn().and(Documented.definitions()), WorkspaceSettings.defaults("Toko"), Rows.CLOCK);
        assertThatThrownBy(() -> metrics.query(query)).isInstanceOf(Enough.class);
        return written.last;
    }

    /** The question was written; nobody is there to answer it. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An engine that is asked in Trino's words. */
    private static final class Written implements QueryEngine {

        private final QueryEngine engine;
        private String last = "";

        Written(QueryEngine engine) {
            this.engine = engine;
        }

        @Override
        public Dialect dialect() {
            return Dialect.trino("ukur");
        }

        @Override
        public List<Rollup> rollups() {
            return engine.rollups();
        }

        @Override
        public QueryResult query(Sql sql) {
            if (sql.text().contains("-- the formulas")) {
                last = sql.text();
                throw new Enough();
            }
            return engine.query(Sql.of(sql.text().replace("ukur.", "main.")));
        }

        @Override
        public List<String> stream(Sql sql, RowVisitor visitor) {
            return engine.stream(Sql.of(sql.text().replace("ukur.", "main.")), visitor);
        }
    }
}
