package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 100,000 rows that comes again: as it was, in another order, and restated in rows this test knows. */
class RestatementTest {

    private static final int ROWS = 100_000;
    private static final int CHANGED = 3_240;
    private static final int ADDED = 17;
    private static final long SEED = 20261127L;

    private static final String PROFILE = """
            profile: iklan.harian
            version: 1
            verified: true
            account: iklan
            about: {id: Biaya harian, en: Daily costs}
            target: costs
            detect: {container: [csv], all: [Tanggal, Kampanye, Biaya, Catatan]}
            locale: {number: dot, date: auto}
            columns:
              period: {from: Tanggal, type: date, required: true}
              item: {from: Kampanye, type: text, required: true}
              amount: {from: Biaya, type: money, required: true}
              note: {from: Catatan, type: text}
            derive: {category: ads, currency: {const: IDR}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_file_of_100_000_rows_again_is_nothing_new_and_changed_rows_are_found_exactly() throws IOException {
        Random random = new Random(SEED);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(line(row, random.nextInt(1_000_000), ""));
        }
        try (Bench bench = new Bench(folder).profile("iklan.harian.yaml", PROFILE)) {
            Path first = write("satu.csv", rows);
            assertThat(counts(bench.load(first))).containsExactly((long) ROWS, 0L, 0L);
            assertThat(bench.load(first).outcome()).as("the same bytes").isEqualTo(Outcome.ALREADY_LOADED);

            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(counts(bench.load(write("dua.csv", shuffled))))
                    .as("the same rows in another order")
                    .containsExactly(0L, 0L, (long) ROWS);

            TreeSet<Integer> changed = new TreeSet<>();
            while (changed.size() < CHANGED) {
                changed.add(random.nextInt(ROWS));
            }
            List<String> restated = new ArrayList<>(rows);
            changed.forEach(row -> restated.set(row, restatedLine(row, rows.get(row))));
            for (int row = ROWS; row < ROWS + ADDED; row++) {
                restated.add(line(row, 1, ""));
            }
            FileReport third = bench.load(write("tiga.csv", restated));
            assertThat(counts(third)).containsExactly((long) ADDED, (long) CHANGED, (long) ROWS - CHANGED);
            assertThat(bench.rows("select item from costs where superseded_by = "
                            + third.load().orElseThrow() + " order by cast(substr(item, 2) as integer)"))
                    .isEqualTo(changed.stream().map(row -> "k" + row).toList());
        }
    }

    /** Every second change is of the amount by one cent, the others of the text beside it alone. */
    private static String restatedLine(int row, String line) {
        int cents = Integer.parseInt(line.replaceAll("^.*,(\\d+)\\.(\\d\\d),.*$", "$1$2"));
        return row % 2 == 0 ? line(row, cents + 1, "") : line(row, cents, "koreksi");
    }

    private static String line(int row, int cents, String note) {
        return "%s,k%d,%d.%02d,%s"
                .formatted(LocalDate.of(2026, 9, 1).plusDays(row % 28), row, cents / 100, cents % 100, note);
    }

    private Path write(String name, List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve(name), "Tanggal,Kampanye,Biaya,Catatan\n" + String.join("\n", rows) + "\n");
    }

    private static List<Long> counts(FileReport report) {
        assertThat(report.outcome()).as(report.problems().toString()).isEqualTo(Outcome.LOADED);
        return List.of(report.loaded(), report.changed(), report.unchanged());
    }
}
