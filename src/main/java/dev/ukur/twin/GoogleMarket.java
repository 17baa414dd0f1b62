package dev.ukur.twin;

import dev.ukur.twin.AdDay.Auction;
import java.time.LocalDate;
import java.util.Optional;

/** Google Ads: keywords make up their campaign exactly; on eager days the generic campaign cannot keep up. */
final class GoogleMarket implements Witness {

    private static final double SHOPPING_RATE = 0.011;
    private static final double SHOPPING_PRICE = 1_100;

    private final Season season;
    private final Dice dice;
    private final Platform platform;
    private final Witness out;
    private final Tally today = new Tally();

    GoogleMarket(TwinOptions options, Season season, Witness out) {
        this.season = season;
        this.out = out;
        dice = Dice.of(options.seed(), "google");
        platform = new Platform(dice, 0.08);
    }

    @Override
    public void visit(Visit visit) {
        if (visit.touch().lane().source().equals("google")) {
            today.visit(key(visit.touch()));
        }
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        if (visit.touch().lane().source().equals("google")) {
            today.order(key(visit.touch()), order.total());
        }
    }

    private static String key(Touch touch) {
        return touch.campaign() + '/' + touch.term();
    }

    @Override
    public void dayEnds(LocalDate day) {
        double heat = Math.max(1, season.web(day));
        campaign(day, unit(Channel.PAID_SEARCH, Lanes.BRAND_CAMPAIGN, "21400000001", "Search"), 0.88);
        campaign(day, unit(Channel.PAID_SEARCH, Lanes.GENERIC_CAMPAIGN, "21400000002", "Search"), 0.24 / (heat * heat));
        AdUnit shopping = unit(Channel.PAID_SHOPPING, Lanes.SHOPPING_CAMPAIGN, "21400000003", "Shopping");
        Delivery delivery =
                platform.account(today, shopping.campaign() + '/', SHOPPING_RATE, SHOPPING_PRICE * price(day));
        out.ad(new AdDay(day, shopping, delivery, auction(delivery.impressions(), 0.41 / heat)));
        today.clear();
    }

    private static AdUnit unit(Channel channel, String name, String id, String type) {
        return new AdUnit("google_ads", channel, name, id, type, "", "");
    }

    private void campaign(LocalDate day, AdUnit unit, double share) {
        Delivery sum = Delivery.NONE;
        for (Keyword keyword : Keyword.ALL) {
            if (keyword.campaign().equals(unit.campaign())) {
                String key = unit.campaign() + '/' + keyword.text();
                Delivery delivery = platform.account(today, key, keyword.rate(), keyword.price() * price(day));
                out.keyword(new KeywordDay(day, keyword, delivery));
                sum = sum.plus(delivery);
            }
        }
        out.ad(new AdDay(day, unit, sum, auction(sum.impressions(), share)));
    }

    /** Clicks cost more when everybody bids. */
    private double price(LocalDate day) {
        return 0.7 + 0.3 * season.web(day);
    }

    private Optional<Auction> auction(long impressions, double usualShare) {
        if (impressions == 0) {
            return Optional.empty();
        }
        double share = Math.min(0.985, Math.max(0.02, usualShare * dice.between(0.88, 1.1)));
        long lost = Math.round(impressions / share) - impressions;
        long toBudget = Math.round(lost * dice.between(0.2, 0.6));
        return Optional.of(new Auction(impressions, toBudget, lost - toBudget));
    }
}
