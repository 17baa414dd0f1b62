package dev.ukur.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.realdata.Shared;
import dev.ukur.sources.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of the past made from what was known then is the report made then. */
class AsOfTest {

    private static final Instant MARCH = Instant.parse("2025-03-03T02:00:00Z");
    private static final Instant MAY = Instant.parse("2025-05-02T02:00:00Z");

    @TempDir
    Path folder;

    @Test
    void the_future_held_back_gives_the_same_report_byte_for_byte() throws IOException {
        Shared.copyExample("toko-shopee", folder);
        List<String> made;
        try (Ukur ukur = Ukur.open(folder, Clock.fixed(MARCH, ZoneOffset.UTC))) {
            ukur.load(List.of(file("first", YearMonth.of(2024, 1), 14, 0)), ImportOptions.standard());
            made = reports(ukur, ukur.scorecard(Optional.empty()));
        }
        try (Ukur ukur = Ukur.open(folder, Clock.fixed(MAY, ZoneOffset.UTC))) {
            // January and February told anew, a third of their orders cancelled since; and two months more.
            ukur.load(
                    List.of(file("restated", YearMonth.of(2025, 1), 2, 3), file("new", YearMonth.of(2025, 3), 2, 0)),
                    ImportOptions.standard());

            assertThat(reports(ukur, ukur.scorecardOf(MARCH))).isEqualTo(made);
            assertThat(reports(ukur, ukur.scorecardOf(MAY)))
                    .isEqualTo(reports(ukur, ukur.scorecard(Optional.empty())))
                    .isNotEqualTo(made);
            // By today's knowledge February is another one.
            assertThat(reports(ukur, ukur.scorecard(Optional.of(LocalDate.of(2025, 2, 28)))))
                    .isNotEqualTo(made);
        }
    }

    private static List<String> reports(Ukur ukur, Scorecard scorecard) {
        Messages say = Messages.of(Language.ID);
        return List.of(
                new JsonReports(say).scorecard(scorecard),
                new TextReports(say, Ink.PLAIN).scorecard(ukur.settings().name(), scorecard),
                new ScorecardPage(say, "1").html(ukur.settings(), scorecard));
    }

    /** Orders of some months; of each so many one is cancelled. */
    private Path file(String name, YearMonth first, int months, int cancelledOf) throws IOException {
        StringBuilder text = new StringBuilder("order_id,total_qty,num_product_categories,Status Pesanan,"
                + "Metode Pembayaran,Total Pembayaran,Waktu Pesanan Dibuat\n");
        for (int month = 0; month < months; month++) {
            YearMonth of = first.plusMonths(month);
            Random random = new Random(of.hashCode());
            for (int day = 1; day <= of.lengthOfMonth(); day++) {
                int orders = 8 + random.nextInt(6);
                for (int order = 0; order < orders; order++) {
                    boolean cancelled = cancelledOf > 0 && order % cancelledOf == 0;
                    text.append("%s%02d%02d,%d,1,%s,Online Payment,%d,%s 10:%02d\n"
                            .formatted(
                                    of,
                                    day,
                                    order,
                                    1 + random.nextInt(2),
                                    cancelled ? "Batal" : "Selesai",
                                    40000 + 1000 * random.nextInt(30),
                                    of.atDay(day),
                                    order));
                }
            }
        }
        return Files.writeString(folder.resolve(name + ".csv"), text.toString());
    }
}
