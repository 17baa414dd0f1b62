package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Access;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Link;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import dev.ukur.delivery.access.SignIns;
import dev.ukur.delivery.access.Token;
import dev.ukur.delivery.access.User;
import dev.ukur.delivery.access.Users;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** Finds out who asks, where people sign in: by the token of a program, a sign-in, or a link. */
final class Reception {

    private static final String BEARER = "Bearer ";
    private static final Set<Right> OF_PEOPLE = Caller.ALL;

    private final Users users;
    private final SignIns signIns;
    private final Cookies cookies;

    Reception(Users users, SignIns signIns, Cookies cookies) {
        this.users = users;
        this.signIns = signIns;
        this.cookies = cookies;
    }

    /** A wrong token is nobody, also where the browser has a sign-in. */
    Caller caller(Context context) {
        String authorization = context.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return byToken(authorization.substring(BEARER.length()).strip()).orElse(Caller.NOBODY);
        }
        return cookies.signIn(context)
                .flatMap(signIns::of)
                .flatMap(this::bySignIn)
                .or(() -> cookies.link(context).flatMap(this::byLink))
                .orElse(Caller.NOBODY);
    }

    private Optional<Caller> byToken(String secret) {
        Access access = users.access();
        return users.passes()
                .token(secret)
                .flatMap(token -> access.user(token.user()).map(user -> ofToken(token, user)));
    }

    private static Caller ofToken(Token token, User user) {
        return new Caller(
                Caller.Means.TOKEN,
                user.name() + " (" + token.label() + ")",
                user.grants(),
                token.scopes(),
                Optional.empty(),
                "");
    }

    private Optional<Caller> bySignIn(SignIns.SignIn signIn) {
        return users.access()
                .user(signIn.user())
                .map(user -> new Caller(
                        Caller.Means.SIGN_IN,
                        user.name(),
                        user.grants(),
                        OF_PEOPLE,
                        Optional.empty(),
                        signIn.formToken()));
    }

    /** A link shows no more than whoever shared it may still see. */
    private Optional<Caller> byLink(String code) {
        return users.passes()
                .link(code)
                .filter(this::isStillAllowed)
                .map(link -> new Caller(
                        Caller.Means.LINK,
                        link.by() + " (" + link.id() + ")",
                        Grants.of(link.workspace(), Role.VIEWER),
                        Set.of(Right.VIEW),
                        Optional.of(link.address()),
                        ""));
    }

    private boolean isStillAllowed(Link link) {
        return users.access()
                .user(link.by())
                .filter(user -> user.grants().allow(Right.DECIDE, link.workspace()))
                .isPresent();
    }
}
