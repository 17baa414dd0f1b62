package dev.ukur.delivery.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All that is known of who may do what, at one moment. */
public record Access(List<User> users, List<Token> tokens, List<Link> links, List<Invitation> invitations) {

    static final Access NOBODY = new Access(List.of(), List.of(), List.of(), List.of());

    public Access {
        users = List.copyOf(users);
        tokens = List.copyOf(tokens);
        links = List.copyOf(links);
        invitations = List.copyOf(invitations);
    }

    /** A user by name. */
    public Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** Whether somebody may say who may what. */
    public boolean hasOwner() {
        return owners() > 0;
    }

    long owners() {
        return users.stream()
                .filter(user -> user.grants().allow(Right.MANAGE, Grants.EVERYWHERE))
                .count();
    }

    Access with(User user) {
        List<User> others = new ArrayList<>(without(users, one -> one.name().equals(user.name())));
        others.add(user);
        return new Access(others, tokens, links, invitations);
    }

    /** Without a user and all that was made in their name. */
    Access withoutUser(String name) {
        return new Access(
                without(users, user -> user.name().equals(name)),
                without(tokens, token -> token.user().equals(name)),
                without(links, link -> link.by().equals(name)),
                without(invitations, invitation -> invitation.user().equals(name)));
    }

    Access with(Token token) {
        List<Token> more = new ArrayList<>(tokens);
        more.add(token);
        return new Access(users, more, links, invitations);
    }

    Access withoutToken(String id) {
        return new Access(users, without(tokens, token -> token.id().equals(id)), links, invitations);
    }

    Access with(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return new Access(users, tokens, more, invitations);
    }

    Access withoutLink(String id) {
        return new Access(users, tokens, without(links, link -> link.id().equals(id)), invitations);
    }

    /** With an invitation; an earlier one of the same name is worth nothing any more. */
    Access with(Invitation invitation) {
        List<Invitation> others =
                new ArrayList<>(without(invitations, one -> one.user().equals(invitation.user())));
        others.add(invitation);
        return new Access(users, tokens, links, others);
    }

    Access withoutInvitation(String hash) {
        return new Access(
                users, tokens, links, without(invitations, one -> one.hash().equals(hash)));
    }

    Access withoutInvitationsOf(String user) {
        return new Access(
                users, tokens, links, without(invitations, one -> one.user().equals(user)));
    }

    /** Without what has ended. */
    Access at(Instant now) {
        return new Access(
                users,
                without(tokens, token -> !token.until().isAfter(now)),
                without(links, link -> !link.until().isAfter(now)),
                without(invitations, invitation -> !invitation.until().isAfter(now)));
    }

    private static <T> List<T> without(List<T> all, Predicate<T> unwanted) {
        return all.stream().filter(unwanted.negate()).toList();
    }
}
