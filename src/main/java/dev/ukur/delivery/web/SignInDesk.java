package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Patience;
import dev.ukur.delivery.access.SignIns;
import dev.ukur.delivery.access.Users;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Signs people in and out. Whoever guesses waits: by address, by name, and most by both. */
final class SignInDesk {

    private static final int FREE_OF_BOTH = 5;
    private static final int FREE_OF_ADDRESS = 30;
    private static final int FREE_OF_NAME = 100;

    private final Users users;
    private final SignIns signIns;
    private final Cookies cookies;
    private final Outside outside;
    private final Optional<String> provider;
    private final Patience both;
    private final Patience addresses;
    private final Patience names;

    /**
     * The desk of a server.
     *
     * @param provider the name of one that people may sign in with instead
     */
    SignInDesk(Users users, Outside outside, Optional<String> provider, Clock clock) {
        this.users = users;
        this.provider = provider;
        this.outside = outside;
        this.cookies = new Cookies(outside.isSecure());
        this.signIns = new SignIns(clock);
        this.both = new Patience(clock, FREE_OF_BOTH);
        this.addresses = new Patience(clock, FREE_OF_ADDRESS);
        this.names = new Patience(clock, FREE_OF_NAME);
    }

    Users users() {
        return users;
    }

    Optional<String> provider() {
        return provider;
    }

    Cookies cookies() {
        return cookies;
    }

    Reception reception() {
        return new Reception(users, signIns, cookies);
    }

    /**
     * Signs somebody in by their password.
     *
     * @return the cookie that says so; empty when name and password do not belong together
     * @throws ProblemException with {@code web-wait}
     */
    Optional<String> signIn(Context context, String name, String password) {
        String user = Users.folded(name);
        String address = address(context);
        Map<Patience, String> keys = Map.of(both, user + "\n" + address, addresses, address, names, user);
        keys.forEach((patience, key) -> requireTime(patience.attempt(key)));
        if (!users.knows(user, password)) {
            users.audit().note(user, "refused", address);
            return Optional.empty();
        }
        keys.forEach(Patience::forgive);
        users.audit().note(user, "signed-in", address);
        return Optional.of(begin(context, user));
    }

    /** Begins a sign-in under a new code, whatever the browser had before. */
    String begin(Context context, String user) {
        cookies.signIn(context).ifPresent(signIns::end);
        return cookies.signedIn(context, signIns.begin(user), SignIns.WHOLE);
    }

    /** The cookie that ends a sign-in. */
    String signOut(Context context, String user) {
        cookies.signIn(context).ifPresent(signIns::end);
        users.audit().note(user, "signed-out", address(context));
        return cookies.signedIn(context, "", Duration.ZERO);
    }

    /** Signs a user out in every browser. */
    void signOutEverywhere(String user) {
        signIns.endAllOf(user);
    }

    /** From where somebody asks. */
    String address(Context context) {
        return outside.from(context);
    }

    private static void requireTime(Duration wait) {
        if (!wait.isZero()) {
            long seconds = wait.plusMillis(999).toSeconds();
            throw new ProblemException(
                    Problem.error("web-wait", Location.nowhere()).with("count", seconds));
        }
    }
}
