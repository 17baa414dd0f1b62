package dev.ukur.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws where a visit comes from: a first one, or one of somebody who has been here. */
final class Touches {

    private final Dice dice;
    private final Weighted<Lane> first = new Weighted<>(Lanes.ALL, Lane::share);
    private final Weighted<Lane> later = new Weighted<>(Lanes.ALL, Lane::returning);
    private final Map<String, Weighted<Keyword>> keywords = new LinkedHashMap<>();

    Touches(Dice dice) {
        this.dice = dice;
        for (String campaign : List.of(Lanes.BRAND_CAMPAIGN, Lanes.GENERIC_CAMPAIGN)) {
            keywords.put(
                    campaign,
                    new Weighted<>(
                            Keyword.ALL.stream()
                                    .filter(keyword -> keyword.campaign().equals(campaign))
                                    .toList(),
                            Keyword::weight));
        }
    }

    Touch first() {
        return touch(first.draw(dice));
    }

    Touch later() {
        return touch(later.draw(dice));
    }

    private Touch touch(Lane lane) {
        Weighted<Keyword> bids = keywords.get(lane.campaign());
        String term = bids == null ? "" : bids.draw(dice).text();
        List<String> ads = MetaMarket.ads(lane.campaign());
        return new Touch(lane, lane.campaign(), term, ads.isEmpty() ? "" : dice.any(ads));
    }
}
