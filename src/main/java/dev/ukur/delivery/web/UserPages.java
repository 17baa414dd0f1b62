package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Link;
import dev.ukur.delivery.access.Passes;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import dev.ukur.delivery.access.Token;
import dev.ukur.delivery.access.Users;
import dev.ukur.delivery.report.dashboard.AccountPage;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Who may do what, and who did what: users, tokens, shared pages, the log. */
final class UserPages {

    private static final String USERS = Ways.ACCOUNT + "/users";
    private static final String TOKENS = Ways.ACCOUNT + "/tokens";
    private static final String ME = Ways.ACCOUNT + "/me";
    private static final int DEEDS_SHOWN = 500;
    private static final int MOST_DAYS = 366;

    private final SignInDesk desk;
    private final Users users;
    private final Premises premises;
    private final Outside outside;
    private final String version;

    UserPages(SignInDesk desk, Premises premises, Outside outside, String version) {
        this.desk = desk;
        this.premises = premises;
        this.users = desk.users();
        this.outside = outside;
        this.version = version;
    }

    /** Those of the server as a whole. */
    List<Route> routes() {
        return List.of(
                Route.watch(Right.SIGNED_IN, ME, visit -> Reply.html(page(visit).me(own(visit)))),
                Route.form(Right.SIGNED_IN, TOKENS, this::makeToken),
                Route.form(Right.SIGNED_IN, TOKENS + "/end", this::endToken),
                Route.watch(Right.MANAGE, USERS, this::users),
                Route.form(Right.MANAGE, USERS + "/invite", this::invite),
                Route.form(Right.MANAGE, USERS + "/role", this::grant),
                Route.form(Right.MANAGE, USERS + "/remove", this::remove),
                Route.watch(
                        Right.MANAGE,
                        Ways.ACCOUNT + "/audit",
                        visit -> Reply.html(page(visit).audit(users.audit().last(DEEDS_SHOWN)))));
    }

    /** Those of each workspace. */
    List<Route> routesOfWorkspace() {
        return List.of(
                Route.watch(Right.DECIDE, "/share", this::shared),
                Route.form(Right.DECIDE, "/share", this::share),
                Route.form(Right.DECIDE, "/share/end", this::endLink));
    }

    private AccountPage page(Visit visit) {
        return new AccountPage(visit.shell(visit.changes() ? "/" : visit.address(), version));
    }

    private List<Token> own(Visit visit) {
        return users.access().tokens().stream()
                .filter(token -> token.user().equals(visit.caller().name()))
                .toList();
    }

    private Reply makeToken(Visit visit) {
        Right scope = Right.scope(visit.sent("scope").orElse(""))
                .orElseThrow(() -> unclear("scope", String.join(", ", Right.words())));
        String label = visit.sent("label").orElse("API");
        String name = visit.caller().name();
        String secret = users.passes().token(name, new Passes.Wanted(label, Set.of(scope), days(visit)), name);
        return Reply.html(page(visit).told("web.token", secret));
    }

    private Reply endToken(Visit visit) {
        String id = visit.sent("id").orElse("");
        if (own(visit).stream().noneMatch(token -> token.id().equals(id))) {
            throw new ProblemException(
                    Problem.error("token-unknown", Location.nowhere()).with("token", id));
        }
        users.passes().endToken(id, visit.caller().name());
        return Reply.to(ME);
    }

    private Reply users(Visit visit) {
        return Reply.html(page(visit).users(users.access(), premises.names()));
    }

    private Reply invite(Visit visit) {
        Grants grants = Grants.of(on(visit), role(visit));
        String code = users.invite(
                visit.sent("name").orElse(""), grants, visit.caller().name());
        return Reply.html(page(visit).told("web.invitation", outside.address(visit, Ways.ACCOUNT + "/join/" + code)));
    }

    private Reply grant(Visit visit) {
        users.grant(
                visit.sent("user").orElse(""),
                on(visit),
                role(visit),
                visit.caller().name());
        return Reply.to(USERS);
    }

    private Reply remove(Visit visit) {
        String user = visit.sent("user").orElse("");
        users.remove(user, visit.caller().name());
        desk.signOutEverywhere(Users.folded(user));
        return Reply.to(USERS);
    }

    private static Role role(Visit visit) {
        return Role.of(visit.sent("role").orElse(""))
                .orElseThrow(() -> unclear("role", String.join(", ", Role.words())));
    }

    /** Everywhere, or one workspace that is there. */
    private String on(Visit visit) {
        String on = visit.sent("on").orElse(Grants.EVERYWHERE);
        if (!on.equals(Grants.EVERYWHERE) && premises.named(on).isEmpty()) {
            throw unclear("on", String.join(", ", premises.names()));
        }
        return on;
    }

    private Reply shared(Visit visit) {
        return Reply.html(page(visit).share(pageOf(visit.asked("page").orElse("/")), links(visit)));
    }

    private List<Link> links(Visit visit) {
        return users.access().links().stream()
                .filter(link -> link.workspace().equals(visit.place().name()))
                .toList();
    }

    private Reply share(Visit visit) {
        String page = pageOf(visit.sent("page").orElse("/"));
        String code =
                users.passes().link(visit.place().name(), page, visit.caller().name(), days(visit));
        return Reply.html(page(visit).told("web.link", outside.address(visit, "/s/" + code)));
    }

    /** The question of a page, in whichever language. */
    private static String pageOf(String address) {
        return Visit.question(SignInPages.own(address));
    }

    private Reply endLink(Visit visit) {
        String id = visit.sent("id").orElse("");
        if (links(visit).stream().anyMatch(link -> link.id().equals(id))) {
            users.passes().endLink(id, visit.caller().name());
        }
        return Reply.to("/share");
    }

    private static Duration days(Visit visit) {
        String text = visit.sent("days").orElse("");
        int days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw unclear("days", "1.." + MOST_DAYS);
        }
        return Duration.ofDays(days);
    }

    private static ProblemException unclear(String field, String allowed) {
        return new ProblemException(Problem.error("web-field", Location.nowhere())
                .with("field", field)
                .with("allowed", allowed));
    }
}
