package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.model.ValueType;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.workspace.SourceProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafts of profiles for files that no profile knows, and what a dry run shows. */
class DraftTest {

    private static final String UNKNOWN = """
            Laporan iklan toko
            Periode,01/09/2026 - 30/09/2026

            Tanggal,Kampanye,Biaya,Tayangan,Surel penanggung jawab,Zodiak
            13/09/2026,Merek,"1.250,50",1.200,budi@example.com,Leo
            14/09/2026,Merek: 2,"2.000,25",300,budi@example.com,Leo
            Total,,"3.250,75",1.500,,
            """;

    @TempDir
    Path folder;

    @Test
    void a_draft_guesses_table_columns_types_and_locale_and_shows_the_cells_it_guessed_from() throws IOException {
        Draft draft = draft();
        assertThat(draft.target()).contains("ad_performance");
        assertThat(draft.headerRow()).isEqualTo(4);
        assertThat(draft.preamble()).containsExactly("Laporan iklan toko", "Periode,01/09/2026 - 30/09/2026");
        assertThat(draft.decimals()).contains("comma");
        assertThat(draft.numberExample()).contains("1.250,50");
        assertThat(draft.totals()).containsExactly("Total");
        assertThat(draft.columns())
                .extracting(column -> column.header() + " " + column.canonical().orElse("-") + " " + column.type())
                .containsExactly(
                        "Tanggal period DATE",
                        "Kampanye campaign TEXT",
                        "Biaya spend MONEY",
                        "Tayangan impressions COUNT",
                        "Surel penanggung jawab - PERSON",
                        "Zodiak - TEXT");
        assertThat(draft.columns().get(0).dateOrder()).contains("dmy");
        assertThat(draft.columns().get(4).examples()).isEmpty();
        assertThat(draft.columns().get(4).type()).isEqualTo(ValueType.PERSON);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_saved_draft_is_a_profile_that_reads_its_file_in_whichever_language_it_was_written(Language language)
            throws IOException {
        try (Bench bench = new Bench(folder)) {
            String yaml = new TextReports(Messages.of(language), Ink.PLAIN).draft(draft());
            assertThat(yaml).contains("1.250,50").doesNotContain("budi@example.com");
            // The four things a person must add: what the file does not say.
            bench.profile("own.yaml", yaml + """
                    meta: {currency: {else: IDR}}
                    derive: {platform: own, source: own, medium: cpc, channel: Paid Other}
                    """);
            FileReport report = bench.load(folder.resolve("iklan.csv"));
            assertThat(report.problems().stream().filter(problem -> problem.isError()))
                    .isEmpty();
            assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(bench.rows("select period_start, campaign, spend, impressions from ad_performance order by 1"))
                    .containsExactly("2026-09-13|Merek|1250.5|1200", "2026-09-14|Merek: 2|2000.25|300");
            assertThat(bench.rows("select extra from ad_performance")).containsOnly("{\"Zodiak\":\"Leo\"}");
        }
    }

    @Test
    void a_hostile_header_stays_a_text_of_the_draft() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "'a: [b\",\"c # d\n- e\",f'g: {h\n1,2,3\n4,5,6\n");
        String yaml = new TextReports(Messages.of(Language.EN), Ink.PLAIN).draft(maker().of(folder.resolve("x.csv")));
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/x.yaml"), yaml);
        Problems problems = new Problems();
        SourceProfiles.of(folder, problems);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_file_without_a_table_has_no_draft() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "only words\nand more words\n");
        assertThatThrownBy(() -> maker().of(folder.resolve("x.txt")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("draft-needs-table"));
    }

    @Test
    void a_dry_run_shows_what_decided_the_numbers_and_the_first_rows_as_understood() throws IOException {
        try (Bench bench = new Bench(folder)) {
            Path file = bench.write("a.csv", """
                    Day,Campaign,Currency code,Cost,Impr.,Clicks
                    13/09/2026,Merek,IDR,"1.000,50",1.200,10
                    """);
            ImportReport report =
                    bench.importer().load(List.of(file), new ImportOptions(Optional.empty(), Optional.empty(), true));
            Preview preview = report.previews().get(file.toString());
            assertThat(preview.decimals()).isEqualTo("comma");
            assertThat(preview.commaExample()).contains("1.000,50");
            assertThat(preview.dates()).containsEntry("Day", "dmy");
            assertThat(preview.columns()).contains("period_start", "campaign", "spend", "impressions", "clicks");
            assertThat(preview.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains("2026-09-13", "Merek", "1000.5", "1200", "10"));
            assertThat(bench.store().loads()).isEmpty();
            for (Language language : Language.values()) {
                TextReports text = new TextReports(Messages.of(language), Ink.PLAIN);
                assertThat(text.imports(report)).contains("1.000,50").contains("1000.5");
                assertThat(text.matrix(report)).contains("google_ads.ui.campaign");
            }
        }
    }

    private Draft draft() throws IOException {
        return maker().of(Files.writeString(folder.resolve("iklan.csv"), UNKNOWN));
    }

    private static DraftMaker maker() {
        return new DraftMaker(SourceProfiles.builtIn(new Problems()));
    }
}
