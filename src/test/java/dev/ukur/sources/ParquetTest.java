package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files are read by the profiles of tables, their cells as typed. */
class ParquetTest {

    private static final String PROFILE = """
            profile: gudang.iklan
            version: 1
            verified: true
            account: gudang
            about: {id: Biaya dari gudang data, en: Costs of the warehouse}
            target: costs
            detect: {container: [csv], all: [hari, pos, jumlah]}
            columns:
              period: {from: hari, type: date, required: true}
              item: {from: pos, type: text, required: true}
              amount: {from: jumlah, type: money, required: true}
              note: {from: catatan, type: text}
            derive: {category: agency, currency: {const: IDR}}
            """;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).profile("gudang.iklan.yaml", PROFILE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void numbers_and_days_keep_their_type_and_150_000_needs_no_locale() throws SQLException {
        Path file = parquet("""
                select * from (values
                    (date '2026-09-01', 'Iklan', cast(150.000 as decimal(12, 3)), 'a'),
                    (date '2026-09-02', 'Sewa', cast(1234567.5 as decimal(12, 3)), null))
                    t(hari, pos, jumlah, catatan)
                """);
        FileReport report = bench.load(file);
        assertThat(report.outcome()).as(report.problems().toString()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(
                        "select period_start, item, amount, note from costs where superseded_by is null order by 1"))
                .containsExactly("2026-09-01|Iklan|150|a", "2026-09-02|Sewa|1234567.5|-");
        assertThat(bench.load(file).outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    }

    @Test
    void text_in_a_parquet_file_is_judged_like_text_in_any_other() throws SQLException {
        Path file = parquet("select '2026-09-01' as hari, 'Iklan' as pos, '150.000' as jumlah");
        assertThat(bench.load(file).problems()).extracting(Problem::code).containsExactly("ambiguous-number-locale");
    }

    @Test
    void a_file_whose_writing_was_cut_short_is_refused() throws SQLException, IOException {
        Path file = parquet("select date '2026-09-01' as hari, 'Iklan' as pos, 1 as jumlah");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(bench.load(file).problems()).extracting(Problem::code).containsExactly("parquet-broken");
    }

    @Test
    void signs_in_the_name_of_a_file_are_only_signs_and_never_call_for_another_file() throws SQLException, IOException {
        Path other = parquet("select date '2026-09-01' as hari, 'Iklan' as pos, 1 as jumlah");
        Files.move(other, folder.resolve("data1.parquet"));
        for (String name : List.of("data[1].parquet", "data[.parquet", "data*.parquet", "data?.parquet")) {
            Path file = parquet("select date '2026-09-02' as hari, '" + name + "' as pos, 2 as jumlah");
            FileReport report = bench.load(Files.move(file, folder.resolve(name)));
            assertThat(report.outcome()).as(name + report.problems()).isEqualTo(Outcome.LOADED);
        }
        assertThat(bench.rows("select item, amount from costs where superseded_by is null order by 1"))
                .containsExactly("data*.parquet|2", "data?.parquet|2", "data[.parquet|2", "data[1].parquet|2");
    }

    private Path parquet(String select) throws SQLException {
        Path file = folder.resolve("data.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (" + select + ") to '" + file + "' (format parquet)");
        }
        return file;
    }
}
