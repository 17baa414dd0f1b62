package dev.ukur.lint;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;

/** Two years of a simulated shop, day by day: what clicks, visits and pages have to do with orders is decided here. */
final class TwoYears {

    private static final int DAYS = (int) ChronoUnit.DAYS.between(Shops.FIRST, Shops.LAST) + 1;
    private static final int WEEK = 7;
    private static final double ORDERS_A_DAY = 40;
    private static final double CLICKS_A_DAY = 800;
    private static final double VISITS_A_DAY = 3000;

    private final long seed;
    /** Weekly ups and downs, on the log scale, each with some memory. */
    private final double[] clickMood;

    private final double[] visitMood;
    private final double[] pageMood;
    private final double[] orderMood;

    TwoYears(long seed) {
        this.seed = seed;
        int weeks = DAYS / WEEK + 3;
        clickMood = moods(weeks, 0.2, seed + 1);
        visitMood = moods(weeks, 0.15, seed + 2);
        pageMood = moods(weeks, 0.15, seed + 3);
        orderMood = moods(weeks, 0.05, seed + 4);
    }

    /** Google Ads by day, as a connector writes it. */
    String ads() {
        SplittableRandom dice = new SplittableRandom(seed + 10);
        StringBuilder csv = new StringBuilder(
                        "customer_id,date,id,base_campaign,campaign_name,cost_micros,clicks,impressions,")
                .append("conversions,conversions_value,ad_network_type,device\n");
        for (int day = 0; day < DAYS; day++) {
            long clicks = near(CLICKS_A_DAY * Math.exp(clickMood[week(day)]), dice);
            long impressions = near(40_000, dice);
            long spend = clicks * 2_500L;
            csv.append("1," + date(day) + ",11,customers/1/campaigns/11,Cari," + spend * 1_000_000 + "," + clicks + ","
                    + impressions + "," + clicks / 20 + "," + clicks * 7_000 + ",SEARCH,MOBILE\n");
        }
        return csv.toString();
    }

    /** Plausible by day. */
    String visitors() {
        SplittableRandom dice = new SplittableRandom(seed + 11);
        StringBuilder csv = new StringBuilder("date,visitors,pageviews,bounces,visits,visit_duration\n");
        for (int day = 0; day < DAYS; day++) {
            long visits = near(VISITS_A_DAY * Math.exp(visitMood[week(day)]), dice);
            long pages = (long) (visits * 3 * Math.exp(pageMood[week(day)]));
            csv.append(date(day) + "," + visits * 8 / 10 + "," + pages + "," + visits / 2 + "," + visits + ","
                    + visits * 90 + "\n");
        }
        return csv.toString();
    }

    /** Shopify orders: moved by last week's clicks and this week's visits. */
    String orders(String currency) {
        SplittableRandom dice = new SplittableRandom(seed + 12);
        StringBuilder csv =
                new StringBuilder("id,name,currency,total_price,created_at,financial_status,cancelled_at,email\n");
        int number = 0;
        for (int day = 0; day < DAYS; day++) {
            double season = 0.15 * Math.sin(2 * Math.PI * day / 365.25);
            double mood = season + 0.6 * clickMood[week(day) - 1] + 0.6 * visitMood[week(day)] + orderMood[week(day)];
            long orders = near(ORDERS_A_DAY * Math.exp(mood), dice);
            for (long i = 0; i < orders; i++) {
                number++;
                csv.append(order(number, day, currency, dice));
            }
        }
        return csv.toString();
    }

    /** A few orders paid in dollars. */
    String ordersAbroad() {
        SplittableRandom dice = new SplittableRandom(seed + 13);
        StringBuilder csv =
                new StringBuilder("id,name,currency,total_price,created_at,financial_status,cancelled_at,email\n");
        for (int i = 1; i <= 200; i++) {
            csv.append(order(900_000 + i, i * 3, "USD", dice));
        }
        return csv.toString();
    }

    private static String order(int number, int day, String currency, SplittableRandom dice) {
        long price = Math.round(150_000 * Math.exp(0.4 * dice.nextGaussian()));
        String at = date(day) + "T05:00:00Z";
        boolean cancelled = dice.nextInt(100) < 8;
        return String.format(
                Locale.ROOT,
                "%d,#%d,%s,%d,%s,%s,%s,p%d@example.com\n",
                number,
                number,
                currency,
                price,
                at,
                cancelled ? "voided" : "paid",
                cancelled ? at : "",
                dice.nextInt(9_000));
    }

    private static int week(int day) {
        // The data begin on a Monday, so these are the weeks that the numbers are cut by; the first two are warm-up.
        return day / WEEK + 2;
    }

    private static LocalDate date(int day) {
        return Shops.FIRST.plusDays(day);
    }

    /** A count near its mean, spread as counts are. */
    private static long near(double mean, SplittableRandom dice) {
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * dice.nextGaussian()));
    }

    private static double[] moods(int weeks, double size, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        double[] moods = new double[weeks];
        for (int week = 1; week < weeks; week++) {
            moods[week] = 0.4 * moods[week - 1] + size * dice.nextGaussian();
        }
        return moods;
    }
}
