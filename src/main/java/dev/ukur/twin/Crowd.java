package dev.ukur.twin;

import dev.ukur.time.Period;
import dev.ukur.twin.Incident.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The people who visit the web shop, day after day. A visitor has at most one visit to come; those with none wait in a
 * bounded room of acquaintances, from which mailings and idle moments bring some back. Memory holds open visits only.
 */
final class Crowd {

    private static final int HORIZON_DAYS = 128;
    private static final double FIRST_VISITS = 0.635;
    private static final double BACK_BY_MAIL = 0.75;
    private static final double NEW_COOKIE = 0.12;
    private static final int LARGEST_ROOM = 50_000;
    private static final long GAP = 36 * Jakarta.MINUTE;
    private static final long LAST_START = 21 * Jakarta.HOUR + 15 * Jakarta.MINUTE;

    private static final double[] HOURS = {
        1.2, 0.6, 0.3, 0.3, 0.6, 1.4, 2.4, 3.4, 4.4, 5.0, 5.2, 5.1, 5.6, 5.2, 4.6, 4.4, 4.6, 4.8, 5.4, 7.0, 8.2, 7.6,
        5.2, 2.8
    };

    private final TwinOptions options;
    private final Season season;
    private final Faults faults;
    private final Dice dice;
    private final WebShop shop;
    private final Newsletter newsletter;
    private final Touches touches;
    private final List<List<Call>> coming = new ArrayList<>();
    private final List<Visitor> acquaintances = new ArrayList<>();
    private final Weighted<Integer> hours;
    private int people;

    Crowd(TwinOptions options, Season season, Newsletter newsletter) {
        this.options = options;
        this.season = season;
        this.newsletter = newsletter;
        faults = new Faults(options.incidents());
        dice = Dice.of(options.seed(), "crowd");
        shop = new WebShop(
                Dice.of(options.seed(), "till"),
                season,
                faults,
                Jakarta.midnight(options.lastDay().plusDays(1)));
        touches = new Touches(dice);
        for (int i = 0; i < HORIZON_DAYS; i++) {
            coming.add(new ArrayList<>());
        }
        List<Integer> allHours = new ArrayList<>();
        for (int hour = 0; hour < HOURS.length; hour++) {
            allHours.add(hour);
        }
        hours = new Weighted<>(allHours, hour -> HOURS[hour]);
    }

