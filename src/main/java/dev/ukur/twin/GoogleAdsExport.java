package dev.ukur.twin;

import dev.ukur.time.Period;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Google Ads as its web pages export it: title, range, header, rows a day, totals at the end; a file a month. */
final class GoogleAdsExport implements Witness {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final String CURRENCY = "IDR";
    private static final String NOTHING = "--";

    private final MonthFiles<Report> campaigns;
    private final MonthFiles<Report> keywords;

    GoogleAdsExport(Path folder, Period days) {
        campaigns = new MonthFiles<>(month -> {
            Report report = new Report(folder.resolve("campaign-" + month + ".csv"), "Campaign report");
            report.head(
                    month,
                    days,
                    "Day,Campaign,Campaign ID,Campaign type,Currency code,Cost,Impr.,Clicks,CTR,"
                            + "Conversions,Conv. value,Search impr. share,Search lost IS (budget),Search lost IS (rank)");
            report.totals(new String[] {"Total: Account", "Total: Campaigns"}, 3, 3);
            return report;
        });
        keywords = new MonthFiles<>(month -> {
            Report report = new Report(folder.resolve("keyword-" + month + ".csv"), "Search keyword report");
            report.head(
                    month,
                    days,
                    "Day,Campaign,Ad group,Search keyword,Search keyword match type,Currency code,"
                            + "Cost,Impr.,Clicks,CTR,Conversions,Conv. value");
            report.totals(new String[] {"Total: Keywords"}, 4, 0);
            return report;
        });
    }

    @Override
    public void ad(AdDay ad) {
        if (!ad.unit().platform().equals("google_ads")) {
            return;
        }
        String[] names = {
            ad.day().toString(),
            ad.unit().campaign(),
            ad.unit().campaignId(),
            ad.unit().type()
        };
        campaigns.of(ad.day()).row(names, ad.delivery(), shares(ad.auction()));
    }

    @Override
    public void keyword(KeywordDay day) {
        Keyword keyword = day.keyword();
        String[] names = {day.day().toString(), keyword.campaign(), keyword.adGroup(), keyword.shown(), keyword.match()
        };
        keywords.of(day.day()).row(names, day.delivery(), new String[0]);
    }

    @Override
    public void finish(Period days) {
        campaigns.close();
        keywords.close();
    }

    private static String[] shares(Optional<AdDay.Auction> auction) {
        return auction.map(a -> new String[] {
                    a.hidden() ? "< 10%" : Figures.percent(a.impressions(), a.eligible(), 2),
                    lost(a.lostToBudget(), a.eligible()),
                    lost(a.lostToRank(), a.eligible())
                })
                .orElse(new String[] {NOTHING, NOTHING, NOTHING});
    }

    private static String lost(long lost, long eligible) {
        return lost * 10 > eligible * 9 ? "> 90%" : Figures.percent(lost, eligible, 2);
    }

    /** One file under way, with its sums. */
    private static final class Report implements Closeable {
        private final TextFile file;
        private Delivery sum = Delivery.NONE;
        private String[] labels = new String[0];
        private int blanksBefore;
        private int blanksAfter;

        Report(Path path, String title) {
            file = TextFile.create(path, ',').mark().line(title);
        }

        void head(YearMonth month, Period days, String header) {
            LocalDate last = month.atEndOfMonth().isAfter(days.last()) ? days.last() : month.atEndOfMonth();
            file.row(DAY.format(month.atDay(1)) + " - " + DAY.format(last)).line(header);
        }

        void totals(String[] rowLabels, int before, int after) {
            labels = rowLabels.clone();
            blanksBefore = before;
            blanksAfter = after;
        }

        void row(String[] names, Delivery delivery, String[] shares) {
            sum = sum.plus(delivery);
            write(names, delivery, shares);
        }

        private void write(String[] names, Delivery delivery, String[] shares) {
            String[] cells = new String[names.length + 7 + shares.length];
            System.arraycopy(names, 0, cells, 0, names.length);
            int at = names.length;
            cells[at] = CURRENCY;
            cells[at + 1] = Figures.english(delivery.spendCents());
            cells[at + 2] = Figures.grouped(delivery.impressions(), ',');
            cells[at + 3] = Figures.grouped(delivery.clicks(), ',');
            cells[at + 4] = delivery.impressions() == 0
                    ? NOTHING
                    : Figures.percent(delivery.clicks(), delivery.impressions(), 2);
            cells[at + 5] = Figures.english(delivery.conversionHundredths());
            cells[at + 6] = Figures.english(delivery.value() * 100);
            System.arraycopy(shares, 0, cells, at + 7, shares.length);
            file.row(cells);
        }

        @Override
        public void close() {
            for (String label : labels) {
                String[] names = blanks(blanksBefore + 1);
                names[0] = label;
                write(names, sum, blanks(blanksAfter));
            }
            file.close();
        }

        private static String[] blanks(int count) {
            String[] blanks = new String[count];
            Arrays.fill(blanks, NOTHING);
            return blanks;
        }
    }
}
