package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.model.AccountSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.store.Loading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    private static final String GOOGLE = """
            Campaign report
            "September 1, 2026 - September 2, 2026"
            Day,Campaign,Campaign type,Currency code,Cost,Impr.,Clicks,Conversions
            2026-09-01,Merek,Search,IDR,"1,000.50","1,200",10,1.00
            2026-09-02,Merek,Search,IDR,"2,000.25","1,300",20,2.00
            """;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_same_bytes_twice_change_nothing_and_name_the_first_load() throws IOException {
        FileReport first = bench.load("a.csv", GOOGLE);
        FileReport second = bench.load("copy-of-a.csv", GOOGLE);
        assertThat(first.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
        assertThat(second.load()).isEqualTo(first.load());
        assertThat(bench.rows("select count(*) from ad_performance")).containsExactly("2");
    }

    @Test
    void a_restated_file_changes_exactly_the_restated_rows() throws IOException {
        bench.load("a.csv", GOOGLE);
        FileReport second = bench.load("b.csv", GOOGLE.replace("2,000.25", "2,100.25"));
        assertThat(List.of(second.loaded(), second.changed(), second.unchanged()))
                .containsExactly(0L, 1L, 1L);
        assertThat(bench.rows("select spend from ad_performance where superseded_by is null order by period_start"))
                .containsExactly("1000.5", "2100.25");
    }

    @Test
    void the_last_days_are_provisional_as_the_profile_says() throws IOException {
        FileReport report = bench.load("a.csv", GOOGLE);
        assertThat(bench.store().loads().get(0).provisionalFrom()).isEqualTo(LocalDate.parse("2026-08-04"));
        assertThat(report.period().orElseThrow().toString()).isEqualTo("2026-09-01..2026-09-02");
    }

    @Test
    void a_binding_total_that_differs_holds_the_file_and_leaves_the_store_as_it_was() throws IOException {
        FileReport report = bench.load("a.csv", GOOGLE + "Total: Campaigns,--,--,IDR,\"3,000.75\",\"2,501\",30,3.00\n");
        assertThat(report.outcome()).isEqualTo(Outcome.HELD);
        assertThat(report.problems().stream().filter(Problem::isError))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("control-total-mismatch");
                    assertThat(problem.facts()).containsEntry("column", "impressions");
                });
        assertThat(bench.rows("select count(*) from ad_performance")).containsExactly("0");
        assertThat(bench.store().loads()).isEmpty();
    }

    @Test
    void a_total_of_a_wider_whole_may_be_larger_and_is_told() throws IOException {
        FileReport report = bench.load(
                "a.csv",
                GOOGLE + "Total: Account,--,--,IDR,\"9,000.75\",\"9,500\",90,9.00\n"
                        + "Total: Campaigns,--,--,IDR,\"3,000.75\",\"2,500\",30,3.00\n");
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.controlTotals())
                .contains(new ImportReport.ControlTotal(
                        "Total: Account",
                        "clicks",
                        new java.math.BigDecimal("90"),
                        new java.math.BigDecimal("30"),
                        false,
                        false));
    }

    @Test
    void german_numbers_and_names_are_read_by_the_evidence_of_the_cells() throws IOException {
        bench.account("google_ads", currency("EUR"));
        FileReport report = bench.load("de.csv", """
                Kampagnenbericht
                1. September 2026 - 2. September 2026
                Tag;Kampagne;Kosten;Impr.;Klicks;Conv.-Wert
                2026-09-01;Marke;1.234,56;12.345;57;2.000,00
                Gesamt: Kampagnen; --;1.234,56;12.345;57;2.000,00
                """);
        assertThat(errors(report)).isEmpty();
        assertThat(bench.rows(
                        "select spend, impressions, clicks, conversions_value, currency, channel from ad_performance"))
                .containsExactly("1234.56|12345|57|2000|EUR|Paid Other");
    }

    @Test
    void numbers_that_can_be_read_two_ways_are_refused_until_the_account_says_which() throws IOException {
        String text = """
                Day,Campaign,Currency code,Cost,Impr.,Clicks
                2026-09-01,Merek,IDR,150.000,12.345,57
                """;
        assertThat(errors(bench.load("a.csv", text))).containsExactly("ambiguous-number-locale");
        bench.account(
                "google_ads",
                new AccountSettings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("comma"), Optional.empty()));
        assertThat(errors(bench.load("a.csv", text))).isEmpty();
        assertThat(bench.rows("select spend, impressions from ad_performance")).containsExactly("150000|12345");
    }

    @Test
    void dates_whose_day_and_month_cannot_be_told_apart_load_nothing() throws IOException {
        FileReport report =
                bench.load("a.csv", GOOGLE.replace("2026-09-0", "09/0").replace(",Merek", "/2026,Merek"));
        assertThat(report.outcome()).isIn(Outcome.REFUSED, Outcome.HELD);
        assertThat(bench.rows("select count(*) from ad_performance")).containsExactly("0");
    }

    @Test
    void one_bad_row_in_two_hundred_is_quarantined_with_its_reason_and_three_hold_the_file() throws IOException {
        StringBuilder text = new StringBuilder("Day,Campaign,Currency code,Cost,Impr.,Clicks\n");
        for (int i = 0; i < 199; i++) {
            text.append("2026-09-01,K").append(i).append(",IDR,1.50,10,1\n");
        }
        FileReport report = bench.load("a.csv", text + "2026-09-01,Z,IDR,1.50,ten,1\n");
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.reasons()).isEqualTo(Map.of("not_a_number", 1L));
        List<Loading.Reject> rejects = bench.store().rejects(report.load().orElseThrow());
        assertThat(rejects).singleElement().satisfies(reject -> {
            assertThat(reject.line()).isEqualTo(201);
            assertThat(reject.column()).isEqualTo("impressions");
            assertThat(reject.value()).isEqualTo("ten");
        });
        FileReport held = bench.load("b.csv", text + "2026-09-01,Z,IDR,1.50,ten,1\n".repeat(3));
        assertThat(errors(held)).containsExactly("too-many-rejects");
        assertThat(bench.store().loads()).hasSize(1);
    }

    @Test
    void a_fraction_is_no_count_and_an_amount_below_zero_no_cost() throws IOException {
        assertThat(bench.load("a.csv", GOOGLE.replace(",10,1.00", ",10.5,1.00")).reasons())
                .isEqualTo(Map.of("not_a_number", 1L));
        assertThat(bench.load("b.csv", GOOGLE.replace("\"1,000.50\"", "-5.00")).reasons())
                .isEqualTo(Map.of("negative_amount", 1L));
    }

    @Test
    void a_day_after_tomorrow_is_the_future() throws IOException {
        assertThat(bench.load("a.csv", GOOGLE.replace("2026-09-02,", "2026-11-26,"))
                        .reasons())
                .isEqualTo(Map.of("future_date", 1L));
        assertThat(bench.load("b.csv", GOOGLE.replace("2026-09-02,", "2026-11-25,"))
                        .outcome())
                .isEqualTo(Outcome.LOADED);
    }

    @Test
    void two_rows_of_one_key_are_not_both_loaded() throws IOException {
        FileReport report = bench.load("a.csv", GOOGLE.replace("2026-09-02,", "2026-09-01,"));
        assertThat(report.reasons()).isEqualTo(Map.of("duplicate_in_file", 1L));
        assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void money_without_a_currency_is_not_loaded() throws IOException {
        FileReport report = bench.load("a.csv", GOOGLE.replace("Currency code", "Kurs"));
        assertThat(report.reasons()).isEqualTo(Map.of("unknown_currency", 2L));
        bench.account("google_ads.ui", currency("IDR"));
        assertThat(bench.load("b.csv", GOOGLE.replace("Currency code", "Kurs")).outcome())
                .isEqualTo(Outcome.LOADED);
    }

    @Test
    void a_header_alone_a_repeated_header_and_an_unknown_header_are_refused_each_with_its_reason() throws IOException {
        assertThat(errors(bench.load("a.csv", "Day,Campaign,Currency code,Cost,Impr.,Clicks\n")))
                .containsExactly("no-rows");
        assertThat(errors(bench.load(
                        "b.csv", "Day,Campaign,Currency code,Cost,Impr.,Clicks,Clicks\n2026-09-01,a,IDR,1,2,3,4\n")))
                .containsExactly("duplicate-header");
        FileReport unknown = bench.load("c.csv", "Day,Campaign,Cost,Impr.,Taps\n2026-09-01,a,1,2,3\n");
        assertThat(unknown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("no-profile");
            assertThat(problem.facts())
                    .containsEntry("nearest", "google_ads.ui.campaign")
                    .containsEntry("missing", "Clicks");
        });
    }

    @Test
    void headers_are_equal_when_they_look_equal() throws IOException {
        String text = GOOGLE.replace("Campaign type", "campaign\u00A0TYPE ").replace("Day,", "\uFEFFDay,");
        assertThat(errors(bench.load("a.csv", text))).isEmpty();
    }

    @Test
    void two_profiles_that_fit_are_as_bad_as_none_until_one_is_named() throws IOException {
        bench.profile("twin.yaml", """
                profile: twin
                version: 1
                target: ad_performance
                detect: {all: [Campaign, Cost, Impr., Clicks]}
                columns: {campaign: {from: Campaign, type: text}}
                """);
        FileReport report = bench.load("a.csv", GOOGLE);
        assertThat(errors(report)).containsExactly("ambiguous-profile");
        ImportOptions named = new ImportOptions(Optional.of("google_ads.ui.campaign"), Optional.empty(), false);
        assertThat(bench.importer()
                        .load(List.of(folder.resolve("a.csv")), named)
                        .files()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.LOADED);
        ImportOptions misspelt = new ImportOptions(Optional.of("google_ads.ui.campain"), Optional.empty(), false);
        assertThatThrownBy(() -> bench.importer().load(List.of(folder.resolve("a.csv")), misspelt))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).facts())
                                .containsEntry("nearest", "google_ads.ui.campaign"));
    }

    @Test
    void a_dry_run_reads_and_checks_but_loads_nothing() throws IOException {
        Path file = bench.write("a.csv", GOOGLE);
        FileReport report = bench.importer()
                .load(List.of(file), new ImportOptions(Optional.empty(), Optional.empty(), true))
                .files()
                .get(0);
        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.read()).isEqualTo(2);
        assertThat(bench.store().loads()).isEmpty();
    }

    @Test
    void a_report_on_days_that_another_report_covers_is_held() throws IOException {
        bench.load("a.csv", GOOGLE);
        FileReport wider = bench.load("b.csv", """
                Campaign report
                "September 1, 2026 - September 30, 2026"
                Campaign,Currency code,Cost,Impr.,Clicks
                Merek,IDR,"9,000.50",900,90
                """);
        assertThat(errors(wider)).containsExactly("overlapping-period");
        assertThat(bench.rows("select count(*) from ad_performance")).containsExactly("2");
    }

    @Test
    void one_bad_file_does_not_stop_the_others_and_companions_are_passed_over() throws IOException {
        bench.write("in/1.csv", "nothing,known\n1,2\n");
        bench.write("in/2.csv", GOOGLE);
        bench.write("in/3-Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nbatik laras,1,2,50%,1.5\n");
        bench.write("in/Filters.csv", "Filter,Value\nSearch type,Web\nDate,\"Sep 1, 2026 - Sep 30, 2026\"\n");
        bench.write("in/README.md", "# not an export\n");
        ImportReport report = bench.report(folder.resolve("in"));
        assertThat(report.files().stream().map(file -> Path.of(file.file()).getFileName() + " " + file.outcome()))
                .containsExactly(
                        "1.csv REFUSED",
                        "2.csv LOADED",
                        "3-Queries.csv LOADED",
                        "Filters.csv SKIPPED",
                        "README.md SKIPPED");
        assertThat(bench.rows("select period_start, period_end, is_branded from search_rankings"))
                .containsExactly("2026-09-01|2026-09-30|true");
    }

    @Test
    void further_columns_are_kept_but_never_an_e_mail_address() throws IOException {
        bench.load(
                "a.csv",
                GOOGLE.replace("Conversions", "Conversions,Label,Owner")
                        .replace(",1.00\n", ",1.00,lama,budi@example.com\n")
                        .replace(",2.00\n", ",2.00,,\n"));
        assertThat(bench.rows("select extra from ad_performance order by period_start"))
                .containsExactly("{\"Label\":\"lama\"}", "-");
    }

    @Test
    void a_quarantined_row_holds_of_a_person_only_the_pseudonym_its_lead_has() throws IOException {
        String header = "Record ID,First Name,Email,Lifecycle Stage,Original Source,Create Date\n";
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < 120; i++) {
            text.append(i).append(",Budi,budi@example.com,Lead,Direct Traffic,2026-01-05 10:00\n");
        }
        FileReport report =
                bench.load("h.csv", text + "x,Sari,sari@example.com,Pelanggan,Direct Traffic,2026-01-05 10:00\n");
        assertThat(report.reasons()).isEqualTo(Map.of("unmapped_value", 1L));
        assertThat(bench.store().rejects(report.load().orElseThrow()))
                .extracting(Loading.Reject::row)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .matches(
                        "\\{\"Record ID\":\"x\",\"Lifecycle Stage\":\"Pelanggan\",\"Original Source\":\"Direct Traffic\","
                                + "\"Create Date\":\"2026-01-05 10:00\",\"Email\":\"person:[0-9a-f]{32}\"\\}");
    }

    private static AccountSettings currency(String code) {
        return new AccountSettings(
                Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> errors(FileReport report) {
        return report.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .toList();
    }
}
