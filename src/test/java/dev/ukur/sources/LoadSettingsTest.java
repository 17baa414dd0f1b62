package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ukur.model.AccountSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a file from outside, and what becomes of earlier rows when it was wrong or the file is complete. */
class LoadSettingsTest {

    private static final Period SEPTEMBER = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    private static final Period OCTOBER = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private static final String SALDO = """
            profile: kasir.biaya
            version: 1
            verified: true
            account: kasir
            about: {id: Biaya, en: Costs}
            target: costs
            detect: {container: [csv], all: [Pos, Jumlah], none: [Tanggal]}
            columns:
              item: {from: Pos, type: text, required: true}
              amount: {from: Jumlah, type: money, required: true}
            derive: {category: agency, currency: {const: IDR}}
            """;

    private static final String HARIAN = """
            profile: kasir.harian
            version: 1
            verified: true
            account: kasir
            about: {id: Biaya harian, en: Daily costs}
            target: costs
            detect: {container: [csv], all: [Tanggal, Pos, Jumlah]}
            columns:
              period: {from: Tanggal, type: date, required: true}
              item: {from: Pos, type: text, required: true}
              amount: {from: Jumlah, type: money, required: true}
            derive: {category: agency, currency: {const: IDR}}
            load: {mode: replace}
            """;

