package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.RollUpPage;
import dev.ukur.delivery.report.dashboard.RollUpPage.Client;
import dev.ukur.delivery.report.dashboard.RollUpPage.Summary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The page of a server with many workspaces: a summary of each that its reader may see, made once for each version of its data and
 * language.
 */
final class RollUp {

    private static final String ALL = Ways.ACCOUNT + "/all";

    private final Premises premises;
    private final String version;
    private final KeptByVersion<Summary> kept = new KeptByVersion<>();

    RollUp(Premises premises, String version) {
        this.premises = premises;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.watch(Right.SIGNED_IN, "/", visit -> Reply.to(ALL)),
                Route.watch(Right.SIGNED_IN, ALL, this::page),
                Route.watch(
                        Right.SIGNED_IN,
                        Ways.ACCOUNT + "/clients.css",
                        visit -> AppearancePages.styleOfAll(visit, premises)));
    }

    private Reply page(Visit visit) {
        RollUpPage page = new RollUpPage(visit.shell(visit.address(), version));
        List<Place> places = premises.places();
        List<Summary> clients = IntStream.range(0, places.size())
                .filter(index -> visit.caller().may(Right.VIEW, places.get(index)))
                .mapToObj(index -> summary(visit, page, index))
                .toList();
        return Reply.html(page.html(clients));
    }

    private Summary summary(Visit visit, RollUpPage page, int index) {
        Place place = premises.places().get(index);
        String key = place.name() + " " + visit.say().language().code();
        return kept.of(
                key,
                place.version(),
                () -> page.summary(new Client(place.base(), AppearancePages.mark(index), visit.ukurOf(place))));
    }
}
