package dev.ukur.twin;

import dev.ukur.metrics.Rows;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A simulated shop as rows of the canonical tables, without files in between; it can measure wrongly, too.
 *
 * @see Twin
 */
final class ShopInMemory implements Witness {

    /** What goes wrong in the measuring, on some days. */
    enum Mistake {
        NONE,
        UTM_TYPO,
        BOTS,
        SCALE,
        TWICE
    }

    private static final List<String> VISITS = List.of(
            "account",
            "period_start",
            "period_end",
            "visit_id",
            "visitor_id",
            "started_at",
            "ended_at",
            "channel",
            "is_paid",
            "device",
            "is_new",
            "pageviews",
            "events",
            "bounced",
            "engaged",
            "duration_s",
            "purchases",
            "form_submits",
            "sign_ups",
            "add_to_carts",
            "checkouts",
            "built_by");
    private static final List<String> ORDERS = List.of(
            "account",
            "period_start",
            "period_end",
            "order_id",
            "ordered_at",
            "status",
            "sales_channel",
            "total_paid",
            "currency");
    private static final List<String> ADS = List.of(
            "account",
            "period_start",
            "period_end",
            "breakdown",
            "platform",
            "campaign",
            "source",
            "medium",
            "channel",
            "impressions",
            "clicks",
            "spend",
            "currency");
    private static final List<String> MAILS = List.of(
            "account",
            "period_start",
            "period_end",
            "campaign",
            "sent",
            "delivered",
            "opens",
            "unique_opens",
            "clicks",
            "unique_clicks");
    private static final List<String> SEARCH =
            List.of("account", "period_start", "period_end", "basis", "keyword", "clicks", "impressions");
    private static final int BOT_EVERY = 3;

    private final Mistake mistake;
    private final Period wrong;
    private final Map<String, List<@Nullable Object[]>> visits = new TreeMap<>();
    private final Map<String, List<@Nullable Object[]>> orders = new TreeMap<>();
    private final Map<String, List<@Nullable Object[]>> ads = new TreeMap<>();
    private final Map<String, List<@Nullable Object[]>> mails = new TreeMap<>();
    private final Map<String, List<@Nullable Object[]>> search = new TreeMap<>();
    private int number;

    ShopInMemory(Mistake mistake, Period wrong) {
        this.mistake = mistake;
        this.wrong = wrong;
    }

    /** Puts everything into a store. */
    void load(Rows rows) {
        visits.forEach((account, lines) -> rows.load("visits", VISITS, lines));
        orders.forEach((account, lines) -> rows.load("orders", ORDERS, lines));
        ads.forEach((account, lines) -> rows.load("ad_performance", ADS, lines));
        mails.forEach((account, lines) -> rows.load("email_stats", MAILS, lines));
        search.forEach((account, lines) -> rows.load("search_rankings", SEARCH, lines));
    }

    @Override
    public void visit(Visit visit) {
        if (!visit.tracked()) {
            return;
        }
        boolean now = wrong.holds(visit.day());
        boolean typo = mistake == Mistake.UTM_TYPO && now && visit.channel() == Channel.PAID_SOCIAL;
        row(visit, typo ? Channel.UNASSIGNED : visit.channel(), false);
        if (mistake == Mistake.BOTS && now && number % BOT_EVERY == 0) {
            row(visit, Channel.DIRECT, true);
        }
    }

    private void row(Visit visit, Channel channel, boolean bot) {
        LocalDate day = visit.day();
        Instant start = Instant.ofEpochSecond(visit.start() / Jakarta.SECOND);
        int pages = bot ? 1 : visit.count(Hit.Kind.PAGE);
        String id = "v" + number++;
        add(visits, "web", new @Nullable Object[] {
            "web",
            day,
            day,
            id,
            bot ? id : visit.visitor().anonymousId(),
            start,
            start.plusSeconds(bot ? 0 : visit.seconds()),
            channel.label(),
            channel.label().startsWith("Paid"),
            visit.visitor().device().word(),
            false,
            (long) pages,
            (long) (bot ? 1 : visit.hits().size()),
            bot || !visit.engaged(),
            !bot && visit.engaged(),
            (long) (bot ? 0 : visit.seconds()),
            hits(visit, Hit.Kind.ORDER_COMPLETED, bot),
            hits(visit, Hit.Kind.FORM_SUBMITTED, bot),
            hits(visit, Hit.Kind.SIGNED_UP, bot),
            hits(visit, Hit.Kind.PRODUCT_ADDED, bot),
            hits(visit, Hit.Kind.CHECKOUT_STARTED, bot),
            "test"
        });
    }

    private static long hits(Visit visit, Hit.Kind kind, boolean bot) {
        return bot ? 0 : visit.count(kind);
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        LocalDate day = Jakarta.day(order.placed());
        boolean now = wrong.holds(day);
        long total = order.total() * (mistake == Mistake.SCALE && now ? 1000 : 1);
        order("shop", order.name(), order.placed(), new Sale("web", order.isCancelled(), total));
        if (mistake == Mistake.TWICE && now) {
            order("shop2", order.name(), order.placed(), new Sale("web", order.isCancelled(), total));
        }
    }

    @Override
    public void marketplaceOrder(MarketplaceOrder order) {
        order("shopee", "s" + number++, order.placed(), new Sale("shopee", order.isCancelled(), order.total()));
    }

    private record Sale(String store, boolean cancelled, long total) {}

    private void order(String account, String name, long placed, Sale sale) {
        LocalDate day = Jakarta.day(placed);
        add(orders, account, new @Nullable Object[] {
            account,
            day,
            day,
            name,
            Instant.ofEpochSecond(placed / Jakarta.SECOND),
            sale.cancelled() ? "cancelled" : "paid",
            sale.store(),
            BigDecimal.valueOf(sale.total()),
            "IDR"
        });
    }

    @Override
    public void ad(AdDay ad) {
        AdUnit unit = ad.unit();
        Delivery delivery = ad.delivery();
        add(ads, unit.platform(), new @Nullable Object[] {
            unit.platform(),
            ad.day(),
            ad.day(),
            "ad;campaign",
            unit.platform(),
            unit.campaign() + unit.group() + unit.ad(),
            unit.platform(),
            "cpc",
            unit.channel().label(),
            delivery.impressions(),
            delivery.clicks(),
            BigDecimal.valueOf(delivery.spendCents(), 2),
            "IDR"
        });
    }

    @Override
    public void mailing(Mailing mailing) {
        Mailing.Response opens = mailing.opens();
        add(mails, "mail", new @Nullable Object[] {
            "mail",
            mailing.day(),
            mailing.day(),
            mailing.campaign(),
            mailing.sent().recipients(),
            mailing.sent().delivered(),
            opens.totalOpens(),
            opens.uniqueOpens(),
            opens.totalClicks(),
            opens.uniqueClicks()
        });
    }

    @Override
    public void searchDay(SearchDay day) {
        add(search, "gsc", new @Nullable Object[] {
            "gsc", day.day(), day.day(), "gsc_average", "(all)", day.clicks(), day.impressions()
        });
    }

    private static void add(Map<String, List<@Nullable Object[]>> tables, String account, @Nullable Object[] row) {
        tables.computeIfAbsent(account, name -> new ArrayList<>()).add(row);
    }
}
