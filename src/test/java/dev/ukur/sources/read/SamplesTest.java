package dev.ukur.sources.read;

import static dev.ukur.sources.read.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Files as platforms export them, read from beside the project where they lie. */
class SamplesTest {

    private static final Path SHARED = Path.of("..", "shared");

    /** Its line end lost a byte on the way, so the second line is shifted by half a character. */
    private static final String HALF_A_CHARACTER = "test_AllWebsitesTest_user__VisitsSummary.get_.csv";

    /** Every sample with the delimiter a person sees in it. */
    private static final Map<String, Character> DELIMITERS = Map.ofEntries(
            Map.entry("samples/shapes/dv360.csv", ','),
            Map.entry("samples/shapes/ga4_ui_traffic_acquisition.csv", ','),
            Map.entry("samples/shapes/google_ads_ui_en.csv", ','),
            Map.entry("samples/shapes/google_trends_id.csv", ','),
            Map.entry("samples/shapes/gsc_Filters.csv", ','),
            Map.entry("samples/shapes/gsc_Queries.csv", ','),
            Map.entry("samples/shapes/mailchimp_members.csv", ','),
            Map.entry("samples/shapes/meta_ads_ui_en_idr.csv", ','),
            Map.entry("samples/shapes/meta_ads_ui_id.csv", ';'),
            Map.entry("samples/shapes/shopee_ads_cpc.csv", ','),
            Map.entry("samples/shapes/shopee_orders_id.csv", ','),
            Map.entry("samples/shapes/shopify_orders.csv", ','),
            Map.entry("samples/real_ui_exports/google_trends_id_waktu.csv", ','),
            Map.entry("samples/real_ui_exports/gsc_queries.csv", ','),
            Map.entry("samples/real_ui_exports/gsc_queries_compare_mode.csv", ','));

    @Test
    void samples_show_the_delimiter_a_person_sees() {
        assumeSamples();
        DELIMITERS.forEach((file, delimiter) -> {
            CsvContent content = (CsvContent) Contents.open(Scratch.input(SHARED.resolve(file)));
            assertThat(content.delimiter()).as(file).isEqualTo(delimiter);
            assertThat(rows(content.grid(""))).as(file).isNotEmpty();
        });
    }

    @Test
    void every_shape_and_real_export_is_read_to_its_end() throws Exception {
        assumeSamples();
        for (String folder : List.of("samples/shapes", "samples/real_ui_exports", "samples/matomo_csv")) {
            for (Input input : Inputs.find(List.of(SHARED.resolve(folder))).inputs()) {
                if (!input.name().endsWith(HALF_A_CHARACTER)) {
                    assertThat(rows(input)).as(input.name()).hasSizeGreaterThan(1);
                }
            }
        }
    }

    @Test
    void utf_16_with_half_a_character_is_refused_for_its_second_line_is_no_text() {
        assumeSamples();
        Input input = Scratch.input(SHARED.resolve("samples/matomo_csv").resolve(HALF_A_CHARACTER));
        assertThat(Scratch.problemOf(() -> Contents.open(input)).code()).isEqualTo("not-text");
    }

    @Test
    void matomo_writes_utf_16_and_is_read_as_text() {
        assumeSamples();
        Path file = SHARED.resolve("samples/matomo_csv/test_csvExport_multi__VisitsSummary.get_week.csv");
        List<String> rows = rows(Scratch.input(file));
        assertThat(rows.get(0)).contains("|nb_visits").doesNotContain("\uFEFF");
    }

    @Test
    void real_spreadsheets_have_as_many_rows_as_their_xml() throws Exception {
        assumeThat(Files.isDirectory(SHARED.resolve("realdata/id_shopee")))
                .as("real data beside the project")
                .isTrue();
        List<Input> inputs = Inputs.find(List.of(SHARED.resolve("realdata/id_shopee"))).inputs().stream()
                .filter(input -> input.name().endsWith(".xlsx"))
                .toList();
        assertThat(inputs).hasSize(25);
        for (Input input : inputs) {
            assertThat(rows(input)).as(input.name()).hasSize(rowTags(input.path()));
        }
    }

    private static int rowTags(Path xlsx) throws Exception {
        try (ZipFile zip = new ZipFile(xlsx.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            return xml.split("<row ", -1).length - 1;
        }
    }

    private static void assumeSamples() {
        assumeThat(Files.isDirectory(SHARED.resolve("samples")))
                .as("samples beside the project")
                .isTrue();
    }
}
