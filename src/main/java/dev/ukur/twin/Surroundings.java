package dev.ukur.twin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What happens around the shop: places in search results, mentions, rates of exchange. */
final class Surroundings implements Witness {

    private static final double MENTIONS_PER_DAY = 1.4;
    private static final double OTHERS = 0.6;
    private static final long FIRST_RATE = 1_642_000;
    private static final List<String> SOURCES =
            List.of("Instagram", "X", "Kompas.example", "Detik.example", "TikTok", "Blog Kain Nusantara", "YouTube");

    private final TwinOptions options;
    private final Season season;
    private final Dice dice;
    private final Dice others;
    private final Witness out;
    private final double[] places =
            RankedKeyword.ALL.stream().mapToDouble(RankedKeyword::place).toArray();
    private long rate = FIRST_RATE;
    private long mentions;

    Surroundings(TwinOptions options, Season season, Witness out) {
        this.options = options;
        this.season = season;
        this.out = out;
        dice = Dice.of(options.seed(), "surroundings");
        others = Dice.of(options.seed(), "other brands");
    }

    @Override
    public void dayEnds(LocalDate day) {
        rate = Math.max(1_580_000, Math.min(1_720_000, rate + Math.round(dice.gauss() * 2_500)));
        out.rate(new ExchangeRate(day, rate));
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            ranks(day);
        }
        double expected = MENTIONS_PER_DAY * StrictMath.sqrt(options.scale()) * season.web(day);
        int count = dice.poisson(expected);
        for (int i = 0; i < count; i++) {
            mention(day, i, count);
        }
        int ofOthers = others.poisson(expected * OTHERS);
        for (int i = 0; i < ofOthers; i++) {
            out.mention(new Mention(
                    ++mentions,
                    Jakarta.midnight(day) + others.between(0, 1_400) * Jakarta.MINUTE,
                    Mention.Brand.OTHER,
                    others.any(SOURCES),
                    "Neutral",
                    others.between(200, 90_000),
                    others.between(0, 1_500)));
        }
    }

    private void ranks(LocalDate day) {
        for (int i = 0; i < places.length; i++) {
            RankedKeyword keyword = RankedKeyword.ALL.get(i);
            double pull = (keyword.place() - places[i]) * 0.2;
            places[i] = Math.max(1, places[i] + pull + dice.gauss() * (0.2 + keyword.place() * 0.06));
            int place = (int) Math.round(places[i]);
            out.rank(new Rank(day, keyword, place > 100 ? OptionalInt.empty() : OptionalInt.of(place)));
        }
    }

    private void mention(LocalDate day, int at, int count) {
        long minute = (long) ((at + dice.unit()) / count * 24 * 60);
        double mood = dice.unit();
        String sentiment = mood < 0.34 ? "Positive" : mood < 0.8 ? "Neutral" : mood < 0.91 ? "Negative" : "Not Rated";
        out.mention(new Mention(
                ++mentions,
                Jakarta.midnight(day) + minute * Jakarta.MINUTE,
                Mention.Brand.OWN,
                dice.any(SOURCES),
                sentiment,
                dice.between(200, 90_000),
                dice.between(0, 1_500)));
    }
}
