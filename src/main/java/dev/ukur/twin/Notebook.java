package dev.ukur.twin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What the team looks up by hand and writes down: every Monday, where its goods stand in the marketplace. */
final class Notebook implements Witness {

    private static final List<String> KEYWORDS = List.of("kemeja batik", "dress batik", "sarung tenun");
    private static final List<Good> GOODS = List.of(Good.ALL.get(0), Good.ALL.get(4), Good.ALL.get(8));
    private static final int LOOKED_AT = 50;

    private final Dice dice;
    private final Witness out;

    Notebook(TwinOptions options, Witness out) {
        this.out = out;
        dice = Dice.of(options.seed(), "notebook");
    }

    @Override
    public void dayEnds(LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            return;
        }
        for (int i = 0; i < KEYWORDS.size(); i++) {
            int place = dice.between(1 + 6 * i, 14 + 22 * i);
            out.listing(new ListingPlace(
                    day,
                    KEYWORDS.get(i),
                    GOODS.get(i),
                    place > LOOKED_AT ? OptionalInt.empty() : OptionalInt.of(place)));
        }
    }
}
