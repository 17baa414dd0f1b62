package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;

/** Unpaid search results: which queries brought the visits, and how often the shop was only seen. */
final class SearchMarket implements Witness {

    private static final double NAMELESS = 0.14;
    private static final double SEEN_PER_VOLUME = 1 / 90_000.0;

    private final TwinOptions options;
    private final Season season;
    private final Dice dice;
    private final Witness out;
    private final List<RankedKeyword> queries =
            RankedKeyword.ALL.stream().filter(RankedKeyword::usuallyRanked).toList();
    private final Weighted<RankedKeyword> weighted = new Weighted<>(queries, RankedKeyword::weight);
    private final long[] clicksToday = new long[queries.size()];
    private final long[] clicks = new long[queries.size()];
    private final long[] impressions = new long[queries.size()];
    private long namelessToday;

    SearchMarket(TwinOptions options, Season season, Witness out) {
        this.options = options;
        this.season = season;
        this.out = out;
        dice = Dice.of(options.seed(), "search");
    }

    @Override
    public void visit(Visit visit) {
        if (!visit.touch().lane().equals(Lanes.GOOGLE_ORGANIC)) {
            return;
        }
        if (dice.chance(NAMELESS)) {
            namelessToday++;
        } else {
            clicksToday[queries.indexOf(weighted.draw(dice))]++;
        }
    }

    @Override
    public void dayEnds(LocalDate day) {
        long seenNameless = namelessToday + dice.poisson(namelessToday * 30.0);
        long dayClicks = namelessToday;
        long dayImpressions = seenNameless;
        double weight = seenNameless * 14.0;
        for (int i = 0; i < clicks.length; i++) {
            RankedKeyword query = queries.get(i);
            double looks = query.volume() * SEEN_PER_VOLUME * options.visitsPerDay() * season.web(day);
            long seen = clicksToday[i] + dice.poisson(looks * 20 / (query.place() + 2));
            clicks[i] += clicksToday[i];
            impressions[i] += seen;
            dayClicks += clicksToday[i];
            dayImpressions += seen;
            weight += (double) seen * query.place();
            clicksToday[i] = 0;
        }
        int place =
                dayImpressions == 0 ? 0 : (int) Math.round(weight * dice.between(0.97, 1.03) * 100 / dayImpressions);
        out.searchDay(new SearchDay(day, dayClicks, dayImpressions, place));
        namelessToday = 0;
        if (day.equals(options.lastDay()) || day.plusDays(1).getDayOfMonth() == 1) {
            report(new Period(day.withDayOfMonth(1), day));
        }
    }

    private void report(Period month) {
        for (int i = 0; i < clicks.length; i++) {
            RankedKeyword query = queries.get(i);
            if (impressions[i] > 0) {
                int place = (int) Math.round(Math.max(1, query.place() * dice.between(0.9, 1.15)) * 100);
                out.query(new QueryMonth(month, query.text(), clicks[i], impressions[i], place, query.branded()));
            }
            clicks[i] = 0;
            impressions[i] = 0;
        }
    }
}
