package dev.ukur.twin;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;

/** Money spent outside of ad platforms, booked by month; the running month as far as it has run. */
final class Books implements Witness {

    private static final long HUNDREDTHS = 100;
    private static final long ROUND = 50_000;

    private final double scale;
    private final Witness out;

    Books(TwinOptions options, Witness out) {
        scale = options.scale();
        this.out = out;
    }

    @Override
    public void finish(Period days) {
        for (Period month : days.cut(Grain.MONTH)) {
            rupiah(month, "Gaji tim pemasaran", "salary", "", 6_500_000);
            rupiah(month, "Agensi iklan", "agency", "", 2_500_000);
            rupiah(month, "Alat email", "tool", "Email", 450_000);
            rupiah(month, "Foto produk", "content", "", 900_000);
            rupiah(month, "Kreator TikTok", "content", "Paid Social", 600_000);
            out.cost(new Cost(month, "Alat pantau peringkat", "tool", "Organic Search", part(month, 4_900), "USD"));
        }
    }

    private void rupiah(Period month, String item, String category, String channel, long monthly) {
        long scaled = Math.max(ROUND, Math.round(monthly * scale / ROUND) * ROUND);
        out.cost(new Cost(month, item, category, channel, part(month, scaled) * HUNDREDTHS, "IDR"));
    }

    private static long part(Period month, long whole) {
        return whole * month.days() / month.first().lengthOfMonth();
    }
}
