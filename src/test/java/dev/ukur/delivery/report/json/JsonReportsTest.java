package dev.ukur.delivery.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.Shop;
import dev.ukur.delivery.report.Exports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonReportsTest {

    private final JsonReports json = new JsonReports(Messages.of(Language.EN));

    @Test
    void an_answer_has_columns_rows_and_where_its_numbers_come_from() {
        assertThat(json.answer(Shop.answer()))
                .isEqualTo("{\"columns\":["
                        + "{\"name\":\"period\",\"kind\":\"time\",\"unit\":null},"
                        + "{\"name\":\"channel\",\"kind\":\"dimension\",\"unit\":null},"
                        + "{\"name\":\"visits\",\"kind\":\"metric\",\"unit\":\"count\"},"
                        + "{\"name\":\"rate\",\"kind\":\"metric\",\"unit\":\"share\"},"
                        + "{\"name\":\"rate_low\",\"kind\":\"metric\",\"unit\":\"share\"},"
                        + "{\"name\":\"rate_high\",\"kind\":\"metric\",\"unit\":\"share\"}],"
                        + "\"rows\":[{\"period\":\"2026-10-01\",\"channel\":\"Email, \\\"VIP\\\"\",\"visits\":1312,"
                        + "\"rate\":0.0218,\"rate_low\":0.021,\"rate_high\":0.0226},"
                        + "{\"period\":\"2026-10-01\",\"channel\":null,\"visits\":12000000,"
                        + "\"rate\":null,\"rate_low\":null,\"rate_high\":null}],"
                        + "\"meta\":{\"as_of\":\"2026-11-22T16:59:00Z\",\"from\":\"2026-10-01\",\"to\":\"2026-10-31\","
                        + "\"complete_until\":\"2026-10-30\",\"provisional_from\":null,\"sources\":[\"plausible\"],"
                        + "\"partial\":[],\"immature\":[],\"unsettled\":[],\"warnings\":[]}}");
    }

    @Test
    void an_import_tells_every_file_its_totals_and_reasons() {
        FileReport file = new FileReport(
                "ads.csv",
                Outcome.LOADED,
                Optional.of("google_ads"),
                Optional.of(7L),
                10,
                8,
                1,
                0,
                1,
                List.of(new ControlTotal("Total", "cost", new BigDecimal("12.50"), new BigDecimal("12.5"), true, true)),
                Map.of("not_a_number", 1L),
                Optional.empty(),
                List.of());
        assertThat(json.imports(new ImportReport(List.of(file))))
                .isEqualTo("{\"loads\":[{\"file\":\"ads.csv\",\"profile\":\"google_ads\",\"load\":7,\"read\":10,"
                        + "\"loaded\":8,\"changed\":1,\"unchanged\":0,\"rejected\":1,\"control_totals\":[{"
                        + "\"label\":\"Total\",\"column\":\"cost\",\"stated\":12.5,\"summed\":12.5,\"matches\":true,"
                        + "\"binding\":true}],\"reasons\":{\"not_a_number\":1},\"outcome\":\"loaded\",\"from\":null,"
                        + "\"to\":null,\"problems\":[]}]}");
    }

    @Test
    void a_scorecard_says_null_for_what_is_unknown_and_why_in_its_warnings() {
        JsonNode tree = new ObjectMapper().readTree(json.scorecard(Shop.scorecard()));
        JsonNode cost = tree.get("kpis").get(0);
        JsonNode unknown = tree.get("kpis").get(3);

        assertThat(tree.get("as_of").asString()).isEqualTo("2026-11-22");
        assertThat(cost.propertyNames())
                .startsWith(
                        "goal",
                        "metric",
                        "owner",
                        "cadence",
                        "now",
                        "baseline",
                        "target",
                        "due",
                        "gap",
                        "status",
                        "forecast",
                        "chance",
                        "drivers",
                        "next_action",
                        "fresh_until");
        assertThat(cost.get("now").toString()).isEqualTo("138453");
        assertThat(cost.get("forecast").toString()).isEqualTo("{\"value\":134900,\"low\":128700,\"high\":141600}");
        assertThat(cost.get("status").asString()).isEqualTo("off_track");
        assertThat(cost.get("due").asString()).isEqualTo("2026-12-31");
        assertThat(unknown.get("now").isNull()).isTrue();
        assertThat(unknown.get("forecast").toString()).isEqualTo("{\"value\":null,\"low\":null,\"high\":null}");
        assertThat(tree.get("warnings").get(0).toString())
                .isEqualTo(
                        "{\"code\":\"no-history\",\"message\":\"problem.no-history\",\"facts\":{\"goal\":\"merek\"}}");
    }

    @Test
    void diagnostics_carry_place_sentence_and_fix() {
        Problem problem = Problem.error("unknown-grain", Location.of("goals.yaml", 7, 11))
                .with("grain", "hour")
                .with("grains", List.of("day", "week"));
        assertThat(json.diagnostics(List.of(problem)))
                .isEqualTo("{\"diagnostics\":[{\"code\":\"unknown-grain\",\"severity\":\"error\","
                        + "\"file\":\"goals.yaml\",\"line\":7,\"column\":11,"
                        + "\"message\":\"\\\"hour\\\" is not a way to cut time.\","
                        + "\"fix\":\"Choose one of: day, week\"}]}");
        assertThat(json.sarif(List.of(problem)))
                .isEqualTo("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
                        + "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Ukur\",\"rules\":[{\"id\":\"unknown-grain\"}]}},"
                        + "\"results\":[{\"ruleId\":\"unknown-grain\",\"level\":\"error\","
                        + "\"message\":{\"text\":\"\\\"hour\\\" is not a way to cut time.\"},"
                        + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"goals.yaml\"},"
                        + "\"region\":{\"startLine\":7,\"startColumn\":11}}}]}]}]}");
    }

    @Test
    void a_catalogue_says_what_is_missing() {
        assertThat(json.catalog(List.of(Shop.entry()), new Exports(List.of())))
                .isEqualTo("{\"metrics\":[{\"name\":\"cac\",\"label\":{\"id\":\"Biaya akuisisi pelanggan (CAC)\","
                        + "\"en\":\"Customer acquisition cost (CAC)\"},\"aliases\":[],\"formula\":\"a / b\","
                        + "\"unit\":\"money\",\"direction\":\"down\",\"role\":\"outcome\",\"computable\":false,"
                        + "\"missing\":[\"costs\"],"
                        + "\"description\":{\"id\":\"Arti Biaya akuisisi pelanggan (CAC).\","
                        + "\"en\":\"Meaning of Customer acquisition cost (CAC).\"},"
                        + "\"empty_case\":{\"id\":\"tidak ada yang dihitung\",\"en\":\"nothing to count\"},"
                        + "\"interval\":null,\"defined_by\":\"catalogue\",\"family\":\"own\","
                        + "\"gaps\":[{\"table\":\"costs\",\"exports\":[]}]}]}");
    }
}
