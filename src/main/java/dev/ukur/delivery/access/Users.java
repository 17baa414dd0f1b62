package dev.ukur.delivery.access;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The users of a server: inviting, joining, roles, passwords. Every change is written into the log. */
public final class Users {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,79}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final Duration INVITED_FOR = Duration.ofDays(7);
    private static final String ANYBODY = "";

    private final AccessBook book;
    private final Audit audit;
    private final Clock clock;

    private Users(AccessBook book, Audit audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of the folder that is served: a workspace, or one that holds workspaces. */
    public static Users of(Path served, Clock clock) {
        Path folder = served.resolve(".ukur").resolve("access");
        return new Users(new AccessBook(folder), new Audit(folder, clock), clock);
    }

    /** All that holds now. */
    public Access access() {
        return book.read().at(clock.instant());
    }

    public Audit audit() {
        return audit;
    }

    /** Tokens and links made in the name of these users. */
    public Passes passes() {
        return new Passes(book, audit, clock);
    }

    /**
     * Invites somebody, or lets a user choose a new password.
     *
     * @param grants of somebody new; a user who is there keeps what they have when the link is taken up
     * @param by who invites, for the log
     * @return the code of their link, which is not kept
     * @throws ProblemException with {@code user-name}
     */
    public String invite(String name, Grants grants, String by) {
        String user = checked(name);
        String code = write(user, grants, by);
        audit.note(by, "invited", user);
        return code;
    }

    /** Invites whoever opens the link to be the first owner, when there is none. */
    public Optional<String> inviteFirstOwner() {
        return access().hasOwner()
                ? Optional.empty()
                : Optional.of(write(ANYBODY, Grants.of(Grants.EVERYWHERE, Role.OWNER), "ukur"));
    }

    private String write(String user, Grants grants, String by) {
        String code = Secret.fresh();
        Instant until = clock.instant().plus(INVITED_FOR);
        Invitation invitation = new Invitation(Secret.hash(code), user, grants, by, until);
        book.change(access -> access.at(clock.instant()).with(invitation));
        return code;
    }

    /**
     * The invitation of a code.
     *
     * @throws ProblemException with {@code invitation-gone}
     */
    public Invitation invitation(String code) {
        return invitation(access(), code);
    }

    private static Invitation invitation(Access access, String code) {
        String hash = Secret.hash(code);
        return access.invitations().stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> refused("invitation-gone"));
    }

    /**
     * Takes an invitation up, once.
     *
     * @param name chosen, when the invitation leaves it open
     * @return the name of the user
     * @throws ProblemException with {@code invitation-gone}, {@code user-name}, {@code user-there} or {@code password-weak}
     */
    public String join(String code, String name, String password) {
        Invitation invited = invitation(code);
        boolean open = invited.user().equals(ANYBODY);
        String user = open ? checked(name) : invited.user();
        Optional<String> hash = Optional.of(Passwords.hash(strong(password, user)));
        Instant now = clock.instant();
        book.change(access -> {
            Invitation still = invitation(access.at(now), code);
            if (open && access.user(user).isPresent()) {
                throw new ProblemException(
                        Problem.error("user-there", Location.nowhere()).with("user", user));
            }
            User there = access.user(user).orElseGet(() -> new User(user, hash, still.grants(), now));
            return access.withoutInvitation(still.hash()).with(new User(user, hash, there.grants(), there.since()));
        });
        audit.note(user, "joined", user);
        return user;
    }

    /**
     * Adds a user whose password is given.
     *
     * @throws ProblemException with {@code user-name}, {@code user-there} or {@code password-weak}
     */
    public void add(String name, Grants grants, String password) {
        String user = checked(name);
        String hash = Passwords.hash(strong(password, user));
        User added = new User(user, Optional.of(hash), grants, clock.instant());
        book.change(access -> {
            if (access.user(user).isPresent()) {
                throw new ProblemException(
                        Problem.error("user-there", Location.nowhere()).with("user", user));
            }
            return access.with(added);
        });
        audit.note("ukur users", "added", user);
    }

    /**
     * Lets somebody in whose e-mail address another server vouches for: a user of that name, somebody invited under it, or, the first
     * time, somebody who is allowed without an invitation.
     *
     * @param email verified
     * @param allowed what they become where nobody invited them; empty when they have to be invited
     * @return the name of the user
     * @throws ProblemException with {@code person-unknown}
     */
    public String enter(String email, Optional<Grants> allowed) {
        String user = folded(email);
        if (access().user(user).isPresent()) {
            return user;
        }
        String name = checked(user);
        Instant now = clock.instant();
        book.change(access -> {
            Access still = access.at(now);
            Grants grants = still.invitations().stream()
                    .filter(one -> one.user().equals(name))
                    .findFirst()
                    .map(Invitation::grants)
                    .or(() -> allowed)
                    .orElseThrow(() -> new ProblemException(
                            Problem.error("person-unknown", Location.nowhere()).with("email", name)));
            return still.withoutInvitationsOf(name).with(new User(name, Optional.empty(), grants, now));
        });
        audit.note(name, "joined", name);
        return name;
    }

    /** Whether a user has this password. It takes as long when there is no such user. */
    public boolean knows(String name, String password) {
        return Passwords.match(password, access().user(folded(name)).flatMap(User::password));
    }

    /**
     * Gives a user a role on a workspace, or everywhere.
     *
     * @throws ProblemException with {@code user-unknown}, or {@code last-owner} when nobody would be left to manage
     */
    public void grant(String name, String workspace, Role role, String by) {
        String user = folded(name);
        book.change(access -> {
            User now = known(access, user);
            return managed(access, access.with(now.with(now.grants().with(workspace, role))));
        });
        audit.note(by, "granted-" + role.word(), user + " (" + workspace + ")");
    }

    /**
     * Removes a user with their tokens, links and invitations.
     *
     * @throws ProblemException with {@code user-unknown} or {@code last-owner}
     */
    public void remove(String name, String by) {
        String user = folded(name);
        book.change(access -> {
            boolean invited =
                    access.invitations().stream().anyMatch(one -> one.user().equals(user));
            if (!invited) {
                known(access, user);
            }
            return managed(access, access.withoutUser(user));
        });
        audit.note(by, "removed", user);
    }

    private static User known(Access access, String user) {
        return access.user(user)
                .orElseThrow(() -> new ProblemException(
                        Problem.error("user-unknown", Location.nowhere()).with("user", user)));
    }

    private static Access managed(Access before, Access after) {
        if (before.hasOwner() && !after.hasOwner()) {
            throw refused("last-owner");
        }
        return after;
    }

    /** A name as it is kept. */
    public static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String checked(String name) {
        String user = folded(name);
        if (!NAME.matcher(user).matches()) {
            throw new ProblemException(
                    Problem.error("user-name", Location.nowhere()).with("name", name.strip()));
        }
        return user;
    }

    private static String strong(String password, String user) {
        if (password.length() < SHORTEST_PASSWORD
                || password.length() > LONGEST_PASSWORD
                || password.chars().distinct().count() < SHORTEST_PASSWORD / 2
                || Guess.isNear(password, user)) {
            throw new ProblemException(
                    Problem.error("password-weak", Location.nowhere()).with("least", SHORTEST_PASSWORD));
        }
        return password;
    }

    private static ProblemException refused(String code) {
        return new ProblemException(Problem.error(code, Location.nowhere()));
    }
}