    private static final String ALL =
            "select period_start, item, amount from costs where superseded_by is null order by 1, 2";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).profile("kasir.biaya.yaml", SALDO).profile("kasir.harian.yaml", HARIAN);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_same_bytes_under_the_right_period_take_the_place_of_those_under_the_wrong_one() throws IOException {
        Path october = bench.write("oktober.csv", "Pos,Jumlah\nIklan,200\nSewa,70\n");
        assertThat(bench.load(october, OCTOBER).outcome()).isEqualTo(Outcome.LOADED);
        Path file = bench.write("biaya.csv", "Pos,Jumlah\nIklan,100\nGaji,50\n");
        assertThat(bench.load(file, OCTOBER).changed()).isEqualTo(1);

        FileReport corrected = bench.load(file, SEPTEMBER);

        assertThat(corrected.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(codes(corrected)).contains("load-corrected");
        assertThat(bench.rows(ALL))
                .containsExactly(
                        "2026-09-01|Gaji|50", "2026-09-01|Iklan|100", "2026-10-01|Iklan|200", "2026-10-01|Sewa|70");
        assertThat(bench.load(file, SEPTEMBER).outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    }

    @Test
    void a_newer_version_of_the_profile_reads_the_same_bytes_anew_unless_a_later_load_rests_on_them()
            throws IOException {
        Path first = bench.write("a.csv", "Tanggal,Pos,Jumlah\n2026-09-01,Iklan,100\n2026-09-01,Gaji,50\n");
        Path second = bench.write("b.csv", "Tanggal,Pos,Jumlah\n2026-09-02,Iklan,7\n");
        bench.load(first);
        bench.load(second);
        bench.load(bench.write("c.csv", "Tanggal,Pos,Jumlah\n2026-09-02,Iklan,8\n"));
        bench.profile(
                "kasir.harian.yaml",
                HARIAN.replace("version: 1", "version: 2").replace("category: agency", "category: tool"));

        FileReport anew = bench.load(first);

        assertThat(anew.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(codes(anew)).contains("load-read-anew");
        assertThat(bench.load(first).outcome()).isEqualTo(Outcome.ALREADY_LOADED);
        FileReport kept = bench.load(second);
        assertThat(kept.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
        assertThat(kept.problems())
                .extracting(Problem::code, problem -> problem.facts().get("later"))
                .containsExactly(tuple("load-kept-older", 3L));
        assertThat(bench.rows("select period_start, item, amount, category from costs where superseded_by is null"
                        + " order by 1, 2"))
                .containsExactly("2026-09-01|Gaji|50|tool", "2026-09-01|Iklan|100|tool", "2026-09-02|Iklan|8|agency");
    }

    @Test
    void a_period_may_be_corrected_there_and_back() throws IOException {
        Path file = bench.write("biaya.csv", "Pos,Jumlah\nIklan,100\n");
        bench.load(file, SEPTEMBER);
        bench.load(file, OCTOBER);
        assertThat(bench.load(file, SEPTEMBER).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(ALL)).containsExactly("2026-09-01|Iklan|100");
    }

    @Test
    void a_correction_on_which_a_later_load_rests_is_refused_and_nothing_changes() throws IOException {
        Path file = bench.write("biaya.csv", "Pos,Jumlah\nIklan,100\nGaji,50\n");
        bench.load(file, SEPTEMBER);
        bench.load(bench.write("lagi.csv", "Pos,Jumlah\nIklan,120\n"), SEPTEMBER);
        FileReport refused = bench.load(file, OCTOBER);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(refused)).containsExactly("load-built-on");
        assertThat(bench.rows(ALL)).containsExactly("2026-09-01|Gaji|50", "2026-09-01|Iklan|120");
    }

    @Test
    void an_account_that_reads_numbers_otherwise_now_reads_the_same_bytes_anew() throws IOException {
        Path file = bench.write("biaya.csv", "Pos,Jumlah\nIklan,150.000\n");
        bench.account("kasir", numbers("dot")).load(file, SEPTEMBER);
        assertThat(bench.rows("select amount from costs where superseded_by is null"))
                .containsExactly("150");
        assertThat(bench.account("kasir", numbers("comma"))
                        .load(file, SEPTEMBER)
                        .outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select amount from costs where superseded_by is null"))
                .containsExactly("150000");
    }

    @Test
    void a_complete_file_supersedes_the_rows_of_its_days_that_it_lacks_and_no_others() throws IOException {
        bench.load("1.csv", """
                Tanggal,Pos,Jumlah
                2026-09-01,Iklan,10
                2026-09-01,Gaji,20
                2026-09-02,Iklan,30
                2026-09-03,Iklan,40
                """);
        bench.load(bench.write("manual.csv", "Pos,Jumlah\nSewa,5\n"), new Period(day(2), day(2)));

        FileReport second = bench.load("2.csv", "Tanggal,Pos,Jumlah\n2026-09-01,Iklan,11\n2026-09-02,Gaji,31\n");

        assertThat(List.of(second.loaded(), second.changed())).containsExactly(1L, 1L);
        assertThat(second.problems().stream()
                        .filter(p -> p.code().equals("rows-gone"))
                        .map(Problem::facts))
                .singleElement()
                .satisfies(
                        facts -> assertThat(String.valueOf(facts.get("rows"))).isEqualTo("2"));
        assertThat(bench.rows(ALL))
                .containsExactly(
                        "2026-09-01|Iklan|11", "2026-09-02|Gaji|31", "2026-09-02|Sewa|5", "2026-09-03|Iklan|40");
    }

    @Test
    void a_named_encoding_is_used_instead_of_what_the_bytes_look_like() throws IOException {
        Path file = folder.resolve("biaya.csv");
        Files.write(file, "Pos,Jumlah\nReklám,1.50\n".getBytes(Charset.forName("windows-1250")));
        assertThat(load(file, "windows-1250").outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select item from costs where superseded_by is null"))
                .containsExactly("Reklám");
    }

    @Test
    void a_named_encoding_that_the_first_bytes_contradict_or_that_does_not_fit_is_refused() throws IOException {
        Path marked = folder.resolve("bom.csv");
        Files.write(marked, "\uFEFFPos,Jumlah\nIklan,1.50\n".getBytes(Charset.forName("UTF-8")));
        assertThat(codes(load(marked, "windows-1252"))).containsExactly("encoding-contradicted");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "Pos,Jumlah\nReklám,1.50\n".getBytes(Charset.forName("windows-1252")));
        assertThat(codes(load(latin, "UTF-8"))).containsExactly("not-text");
    }

    private FileReport load(Path file, String encoding) {
        ImportOptions options = new ImportOptions(
                Optional.empty(), Optional.of(SEPTEMBER), false, Optional.of(Charset.forName(encoding)));
        return bench.importer().load(List.of(file), options).files().get(0);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 9, day);
    }

    private static List<String> codes(FileReport report) {
        return report.problems().stream().map(Problem::code).toList();
    }

    private static AccountSettings numbers(String locale) {
        return new AccountSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(locale), Optional.empty());
    }
}
