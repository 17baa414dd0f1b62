package dev.ukur.delivery.access;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Tokens of programs and links that show a page: codes that stand in for a user who made them. */
public final class Passes {

    /** Tells a token from other secrets, for programs that look for lost ones. */
    private static final String MARK = "ukur_";

    private final AccessBook book;
    private final Audit audit;
    private final Clock clock;

    Passes(AccessBook book, Audit audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a new token is for. */
    public record Wanted(String label, Set<Right> scopes, Duration lasting) {}

    /**
     * Makes a token in the name of a user.
     *
     * @param by who makes it, for the log
     * @return the secret, shown once
     * @throws ProblemException with {@code user-unknown}
     */
    public String token(String user, Wanted wanted, String by) {
        String name = Users.folded(user);
        String secret = MARK + Secret.fresh();
        Instant now = clock.instant();
        Token token = new Token(
                Secret.id(),
                Secret.hash(secret),
                wanted.label(),
                name,
                wanted.scopes(),
                now,
                now.plus(wanted.lasting()));
        book.change(access -> {
            if (access.user(name).isEmpty()) {
                throw new ProblemException(
                        Problem.error("user-unknown", Location.nowhere()).with("user", name));
            }
            return access.at(now).with(token);
        });
        audit.note(by, "token-made", token.id() + " (" + name + ")");
        return secret;
    }

    /** The token of a secret. */
    public Optional<Token> token(String secret) {
        String hash = Secret.hash(secret);
        return now().tokens().stream().filter(one -> one.hash().equals(hash)).findFirst();
    }

    /**
     * Ends a token.
     *
     * @throws ProblemException with {@code token-unknown}
     */
    public void endToken(String id, String by) {
        book.change(access -> {
            if (access.tokens().stream().noneMatch(token -> token.id().equals(id))) {
                throw new ProblemException(
                        Problem.error("token-unknown", Location.nowhere()).with("token", id));
            }
            return access.withoutToken(id);
        });
        audit.note(by, "token-ended", id);
    }

    /**
     * Shares a page.
     *
     * @param address inside the workspace, with its question
     * @return the code of the link, shown once
     */
    public String link(String workspace, String address, String by, Duration lasting) {
        String code = Secret.fresh();
        Instant now = clock.instant();
        Link link = new Link(Secret.id(), Secret.hash(code), workspace, address, by, now.plus(lasting));
        book.change(access -> access.at(now).with(link));
        audit.note(by, "shared", workspace + " " + address);
        return code;
    }

    /** The link of a code; gone when it has ended or whoever shared it is no user any more. */
    public Optional<Link> link(String code) {
        String hash = Secret.hash(code);
        return now().links().stream().filter(one -> one.hash().equals(hash)).findFirst();
    }

    /** Ends a link; nothing happens when it has ended already. */
    public void endLink(String id, String by) {
        book.change(access -> access.withoutLink(id));
        audit.note(by, "unshared", id);
    }

    private Access now() {
        return book.read().at(clock.instant());
    }
}
