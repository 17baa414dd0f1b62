package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Invitation;
import dev.ukur.delivery.access.Link;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.AccountPage;
import dev.ukur.delivery.report.dashboard.Shell;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How people come in and go: by password, by invitation, by the link of a page. */
final class SignInPages {

    private static final String SIGN_IN = Ways.ACCOUNT + "/sign-in";
    private static final String JOIN = Ways.ACCOUNT + "/join/{code}";
    private static final int UNAUTHORIZED = 401;
    private static final String COOKIE = "Set-Cookie";

    private final SignInDesk desk;
    private final Premises premises;
    private final Clock clock;
    private final String version;

    SignInPages(SignInDesk desk, Premises premises, Clock clock, String version) {
        this.desk = desk;
        this.premises = premises;
        this.clock = clock;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.watch(
                        Right.OPEN,
                        SIGN_IN,
                        visit -> Reply.html(
                                page(visit).signIn(own(visit.asked("to").orElse("/")), List.of(), desk.provider()))),
                Route.enter(SIGN_IN, this::signIn),
                Route.form(Right.SIGNED_IN, Ways.ACCOUNT + "/sign-out", this::signOut),
                Route.watch(Right.OPEN, JOIN, this::invited),
                Route.enter(JOIN, this::join),
                Route.watch(Right.OPEN, "/s/{code}", this::link));
    }

    /** Leads to the sign-in, and from there back to what was asked. */
    static Reply askFirst(Visit visit) {
        String asked = Shell.Standing.under(visit.place().base(), visit.address());
        return Reply.to(SIGN_IN + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }

    private AccountPage page(Visit visit) {
        return new AccountPage(visit.shell(SIGN_IN, version));
    }

    private Reply signIn(Visit visit) {
        String to = visit.sent("to").orElse("/");
        return desk.signIn(
                        visit.context(),
                        visit.sent("name").orElse(""),
                        visit.sentAsIs("password").orElse(""))
                .map(cookie -> Reply.to(own(to)).header(COOKIE, cookie))
                .orElseGet(() -> again(visit, to, List.of(visit.say().text("web.signin.wrong")), UNAUTHORIZED));
    }

    /** The page again, with why nobody was let in. */
    Reply refused(Visit visit, String to, ProblemException refused) {
        List<String> words = new ArrayList<>();
        refused.problems().forEach(problem -> {
            words.add(visit.say().sentence(problem));
            visit.say().fix(problem).ifPresent(words::add);
        });
        return again(visit, to, words, Refusal.status(refused.problems()));
    }

    private Reply again(Visit visit, String to, List<String> words, int status) {
        return Reply.html(page(visit).signIn(own(to), words, desk.provider())).status(status);
    }

    /** Only an address of this server: nobody is led elsewhere by a link that looks like ours. */
    static String own(String to) {
        return to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? to : "/";
    }

    private Reply signOut(Visit visit) {
        String cookie = desk.signOut(visit.context(), visit.caller().name());
        return Reply.to(SIGN_IN).header(COOKIE, cookie);
    }

    private Reply invited(Visit visit) {
        String code = visit.part("code");
        return Reply.html(page(visit).join(code, desk.users().invitation(code), List.of()));
    }

    private Reply join(Visit visit) {
        String code = visit.part("code");
        Invitation invitation = desk.users().invitation(code);
        try {
            String user = desk.users()
                    .join(
                            code,
                            visit.sent("name").orElse(""),
                            visit.sentAsIs("password").orElse(""));
            desk.signOutEverywhere(user);
            return Reply.to("/").header(COOKIE, desk.begin(visit.context(), user));
        } catch (ProblemException e) {
            return Reply.html(page(visit).join(code, invitation, e.problems())).status(Refusal.status(e.problems()));
        }
    }

    /** The browser keeps the code, so that the page's address holds none. */
    private Reply link(Visit visit) {
        String code = visit.part("code");
        Link link = desk.users()
                .passes()
                .link(code)
                .orElseThrow(() -> new ProblemException(Problem.error("link-gone", Location.nowhere())));
        Duration left = Duration.between(clock.instant(), link.until());
        Optional<Place> place = premises.named(link.workspace());
        String to = Shell.Standing.under(place.map(Place::base).orElse(""), link.address());
        return Reply.to(to).header(COOKIE, desk.cookies().linked(visit.context(), code, left));
    }
}
