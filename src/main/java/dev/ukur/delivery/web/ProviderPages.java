package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Departures;
import dev.ukur.delivery.access.Departures.Begun;
import dev.ukur.delivery.access.Departures.Departure;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import dev.ukur.delivery.web.identity.Provider;
import dev.ukur.model.ServerSettings.Allowed;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people come in whom an OpenID Connect provider vouches for: there, and back with a code. */
final class ProviderPages {

    static final String GO = Ways.ACCOUNT + "/provider";
    private static final String BACK = GO + "/return";
    private static final String COOKIE = "Set-Cookie";

    private final SignInDesk desk;
    private final SignInPages pages;
    private final Provider provider;
    private final Outside outside;
    private final Departures departures;

    ProviderPages(SignInDesk desk, SignInPages pages, Provider provider, Outside outside, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.provider = provider;
        this.outside = outside;
        this.departures = new Departures(clock);
    }

    List<Route> routes() {
        return List.of(Route.watch(Right.OPEN, GO, this::go), Route.watch(Right.OPEN, BACK, this::back));
    }

    private Reply go(Visit visit) {
        Begun begun = departures.begin(SignInPages.own(visit.asked("to").orElse("/")));
        try {
            return Reply.to(provider.address(begun.departure(), outside.address(visit, BACK)))
                    .header(COOKIE, desk.cookies().departed(visit.context(), begun.code(), Departures.LASTING));
        } catch (ProblemException e) {
            return pages.refused(visit, begun.departure().to(), e);
        }
    }

    private Reply back(Visit visit) {
        String over = desk.cookies().departed(visit.context(), "", Duration.ZERO);
        Optional<Departure> departure = desk.cookies()
                .departure(visit.context())
                .flatMap(code -> departures.end(code, visit.asked("state").orElse("")));
        try {
            Departure from = departure.orElseThrow(() -> refused("oidc-state"));
            String user = user(visit, from);
            desk.users().audit().note(user, "signed-in-provider", desk.address(visit.context()));
            return Reply.to(from.to()).header(COOKIE, desk.begin(visit.context(), user));
        } catch (ProblemException e) {
            String code = e.problems().get(0).code();
            desk.users()
                    .audit()
                    .note(provider.settings().name(), "refused", desk.address(visit.context()) + " " + code);
            return pages.refused(visit, departure.map(Departure::to).orElse("/"), e)
                    .header(COOKIE, over);
        }
    }

    private String user(Visit visit, Departure from) {
        String code = visit.asked("code").orElseThrow(() -> refused("oidc-declined"));
        String email = provider.email(from, code, outside.address(visit, BACK));
        return desk.users().enter(email, allowed(email));
    }

    /** What the first entry that means somebody makes of them. */
    private Optional<Grants> allowed(String email) {
        return provider.settings().allowed().stream()
                .filter(one -> one.means(email))
                .findFirst()
                .flatMap(ProviderPages::grants);
    }

    private static Optional<Grants> grants(Allowed allowed) {
        return Role.of(allowed.role()).map(role -> Grants.of(allowed.workspace().orElse(Grants.EVERYWHERE), role));
    }

    private ProblemException refused(String code) {
        return new ProblemException(Problem.error(code, Location.nowhere())
                .with("provider", provider.settings().name()));
    }
}
