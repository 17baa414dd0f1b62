package dev.ukur.twin;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what happened, straight from the happenings. What concerns web analytics holds what the tag saw; metrics that
 * begin with {@code actual_} hold all. A visit belongs to the month it began in, an order to the month it was placed in.
 */
final class Truth implements Witness {

    private static final String CHANNEL = "channel";
    private static final String CAMPAIGN = "campaign";
    private static final Set<String> ACQUIRING = Set.of("salary", "agency", "tool", "content");

    private final Period days;
    private final Map<String, Counts> metrics = new LinkedHashMap<>();
    private final VisitTruth visits = new VisitTruth(this::count);
    private final Map<LocalDate, Long> rates = new TreeMap<>();

    Truth(Period days) {
        this.days = days;
    }

    /** Metric to its sums, in the order they first happened. */
    Map<String, Counts> metrics() {
        return metrics;
    }

    private Counts count(String metric) {
        return metrics.computeIfAbsent(metric, ignored -> new Counts(false));
    }

    private Counts money(String metric) {
        return metrics.computeIfAbsent(metric, ignored -> new Counts(true));
    }

    private void byChannel(String metric, YearMonth month, Channel channel, long amount) {
        count(metric).add(month, amount).cut(month, CHANNEL, channel.label(), amount);
    }

    @Override
    public void visit(Visit visit) {
        YearMonth month = visit.month();
        byChannel("actual_visits", month, visit.channel(), 1);
        if (!visit.tracked()) {
            return;
        }
        byChannel("visits", month, visit.channel(), 1);
        String device = visit.visitor().device().word();
        count("visits").cut(month, "device", device, 1);
        Visitor.Firsts firsts = visit.firsts();
        count("visitors").add(month, firsts.ofMonth() ? 1 : 0);
        count("visitors").cut(month, CHANNEL, visit.channel().label(), firsts.ofMonthAndChannel() ? 1 : 0);
        byChannel("new_visitors", month, visit.channel(), firsts.ever() ? 1 : 0);
        byChannel("engaged_visits", month, visit.channel(), visit.engaged() ? 1 : 0);
        byChannel("bounces", month, visit.channel(), visit.engaged() ? 0 : 1);
        byChannel("visit_duration_s", month, visit.channel(), visit.seconds());
        int purchases = hits("purchases", visit, Hit.Kind.ORDER_COMPLETED);
        int checkouts = hits("checkouts", visit, Hit.Kind.CHECKOUT_STARTED);
        count("purchases").cut(month, "device", device, purchases);
        count("checkouts").cut(month, "device", device, checkouts);
        hits("page_views", visit, Hit.Kind.PAGE);
        hits("add_to_carts", visit, Hit.Kind.PRODUCT_ADDED);
        hits("form_submits", visit, Hit.Kind.FORM_SUBMITTED);
        hits("sign_ups", visit, Hit.Kind.SIGNED_UP);
        visits.visit(visit);
    }

    private int hits(String metric, Visit visit, Hit.Kind kind) {
        int hits = visit.count(kind);
        byChannel(metric, visit.month(), visit.channel(), hits);
        return hits;
    }