    /** Lives through a day and tells the witness of every visit and order. */
    void live(LocalDate day, Witness witness) {
        PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparingLong(Call::start)
                .thenComparingLong(call -> call.visitor().id()));
        calls.addAll(coming(day));
        coming(day).clear();
        strangers(day, calls);
        readers(day, calls);
        while (!calls.isEmpty()) {
            Call call = calls.poll();
            long earliest = call.visitor().lastHit() + GAP;
            if (call.start() < earliest) {
                arrange(call.at(earliest + dice.between(1, 90) * Jakarta.MINUTE), day, calls);
            } else if (fits(call)) {
                visit(call, day, calls, witness);
            }
        }
    }

    /** On the last day nobody starts a visit that could outlast it. */
    private boolean fits(Call call) {
        return call.start() < Jakarta.midnight(options.lastDay()) + LAST_START;
    }

    private void strangers(LocalDate day, PriorityQueue<Call> calls) {
        double mean = options.visitsPerDay() * FIRST_VISITS * season.web(day);
        int count = dice.poisson(mean);
        for (int i = 0; i < count; i++) {
            Call call = new Call(moment(day, 0), stranger(), touches.first());
            double left = faults.left(Kind.TRAFFIC, day, call.touch().channel().label());
            if (left == 1 || dice.chance(left)) {
                calls.add(call);
            }
        }
    }

    private void readers(LocalDate day, PriorityQueue<Call> calls) {
        for (Touch touch : newsletter.clicks(day, dice)) {
            Call call = new Call(moment(day, 10), dice.chance(BACK_BY_MAIL) ? acquaintance() : stranger(), touch);
            calls.add(call);
        }
    }

    private Visitor stranger() {
        people++;
        return new Visitor(dice.bits(), device(), new Person(people));
    }

    private Device device() {
        double turn = dice.unit();
        if (turn < 0.74) {
            return Device.MOBILE;
        }
        return turn < 0.96 ? Device.DESKTOP : Device.TABLET;
    }

    private Visitor acquaintance() {
        if (acquaintances.isEmpty()) {
            return stranger();
        }
        int at = dice.below(acquaintances.size());
        Visitor back = acquaintances.get(at);
        Visitor last = acquaintances.remove(acquaintances.size() - 1);
        if (last != back) {
            acquaintances.set(at, last);
        }
        return back;
    }

    private void visit(Call call, LocalDate day, PriorityQueue<Call> calls, Witness witness) {
        Visitor visitor = call.visitor();
        List<Hit> hits = new VisitScript(dice, shop, faults, call).play();
        boolean tracked = !dice.chance(faults.lossOn(day));
        Visitor.Firsts firsts = tracked
                ? visitor.noteTracked(Jakarta.month(call.start()), call.touch().channel())
                : Visitor.Firsts.UNSEEN;
        Visit visit = new Visit(visitor, call.touch(), call.start(), hits, tracked, firsts);
        visitor.leave(call.start() + visit.seconds() * Jakarta.SECOND);
        witness.visit(visit);
        if (hits.stream().anyMatch(hit -> hit.kind().identifies())) {
            visitor.person().becomeKnown();
        }
        for (WebOrder order : visit.orders()) {
            boolean first = !order.isCancelled() && !visitor.person().customer();
            if (!order.isCancelled()) {
                visitor.person().becomeCustomer();
            }
            witness.order(order, visit, first);
        }
        comeBack(visit, day, calls);
    }

    private void comeBack(Visit visit, LocalDate day, PriorityQueue<Call> calls) {
        Visitor visitor = visit.visitor();
        double turn = dice.unit();
        if (visit.count(Hit.Kind.ORDER_COMPLETED) > 0) {
            if (turn < visit.touch().lane().worth().again()) {
                Visitor later =
                        dice.chance(NEW_COOKIE) ? new Visitor(dice.bits(), device(), visitor.person()) : visitor;
                later.warm(2.1);
                plan(later, day.plusDays(dice.between(16, 95)));
                return;
            }
        } else if (visit.count(Hit.Kind.PRODUCT_ADDED) > 0) {
            if (turn < 0.55) {
                visitor.warm(2.3);
                soon(visit, day, calls);
                return;
            }
        } else if (visit.hits().size() > 2 && turn < 0.3) {
            visitor.warm(1.35);
            plan(visitor, day.plusDays(dice.between(1, 21)));
            return;
        } else if (turn < 0.06) {
            plan(visitor, day.plusDays(dice.between(1, 30)));
            return;
        }
        rest(visitor);
    }

    /** A filled cart is thought over: a few hours or up to ten days. */
    private void soon(Visit visit, LocalDate day, PriorityQueue<Call> calls) {
        if (dice.chance(0.3)) {
            long start = visit.visitor().lastHit() + GAP + dice.between(5, 300) * Jakarta.MINUTE;
            arrange(new Call(start, visit.visitor(), touches.later()), day, calls);
        } else {
            plan(visit.visitor(), day.plusDays(dice.between(1, 10)));
        }
    }

    private void arrange(Call call, LocalDate today, PriorityQueue<Call> calls) {
        LocalDate day = Jakarta.day(call.start());
        if (day.isAfter(today)) {
            coming(day).add(call);
        } else {
            calls.add(call);
        }
    }

    private void plan(Visitor visitor, LocalDate day) {
        coming(day).add(new Call(moment(day, 0), visitor, touches.later()));
    }

    private void rest(Visitor visitor) {
        visitor.warm(Math.min(visitor.warmth(), 1.2));
        int room = Math.min(LARGEST_ROOM, 40 * options.visitsPerDay());
        if (acquaintances.size() < room) {
            acquaintances.add(visitor);
        } else {
            acquaintances.set(dice.below(room), visitor);
        }
    }

    private List<Call> coming(LocalDate day) {
        return coming.get(Math.floorMod(day.toEpochDay(), HORIZON_DAYS));
    }

    /** A moment of the day, not before that hour. */
    private long moment(LocalDate day, int fromHour) {
        int hour = hours.draw(dice);
        while (hour < fromHour) {
            hour = hours.draw(dice);
        }
        return Jakarta.midnight(day) + hour * Jakarta.HOUR + dice.below((int) Jakarta.HOUR);
    }

    /** All days of a run, in order. */
    static List<LocalDate> each(Period days) {
        return days.first().datesUntil(days.last().plusDays(1)).toList();
    }
}
