package dev.ukur.twin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meta Ads: one row a day and ad; views count as orders there, so it claims far more than it brought. */
final class MetaMarket implements Witness {

    private static final Map<String, List<String>> ADS = Map.of(
            Lanes.PROSPECTING_CAMPAIGN, List.of("video-parang", "video-kawung", "video-proses"),
            Lanes.RETARGETING_CAMPAIGN, List.of("katalog-dinamis", "katalog-diskon"));

    private final Season season;
    private final Platform platform;
    private final Witness out;
    private final Tally today = new Tally();

    MetaMarket(TwinOptions options, Season season, Witness out) {
        this.season = season;
        this.out = out;
        platform = new Platform(Dice.of(options.seed(), "meta"), 0.3);
    }

    /** The ads of a campaign; none when it is not one of Meta's. */
    static List<String> ads(String campaign) {
        return ADS.getOrDefault(campaign, List.of());
    }

    @Override
    public void visit(Visit visit) {
        today.visit(visit.touch().content());
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        today.order(visit.touch().content(), order.total());
    }

    @Override
    public void dayEnds(LocalDate day) {
        campaign(day, Lanes.PROSPECTING_CAMPAIGN, "Serupa pelanggan 1%", 0.013, 620);
        campaign(day, Lanes.RETARGETING_CAMPAIGN, "Pengunjung 30 hari", 0.021, 880);
        today.clear();
    }

    private void campaign(LocalDate day, String name, String set, double rate, double price) {
        double heat = 0.65 + 0.35 * season.web(day);
        for (String ad : ads(name)) {
            Delivery counted = platform.account(today, ad, rate, price * heat);
            // Meta counts whole orders
            long whole = counted.conversionHundredths() / 100 * 100;
            long value =
                    counted.conversionHundredths() == 0 ? 0 : counted.value() * whole / counted.conversionHundredths();
            Delivery delivery = new Delivery(
                    counted.impressions(), counted.reach(), counted.clicks(), counted.spendCents(), whole, value);
            if (delivery.impressions() > 0) {
                AdUnit unit = new AdUnit("meta_ads", Channel.PAID_SOCIAL, name, "", "", set, ad);
                out.ad(new AdDay(day, unit, delivery, Optional.empty()));
            }
        }
    }
}