    /** An order's channel is that of the visit it was placed in, as far as web analytics saw the visit. */
    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        Channel channel = visit.tracked() ? visit.channel() : Channel.UNASSIGNED;
        YearMonth month = Jakarta.month(order.placed());
        Sale sale = new Sale(month, channel, "web", order.isCancelled());
        sale(sale, order.total(), firstOfPerson);
        money("refunds").add(month, order.fate().refunded() * 100);
        money("refunds_not_cancelled")
                .add(month, order.isCancelled() ? 0 : order.fate().refunded() * 100);
        if (firstOfPerson) {
            count("actual_new_customers")
                    .add(month, 1)
                    .cut(month, CHANNEL, visit.channel().label(), 1);
        }
    }

    @Override
    public void marketplaceOrder(MarketplaceOrder order) {
        YearMonth month = Jakarta.month(order.placed());
        sale(new Sale(month, Channel.MARKETPLACE, "shopee", order.isCancelled()), order.total(), order.firstOfBuyer());
        if (order.firstOfBuyer()) {
            count("actual_new_customers").add(month, 1).cut(month, CHANNEL, Channel.MARKETPLACE.label(), 1);
        }
    }

    private record Sale(YearMonth month, Channel channel, String store, boolean cancelled) {}

    private void sale(Sale sale, long total, boolean newCustomer) {
        byChannel("orders", sale.month(), sale.channel(), 1);
        count("orders").cut(sale.month(), "sales_channel", sale.store(), 1);
        byChannel("cancelled_orders", sale.month(), sale.channel(), sale.cancelled() ? 1 : 0);
        if (!sale.cancelled()) {
            byChannel("orders_not_cancelled", sale.month(), sale.channel(), 1);
            count("orders_not_cancelled").cut(sale.month(), "sales_channel", sale.store(), 1);
            long cents = total * 100;
            money("revenue")
                    .add(sale.month(), cents)
                    .cut(sale.month(), CHANNEL, sale.channel().label(), cents);
            money("revenue").cut(sale.month(), "sales_channel", sale.store(), cents);
        }
        byChannel("new_customers", sale.month(), sale.channel(), newCustomer ? 1 : 0);
    }

    @Override
    public void lead(Lead lead) {
        YearMonth month = Jakarta.month(lead.created());
        Lead.Stages stages = lead.stages();
        byChannel("leads", month, lead.channel(), 1);
        stage("mql", lead, stages.mql());
        stage("sql", lead, stages.sql());
        stage("opportunities", lead, stages.opportunity());
        stage("lead_customers", lead, stages.customer());
        boolean advanced = stages.sql().isPresent()
                || stages.opportunity().isPresent()
                || stages.customer().isPresent();
        count("advanced_leads").add(month, advanced ? 1 : 0);
        count("skipping_leads").add(month, advanced && stages.mql().isEmpty() ? 1 : 0);
    }

    /** Once by the month the lead came, once by the month the stage was reached. */
    private void stage(String name, Lead lead, OptionalLong reached) {
        byChannel(name + "_by_creation", Jakarta.month(lead.created()), lead.channel(), reached.isPresent() ? 1 : 0);
        if (reached.isPresent()) {
            byChannel(name, Jakarta.month(reached.getAsLong()), lead.channel(), 1);
        }
    }

    @Override
    public void ad(AdDay ad) {
        YearMonth month = YearMonth.from(ad.day());
        AdUnit unit = ad.unit();
        Delivery delivery = ad.delivery();
        delivered(count("impressions"), month, unit, delivery.impressions());
        delivered(count("clicks"), month, unit, delivery.clicks());
        delivered(money("spend"), month, unit, delivery.spendCents());
        delivered(money("ad_conversions"), month, unit, delivery.conversionHundredths());
        ad.auction().ifPresent(auction -> auction(month, unit, auction));
    }

    private static void delivered(Counts counts, YearMonth month, AdUnit unit, long amount) {
        counts.add(month, amount)
                .cut(month, "platform", unit.platform(), amount)
                .cut(month, CHANNEL, unit.channel().label(), amount)
                .cut(month, CAMPAIGN, unit.campaign(), amount);
    }

    /** Days whose share the platform hides are kept apart. */
    private void auction(YearMonth month, AdUnit unit, AdDay.Auction auction) {
        if (auction.hidden()) {
            count("impression_share_hidden_impressions")
                    .add(month, auction.impressions())
                    .cut(month, CAMPAIGN, unit.campaign(), auction.impressions());
            return;
        }
        count("impression_share_impressions")
                .add(month, auction.impressions())
                .cut(month, CAMPAIGN, unit.campaign(), auction.impressions());
        count("impression_share_eligible")
                .add(month, auction.eligible())
                .cut(month, CAMPAIGN, unit.campaign(), auction.eligible());
    }

    @Override
    public void keyword(KeywordDay day) {
        YearMonth month = YearMonth.from(day.day());
        String text = day.keyword().text();
        Delivery delivery = day.delivery();
        money("keyword_spend").add(month, delivery.spendCents()).cut(month, "keyword", text, delivery.spendCents());
        count("keyword_clicks").add(month, delivery.clicks()).cut(month, "keyword", text, delivery.clicks());
        count("keyword_impressions")
                .add(month, delivery.impressions())
                .cut(month, "keyword", text, delivery.impressions());
    }

    @Override
    public void mailing(Mailing mailing) {
        YearMonth month = YearMonth.from(mailing.day());
        Mailing.Response response = mailing.opens();
        mailed("email_sent", mailing, mailing.sent().recipients());
        mailed("email_delivered", mailing, mailing.sent().delivered());
        mailed("email_unique_opens", mailing, response.uniqueOpens());
        mailed("email_opens", mailing, response.totalOpens());
        mailed("email_unique_clicks", mailing, response.uniqueClicks());
        mailed("email_clicks", mailing, response.totalClicks());
        mailed("email_unsubscribes", mailing, response.unsubscribes());
        mailed("email_complaints", mailing, response.complaints());
        mailed(
                "email_bounces",
                mailing,
                mailing.sent().recipients() - mailing.sent().delivered());
        mailed("email_orders", mailing, mailing.sales().orders());
        money("email_revenue").add(month, mailing.sales().revenue() * 100);
    }

    private void mailed(String metric, Mailing mailing, long amount) {
        YearMonth month = YearMonth.from(mailing.day());
        count(metric).add(month, amount).cut(month, CAMPAIGN, mailing.campaign(), amount);
    }

    @Override
    public void query(QueryMonth query) {
        YearMonth month = YearMonth.from(query.days().first());
        String side = query.branded() ? "branded" : "nonbranded";
        count("query_clicks").add(month, query.clicks()).cut(month, "brand", side, query.clicks());
        count("query_impressions").add(month, query.impressions()).cut(month, "brand", side, query.impressions());
        // impressions times printed place, exact in hundredths
        money("query_place_weight").add(month, query.impressions() * query.positionHundredths());
    }

    @Override
    public void searchDay(SearchDay day) {
        YearMonth month = YearMonth.from(day.day());
        count("search_clicks").add(month, day.clicks());
        count("search_impressions").add(month, day.impressions());
    }

    @Override
    public void rank(Rank rank) {
        YearMonth month = YearMonth.from(rank.day());
        int place = rank.position().orElse(Integer.MAX_VALUE);
        count("ranks_checked").add(month, 1);
        count("ranks_found").add(month, rank.position().isPresent() ? 1 : 0);
        count("rank_sum").add(month, rank.position().orElse(0));
        count("ranks_top3").add(month, place <= 3 ? 1 : 0);
        count("ranks_top10").add(month, place <= 10 ? 1 : 0);
    }

    @Override
    public void mention(Mention mention) {
        YearMonth month = Jakarta.month(mention.moment());
        count("mentions_of_brands").add(month, 1);
        if (mention.brand() == Mention.Brand.OWN) {
            count("mentions").add(month, 1).cut(month, "sentiment", mention.sentiment(), 1);
        }
    }

    @Override
    public void listing(ListingPlace place) {
        YearMonth month = YearMonth.from(place.day());
        count("listing_checks").add(month, 1);
        count("listings_found").add(month, place.position().isPresent() ? 1 : 0);
        count("listing_places").add(month, place.position().orElse(0));
        count("listings_top10").add(month, place.position().orElse(Integer.MAX_VALUE) <= 10 ? 1 : 0);
    }

    @Override
    public void cost(Cost cost) {
        YearMonth month = YearMonth.from(cost.days().first());
        String metric = "costs_" + cost.currency();
        money(metric)
                .add(month, cost.amountHundredths())
                .cut(month, "category", cost.category(), cost.amountHundredths());
        if (ACQUIRING.contains(cost.category())) {
            money("acquisition_costs").add(month, inRupiah(cost));
        }
    }

    /** At the rate of the cost's last day. */
    private long inRupiah(Cost cost) {
        return cost.currency().equals("IDR")
                ? cost.amountHundredths()
                : cost.amountHundredths() * rates.getOrDefault(cost.days().last(), 0L) / 100;
    }

    @Override
    public void rate(ExchangeRate rate) {
        rates.put(rate.day(), rate.rateHundredths());
    }

    @Override
    public void membership(Membership membership) {
        count("subscriptions_started").add(Jakarta.month(membership.started()), 1);
        OptionalLong ended = membership.ended();
        if (ended.isPresent()) {
            count("subscriptions_ended").add(Jakarta.month(ended.getAsLong()), 1);
        }
        OptionalLong trialEnd = membership.trialEnd();
        if (trialEnd.isPresent() && !Jakarta.day(trialEnd.getAsLong()).isAfter(days.last())) {
            YearMonth month = Jakarta.month(trialEnd.getAsLong());
            count("ended_trials").add(month, 1);
            count("stayed_trials").add(month, membership.outlastsTrial() ? 1 : 0);
        }
        for (Period month : days.cut(Grain.MONTH)) {
            running(membership, month, month.first(), "start");
            running(membership, month, month.last(), "end");
            boolean before = membership.activeOn(month.first());
            boolean after = membership.activeOn(month.last());
            long value = membership.plan().monthly() * 100;
            money("mrr_new").add(YearMonth.from(month.first()), !before && after ? value : 0);
            money("mrr_churned").add(YearMonth.from(month.first()), before && !after ? value : 0);
        }
    }

    private void running(Membership membership, Period month, LocalDate day, String side) {
        if (membership.activeOn(day)) {
            YearMonth of = YearMonth.from(month.first());
            count("subscriptions_active_at_" + side).add(of, 1);
            money("mrr_at_" + side).add(of, membership.plan().monthly() * 100);
        }
    }
}
