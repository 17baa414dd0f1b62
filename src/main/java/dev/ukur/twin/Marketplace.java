package dev.ukur.twin;

import dev.ukur.twin.MarketplaceOrder.Fate;
import dev.ukur.twin.MarketplaceOrder.Line;
import dev.ukur.twin.MarketplaceOrder.Place;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The store on a marketplace, with buyers of its own whom the web shop never recognises. */
final class Marketplace implements Witness {

    static final String CANCELLED = "Batal";
    private static final String DONE = "Selesai";
    private static final double ORDERS_PER_VISIT = 0.033;
    private static final double AGAIN = 0.3;
    private static final int HORIZON_DAYS = 128;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final List<String> METHODS =
            List.of("ShopeePay", "COD (Bayar di Tempat)", "Transfer Bank", "SPayLater", "ShopeePay");
    private static final List<Place> PLACES = List.of(
            new Place("KOTA BANDUNG", "JAWA BARAT"),
            new Place("KOTA JAKARTA SELATAN", "DKI JAKARTA"),
            new Place("KOTA SURABAYA", "JAWA TIMUR"),
            new Place("KOTA SURAKARTA (SOLO)", "JAWA TENGAH"),
            new Place("KOTA TANGERANG", "BANTEN"),
            new Place("KOTA MEDAN", "SUMATERA UTARA"),
            new Place("KOTA MAKASSAR", "SULAWESI SELATAN"),
            new Place("KOTA DENPASAR", "BALI"));
    private static final List<String> SIZES = List.of("S", "M", "L", "XL", "");

    private final TwinOptions options;
    private final Season season;
    private final Faults faults;
    private final Dice dice;
    private final Witness out;
    private final long end;
    private final Weighted<Good> goods = new Weighted<>(Good.ALL, Good::weight);
    private final List<List<Buyer>> coming = new ArrayList<>();
    private int buyers;
    private int orders;

    Marketplace(TwinOptions options, Season season, Witness out) {
        this.options = options;
        this.season = season;
        this.faults = new Faults(options.incidents());
        this.out = out;
        dice = Dice.of(options.seed(), "marketplace");
        end = Jakarta.midnight(options.lastDay().plusDays(1));
        for (int i = 0; i < HORIZON_DAYS; i++) {
            coming.add(new ArrayList<>());
        }
    }

    @Override
    public void dayEnds(LocalDate day) {
        List<Buyer> today = new ArrayList<>(coming(day));
        coming(day).clear();
        double eager = season.marketplace(day) * faults.left(Incident.Kind.MARKETPLACE, day, "");
        int strangers = dice.poisson(options.visitsPerDay() * ORDERS_PER_VISIT * eager);
        for (int i = 0; i < strangers; i++) {
            buyers++;
            today.add(new Buyer("pembeli_" + buyers));
        }
        List<Sale> sales = new ArrayList<>();
        for (Buyer buyer : today) {
            long hour = dice.between(6, 23);
            sales.add(
                    new Sale(buyer, Jakarta.midnight(day) + hour * Jakarta.HOUR + dice.below(3_600) * Jakarta.SECOND));
        }
        sales.sort(Comparator.comparingLong(Sale::moment));
        sales.forEach(sale -> sell(sale, day));
    }

    private void sell(Sale sale, LocalDate day) {
        String method = dice.any(METHODS);
        Fate fate = fate(sale.moment(), method);
        boolean kept = !fate.status().equals(CANCELLED);
        boolean first = kept && !sale.buyer().customer;
        sale.buyer().customer |= kept;
        String number = DAY.format(day) + letters(orders++);
        long shipping = dice.any(List.of(0L, 8_000L, 10_000L, 14_000L, 22_000L));
        out.marketplaceOrder(new MarketplaceOrder(
                number, sale.buyer().name, sale.moment(), lines(day), shipping, method, fate, dice.any(PLACES), first));
        if (kept && dice.chance(AGAIN)) {
            coming(day.plusDays(dice.between(10, 110))).add(sale.buyer());
        }
    }

    private List<Line> lines(LocalDate day) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + (dice.chance(0.26) ? 1 : 0) + (dice.chance(0.06) ? 1 : 0);
        for (int i = 0; i < count; i++) {
            Good good = goods.draw(dice);
            int off = season.promotion(day).isPresent() ? dice.between(10, 25) : dice.between(0, 12);
            long price = good.price() * (100L - off) / 100 / 500 * 500;
            if (lines.stream().noneMatch(line -> line.good().equals(good))) {
                lines.add(new Line(good, dice.any(SIZES), good.price(), price, dice.chance(0.12) ? 2 : 1));
            }
        }
        return lines;
    }

    private Fate fate(long moment, String method) {
        OptionalLong never = OptionalLong.empty();
        if (dice.chance(0.075)) {
            return new Fate(CANCELLED, never, never);
        }
        OptionalLong paid = until(moment + dice.between(1, 90) * Jakarta.MINUTE);
        long age = (end - moment) / Jakarta.DAY;
        long done = moment + dice.between(50, 160) * Jakarta.HOUR;
        if (done < end) {
            return new Fate(DONE, method.startsWith("COD") ? OptionalLong.of(done) : paid, OptionalLong.of(done));
        }
        String status = age >= 4 ? "Telah Dikirim" : age >= 1 ? "Sedang Dikirim" : "Perlu Dikirim";
        return new Fate(status, method.startsWith("COD") ? never : paid, never);
    }

    private OptionalLong until(long moment) {
        return moment < end ? OptionalLong.of(moment) : OptionalLong.empty();
    }

    private List<Buyer> coming(LocalDate day) {
        return coming.get(Math.floorMod(day.toEpochDay(), HORIZON_DAYS));
    }

    /** A running number in eight capitals and digits, as the platform's numbers look. */
    private static String letters(int number) {
        String digits = Integer.toString(number, 36).toUpperCase(Locale.ROOT);
        return "0".repeat(8 - digits.length()) + digits;
    }

    private record Sale(Buyer buyer, long moment) {}

    /** Someone with an account on the platform. */
    private static final class Buyer {
        private final String name;
        private boolean customer;

        Buyer(String name) {
            this.name = name;
        }
    }
}
