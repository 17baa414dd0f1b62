package dev.ukur.twin;

import dev.ukur.time.Period;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/** Meta Ads as an Indonesian spreadsheet saves it: semicolons, comma decimals, the total last; a file a month. */
final class MetaAdsExport implements Witness {

    private final MonthFiles<Report> files;

    MetaAdsExport(Path folder, Period days) {
        files = new MonthFiles<>(month -> new Report(folder.resolve("laporan-" + month + ".csv"), month, days));
    }

    @Override
    public void ad(AdDay ad) {
        if (ad.unit().platform().equals("meta_ads")) {
            files.of(ad.day()).row(ad);
        }
    }

    @Override
    public void finish(Period days) {
        files.close();
    }

    /** One file under way, with its sums. */
    private static final class Report implements Closeable {
        private final TextFile file;
        private final LocalDate first;
        private final LocalDate last;
        private Delivery sum = Delivery.NONE;

        Report(Path path, YearMonth month, Period days) {
            first = month.atDay(1);
            last = month.atEndOfMonth().isAfter(days.last()) ? days.last() : month.atEndOfMonth();
            file = TextFile.create(path, ';').mark();
            file.line(
                    "Awal pelaporan;Akhir pelaporan;Nama kampanye;Nama set iklan;Nama iklan;Pengaturan atribusi;Hasil;"
                            + "Indikator hasil;Jumlah yang dibelanjakan (IDR);Impresi;Jangkauan;Klik tautan;Pembelian;"
                            + "Nilai konversi pembelian");
        }

        void row(AdDay ad) {
            AdUnit unit = ad.unit();
            Delivery delivery = ad.delivery();
            sum = sum.plus(delivery);
            String day = ad.day().toString();
            String bought = whole(delivery.conversionHundredths() / 100);
            file.row(
                    day,
                    day,
                    unit.campaign(),
                    unit.group(),
                    unit.ad(),
                    "Klik 7 hari atau tayangan 1 hari",
                    bought,
                    "actions:offsite_conversion.fb_pixel_purchase",
                    Figures.indonesian(delivery.spendCents()),
                    whole(delivery.impressions()),
                    whole(delivery.reach()),
                    whole(delivery.clicks()),
                    bought,
                    Figures.indonesian(delivery.value() * 100));
        }

        /** People reached on several days count once, so the total is below the sum of the days. */
        @Override
        public void close() {
            String bought = whole(sum.conversionHundredths() / 100);
            file.row(
                    first.toString(),
                    last.toString(),
                    "",
                    "",
                    "",
                    "",
                    bought,
                    "",
                    Figures.indonesian(sum.spendCents()),
                    whole(sum.impressions()),
                    whole(sum.reach() * 6 / 10),
                    whole(sum.clicks()),
                    bought,
                    Figures.indonesian(sum.value() * 100));
            file.close();
        }

        private static String whole(long number) {
            return Figures.grouped(number, '.');
        }
    }
}
