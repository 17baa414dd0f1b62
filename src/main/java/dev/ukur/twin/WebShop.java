package dev.ukur.twin;

import dev.ukur.twin.Incident.Kind;
import dev.ukur.twin.WebOrder.Fate;
import dev.ukur.twin.WebOrder.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The till of the web shop: makes orders and knows already what will become of them until the last day. */
final class WebShop {

    private static final int FIRST_NUMBER = 1001;
    private static final double CANCELLED = 0.05;
    private static final double REFUNDED = 0.03;
    private static final double PARTLY_REFUNDED = 0.02;
    private static final List<Integer> SHIPPING = List.of(9_000, 12_000, 15_000, 20_000, 28_000);

    private final Dice dice;
    private final Season season;
    private final Faults faults;
    private final long end;
    private final Weighted<Good> goods = new Weighted<>(Good.ALL, Good::weight);
    private int next = FIRST_NUMBER;

    /** A shop whose records end at a moment. */
    WebShop(Dice dice, Season season, Faults faults, long end) {
        this.dice = dice;
        this.season = season;
        this.faults = faults;
        this.end = end;
    }

    /** Something to look at. */
    Good pick() {
        return goods.draw(dice);
    }

    /** An order of the thing looked at and perhaps more. */
    WebOrder place(Person person, long moment, Good wanted, double basket) {
        List<Line> lines = lines(wanted, basket);
        long gross = WebOrder.gross(lines);
        LocalDate day = Jakarta.day(moment);
        Optional<String> promotion = season.promotion(day);
        String code = promotion.filter(ignored -> dice.chance(0.7)).orElse("");
        long discount = code.isEmpty() ? 0 : gross / 10 / 1_000 * 1_000;
        discount += (long) ((gross - discount) * (1 - faults.left(Kind.PRICE, day, "")));
        long shipping = gross - discount >= 500_000 ? 0 : dice.any(SHIPPING);
        Fate fate = fate(moment, gross - discount + shipping);
        String name = "#" + next++;
        return new WebOrder(name, person, moment, lines, code, discount, shipping, fate);
    }

    private List<Line> lines(Good wanted, double basket) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(wanted, dice.chance(0.15 * basket) ? 2 : 1));
        while (lines.size() < 4 && dice.chance(0.28 * basket)) {
            Good more = pick();
            if (lines.stream().noneMatch(line -> line.good().equals(more))) {
                lines.add(new Line(more, 1));
            }
        }
        return lines;
    }

    private Fate fate(long moment, long total) {
        OptionalLong never = OptionalLong.empty();
        if (dice.chance(CANCELLED)) {
            OptionalLong cancelled = until(moment + dice.between(1, 47) * Jakarta.HOUR);
            return new Fate(cancelled.isPresent() ? "voided" : "pending", never, cancelled, false, 0);
        }
        OptionalLong paid = until(moment + dice.between(20, 3_600) * Jakarta.SECOND);
        if (paid.isEmpty()) {
            return new Fate("pending", never, never, false, 0);
        }
        boolean shipped = moment + Jakarta.DAY < end;
        boolean settled = moment + dice.between(4, 14) * Jakarta.DAY < end;
        double turn = dice.unit();
        if (settled && turn < REFUNDED) {
            return new Fate("refunded", paid, never, shipped, total);
        }
        if (settled && turn < REFUNDED + PARTLY_REFUNDED) {
            return new Fate("partially_refunded", paid, never, shipped, total / 3_000 * 1_000);
        }
        return new Fate("paid", paid, never, shipped, 0);
    }

    private OptionalLong until(long moment) {
        return moment < end ? OptionalLong.of(moment) : OptionalLong.empty();
    }
}
