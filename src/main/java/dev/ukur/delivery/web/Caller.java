package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param means how they are known
 * @param name of the user, for the log and the page
 * @param grants their roles
 * @param scopes rights they have at most, whatever their roles
 * @param page the only address they may see, when a link shows them one
 * @param formToken what the forms shown to them carry
 */
record Caller(Means means, String name, Grants grants, Set<Right> scopes, Optional<String> page, String formToken) {

    /** How somebody is known. */
    enum Means {
        /** By being at this machine, where nobody signs in. */
        HERE,
        /** By a sign-in in the browser. */
        SIGN_IN,
        /** By the token of a program. */
        TOKEN,
        /** By a link that shows one page. */
        LINK,
        /** Not at all. */
        NONE
    }

    static final Set<Right> ALL = Set.copyOf(EnumSet.allOf(Right.class));

    static final Caller NOBODY = new Caller(Means.NONE, "", Grants.NONE, Set.of(Right.OPEN), Optional.empty(), "");

    /** Whoever sits at this machine, which lets them read the files as well. */
    static Caller here(String formToken) {
        Grants all = Grants.of(Grants.EVERYWHERE, Role.OWNER);
        return new Caller(Means.HERE, "", all, Set.copyOf(Right.SCOPES), Optional.empty(), formToken);
    }

    /** Whether they have a right on a workspace. */
    boolean may(Right right, Place place) {
        return switch (right) {
            case OPEN -> true;
            case SIGNED_IN -> means == Means.SIGN_IN || means == Means.HERE;
            default -> scopes.contains(right) && grants.allow(right, place.name());
        };
    }

    /** Whether they may know that a workspace is there. */
    boolean knows(Place place) {
        return grants.on(place.name()).isPresent();
    }

    /** What a page may offer them. */
    Set<Right> offers(Place place) {
        Set<Right> offers = EnumSet.noneOf(Right.class);
        Caller.ALL.stream().filter(right -> may(right, place)).forEach(offers::add);
        return offers;
    }
}
