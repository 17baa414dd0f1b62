package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.RollUpPage;
import dev.ukur.delivery.report.dashboard.RollUpPage.Client;
import java.util.List;

/** The page of a server with many workspaces: a summary of each that its reader may see. */
final class RollUp {

    private static final String ALL = Ways.ACCOUNT + "/all";

    private final Premises premises;
    private final String version;

    RollUp(Premises premises, String version) {
        this.premises = premises;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.watch(Right.SIGNED_IN, "/", visit -> Reply.to(ALL)),
                Route.watch(Right.SIGNED_IN, ALL, this::page));
    }

    private Reply page(Visit visit) {
        List<Client> clients = premises.places().stream()
                .filter(place -> visit.caller().may(Right.VIEW, place))
                .flatMap(place -> place.workspace().stream()
                        .map(opened ->
                                new Client(place.base() + "/", opened.shared().ukur())))
                .toList();
        return Reply.html(new RollUpPage(visit.shell(visit.address(), version)).html(clients));
    }
}
