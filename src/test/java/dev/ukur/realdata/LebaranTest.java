package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.ContextWords;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.ImportOptions;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real shop closed from 3 to 7 April 2024, before the feast of the 10th. Its April 2025 is made here: the real thirty days
 * that lie as far from the feast (355 days before), with every tenth order twice.
 */
class LebaranTest {

    private static final int BETWEEN_FEASTS = 355;
    private static final Period APRIL = new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30));

    @TempDir
    Path folder;

    @Test
    void growth_by_the_calendar_is_told_beside_growth_by_the_feast_and_that_the_shop_was_closed() throws IOException {
        List<Path> real = List.of(clean("April"), clean("May"));
        Shared.copyExample("toko-shopee", folder);
        try (Ukur ukur = Ukur.open(folder, Clock.fixed(Instant.parse("2025-05-01T00:00:00Z"), ZoneOffset.UTC))) {
            ukur.load(real, ImportOptions.standard());
            Map<LocalDate, Long> orders = byDay(ukur);
            Path made = folder.resolve("AprilSales2025_made.csv");
            int written = write(made, orders);
            ukur.load(List.of(made), ImportOptions.standard());

            Scorecard scorecard = ukur.scorecard(Optional.empty());
            Scorecard.Line line = scorecard.kpis().stream()
                    .filter(one -> one.metric().name().equals("orders"))
                    .findFirst()
                    .orElseThrow();

            Scorecard.YearAgo ago = line.context().yearAgo().orElseThrow();
            double aligned = sum(
                    orders,
                    APRIL.first().minusDays(BETWEEN_FEASTS),
                    APRIL.last().minusDays(BETWEEN_FEASTS));
            double calendar = sum(orders, LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 30));
            assertThat(line.now().value()).contains((double) written);
            assertThat(calendar).isEqualTo(492);
            assertThat(ago.calendar()).isCloseTo(written / calendar - 1, within(1e-12));
            assertThat(ago.aligned().orElseThrow()).isCloseTo(written / aligned - 1, within(1e-12));
            assertThat(ago.aligned().orElseThrow()).isCloseTo(0.1, within(0.005));
            assertThat(ago.calendar()).isGreaterThan(0.2);
            assertThat(ago.pause()).contains(new Period(LocalDate.of(2024, 4, 3), LocalDate.of(2024, 4, 7)));
            assertThat(new ContextWords(Messages.of(Language.ID), line).all().get("year"))
                    .contains("Toko tutup saat Lebaran")
                    .contains("disejajarkan");
            assertThat(new ContextWords(Messages.of(Language.EN), line).all().get("year"))
                    .contains("The shop was closed at Lebaran");
        }
    }

    private static Path clean(String month) {
        return Shared.path("realdata/id_shopee/CLEAN/" + month + "Sales2024_clean.xlsx");
    }

    private static Map<LocalDate, Long> byDay(Ukur ukur) {
        Period span = new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 5, 31));
        var answer = ukur.query(MetricQuery.series("orders", Grain.DAY, span));
        Map<LocalDate, Long> orders = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            orders.put(
                    (LocalDate) answer.rows().get(row).get(0),
                    Math.round(answer.number(row, "orders").orElse(0.0)));
        }
        return orders;
    }

    private static double sum(Map<LocalDate, Long> orders, LocalDate first, LocalDate last) {
        return orders.entrySet().stream()
                .filter(day -> new Period(first, last).holds(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A file in the shop's own form; how many orders it has. */
    private static int write(Path file, Map<LocalDate, Long> orders) throws IOException {
        StringBuilder text = new StringBuilder(
                "order_id,total_qty,num_product_categories,Status Pesanan,Metode Pembayaran,Total Pembayaran,Waktu Pesanan Dibuat\n");
        int written = 0;
        int seen = 0;
        for (LocalDate day = APRIL.first(); !day.isAfter(APRIL.last()); day = day.plusDays(1)) {
            long count = orders.getOrDefault(day.minusDays(BETWEEN_FEASTS), 0L);
            for (int order = 0; order < count; order++) {
                seen++;
                for (int copy = 0; copy < (seen % 10 == 0 ? 2 : 1); copy++) {
                    written++;
                    text.append("MADE%05d,1,1,Selesai,Online Payment,50000,%s 10:%02d%n"
                            .formatted(written, day, order % 60));
                }
            }
        }
        Files.writeString(file, text.toString());
        return written;
    }
}
