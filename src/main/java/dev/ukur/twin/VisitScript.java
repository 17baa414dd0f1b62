package dev.ukur.twin;

import dev.ukur.twin.Hit.Kind;
import dev.ukur.twin.Lane.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a visitor does in a visit, from the first page to the last. */
final class VisitScript {

    private static final double LOOKS_AT_GOOD = 0.72;
    private static final double FILLS_CART = 0.19;
    private static final double STARTS_CHECKOUT = 0.6;
    private static final double COMPLETES = 0.62;
    private static final double ASKS = 0.021;
    private static final double JOINS = 0.012;
    private static final int LONGEST_SECONDS = 2 * 3_600;

    private final Dice dice;
    private final WebShop shop;
    private final Faults faults;
    private final Call call;
    private final List<Hit> hits = new ArrayList<>(8);
    private int second;

    VisitScript(Dice dice, WebShop shop, Faults faults, Call call) {
        this.dice = dice;
        this.shop = shop;
        this.faults = faults;
        this.call = call;
    }

    /** Plays the visit; its hits in order, at least one. */
    List<Hit> play() {
        add(Kind.PAGE, landing());
        Worth worth = call.touch().lane().worth();
        if (dice.chance(
                Math.min(0.92, worth.stay() * StrictMath.sqrt(call.visitor().warmth())))) {
            browse(worth);
        } else if (dice.chance(0.1)) {
            later(12, 90);
            add(Kind.SCROLLED, hits.get(0).page());
        }
        return List.copyOf(hits);
    }

    private Page landing() {
        Touch touch = call.touch();
        if (touch.term().contains("seragam")) {
            return Page.UNIFORM;
        }
        return switch (touch.channel()) {
            case DIRECT -> Page.HOME;
            case EMAIL, WHATSAPP -> Page.PROMO;
            case PAID_SOCIAL -> shop.pick().page();
            default -> dice.chance(0.35) ? Page.HOME : dice.any(Page.SHELVES);
        };
    }

    private void browse(Worth worth) {
        int shelves = 1 + dice.poisson(0.7);
        for (int i = 0; i < shelves; i++) {
            view(dice.any(Page.SHELVES));
        }
        if (!call.visitor().person().asked() && dice.chance(ASKS * worth.lead())) {
            ask();
        } else if (mayJoin() && dice.chance(JOINS * worth.buying())) {
            join();
        } else if (dice.chance(LOOKS_AT_GOOD)) {
            shopAround(worth);
        }
    }

    private void ask() {
        view(Page.UNIFORM);
        later(30, 240);
        add(Kind.FORM_SUBMITTED, Page.UNIFORM);
        call.visitor().person().ask();
    }

    /** Members join by day and not on the 1st, see {@link Membership}. */
    private boolean mayJoin() {
        long wall = Math.floorMod(call.start() + 7 * Jakarta.HOUR, Jakarta.DAY);
        return !call.visitor().person().member()
                && wall >= 7 * Jakarta.HOUR
                && wall < 22 * Jakarta.HOUR
                && Jakarta.day(call.start()).getDayOfMonth() > 1;
    }

    private void join() {
        view(Page.CLUB);
        later(40, 300);
        add(Kind.SIGNED_UP, Page.CLUB);
    }

    private void shopAround(Worth worth) {
        int looks = 1 + dice.poisson(0.6);
        Good good = shop.pick();
        for (int i = 0; i < looks; i++) {
            good = shop.pick();
            view(good.page());
            later(1, 3);
            hits.add(new Hit(Kind.PRODUCT_VIEWED, second, good.page(), good, null));
        }
        double left = faults.left(Incident.Kind.CART, Jakarta.day(call.start()), device());
        double fills = FILLS_CART * worth.buying() * call.visitor().warmth() * left;
        if (dice.chance(Math.min(0.85, fills))) {
            buy(good, worth);
        }
    }

    private void buy(Good good, Worth worth) {
        later(10, 120);
        hits.add(new Hit(Kind.PRODUCT_ADDED, second, good.page(), good, null));
        view(Page.CART);
        if (!dice.chance(STARTS_CHECKOUT)) {
            return;
        }
        view(Page.CHECKOUT);
        later(1, 2);
        hits.add(new Hit(Kind.CHECKOUT_STARTED, second, Page.CHECKOUT, good, null));
        LocalDate day = Jakarta.day(call.start());
        if (dice.chance(COMPLETES * faults.left(Incident.Kind.CHECKOUT, day, device()))) {
            pay(good, worth);
        }
    }

    private void pay(Good good, Worth worth) {
        later(45, 400);
        Person person = call.visitor().person();
        WebOrder order = shop.place(person, call.start() + second * Jakarta.SECOND, good, worth.basket());
        hits.add(new Hit(Kind.ORDER_COMPLETED, second, Page.THANKS, null, order));
        later(1, 2);
        add(Kind.PAGE, Page.THANKS);
    }

    private String device() {
        return call.visitor().device().word();
    }

    private void view(Page page) {
        later(6, 95);
        add(Kind.PAGE, page);
    }

    private void add(Kind kind, Page page) {
        hits.add(new Hit(kind, second, page, null, null));
    }

    /** Time passes; now and then the phone rings, but never for the half hour that would end the visit. */
    private void later(int low, int high) {
        boolean interrupted = dice.chance(0.02) && second < LONGEST_SECONDS;
        second += interrupted ? dice.between(300, 1_200) : dice.between(low, high);
    }
}
