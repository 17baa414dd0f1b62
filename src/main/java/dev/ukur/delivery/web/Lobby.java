package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Allowance;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every request passes before it is answered: who asks, how often, and whether they may. Where nobody signs in, everybody is
 * taken for whoever sits at this machine.
 */
final class Lobby {

    private static final int STRANGERS_AT_ONCE = 60;
    private static final int KNOWN_AT_ONCE = 300;
    private static final double STRANGERS_A_SECOND = 2;
    private static final double KNOWN_A_SECOND = 30;

    private final Gate gate;
    private final Optional<SignInDesk> signIn;
    private final Outside outside;
    private final Allowance strangers;
    private final Allowance known;

    Lobby(Gate gate, Optional<SignInDesk> signIn, Outside outside, Clock clock) {
        this.gate = gate;
        this.signIn = signIn;
        this.outside = outside;
        this.strangers = new Allowance(clock, STRANGERS_AT_ONCE, STRANGERS_A_SECOND);
        this.known = new Allowance(clock, KNOWN_AT_ONCE, KNOWN_A_SECOND);
    }

    Gate gate() {
        return gate;
    }

    Caller caller(Context context) {
        return signIn.map(desk -> desk.reception().caller(context)).orElseGet(() -> Caller.here(gate.token()));
    }

    /**
     * Lets a request in.
     *
     * @throws ProblemException with {@code web-too-often}, or what the gate says
     */
    void admit(Context context, Visit visit, Route route) {
        if (signIn.isPresent() && !isInTime(context, visit.caller())) {
            throw new ProblemException(Problem.error("web-too-often", Location.nowhere()));
        }
        gate.admit(context, visit, route);
    }

    private boolean isInTime(Context context, Caller caller) {
        return caller.means() == Caller.Means.NONE
                ? strangers.take(signIn.orElseThrow().address(context))
                : known.take(caller.means() + caller.name());
    }

    /** Where a browser has to go first, when it came in the clear to a proxy that speaks https. */
    Optional<String> safer(Context context) {
        return outside.safer(context);
    }

    /** Whether somebody nobody knows has the code of a link that showed a page: it has ended or was taken back. */
    boolean hadLink(Visit visit) {
        return visit.caller().means() == Caller.Means.NONE
                && signIn.filter(desk -> desk.cookies().link(visit.context()).isPresent())
                        .isPresent();
    }

    /** What a page looks like to its caller: part of which version of it they have. */
    String sight(Visit visit) {
        return visit.caller().formToken()
                + visit.caller().name()
                + visit.caller().offers(visit.place()).stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining());
    }

    /** Writes into the log what was changed and by whom; pages of accounts do so themselves, in more words. */
    void note(Visit visit, Route route, int status) {
        if (route.kind().writes() && status < Reply.WRONG && !route.path().startsWith(Ways.ACCOUNT)) {
            signIn.ifPresent(desk -> desk.users()
                    .audit()
                    .note(visit.caller().name(), "changed", visit.place().name() + " " + visit.path()));
        }
    }
}
