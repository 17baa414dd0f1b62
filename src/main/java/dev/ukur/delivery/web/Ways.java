package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.json.JsonReports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every way into a server.
 *
 * @param ofWorkspace for each workspace, under its address
 * @param ofServer once
 */
record Ways(List<Route> ofWorkspace, List<Route> ofServer) {

    /** What the addresses of pages about people begin with. */
    static final String ACCOUNT = "/account";

    Ways {
        ofWorkspace = List.copyOf(ofWorkspace);
        ofServer = List.copyOf(ofServer);
    }

    /** Those that every server has. */
    static Ways of(Premises premises, String version) {
        List<Route> pages = new ArrayList<>(new Dashboard(version).routes());
        pages.addAll(AppearancePages.routes(premises));
        pages.addAll(new Api(version).routes());
        List<Route> server = new ArrayList<>(Dashboard.assets());
        server.add(Route.watch(Right.OPEN, "/health", visit -> health(visit, premises, version)));
        if (premises.areMany()) {
            server.addAll(new RollUp(premises, version).routes());
        }
        return new Ways(pages, server);
    }

    /** With those of a server where people sign in. */
    Ways with(SignInPages signIn, UserPages users) {
        List<Route> pages = new ArrayList<>(ofWorkspace);
        pages.addAll(users.routesOfWorkspace());
        List<Route> server = new ArrayList<>(ofServer);
        server.addAll(signIn.routes());
        server.addAll(users.routes());
        return new Ways(pages, server);
    }

    /** With those of a server where people may sign in elsewhere. */
    Ways with(ProviderPages provider) {
        List<Route> server = new ArrayList<>(ofServer);
        server.addAll(provider.routes());
        return new Ways(ofWorkspace, server);
    }

    private static Reply health(Visit visit, Premises premises, String version) {
        String data = premises.places().stream().map(Place::version).collect(Collectors.joining(" "));
        return Reply.json(new JsonReports(visit.say()).health(version, data) + "\n");
    }
}
