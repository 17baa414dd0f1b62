package dev.ukur.delivery.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies that say who asks. No script sees them and no other site sends them with a change. Under a public https address they
 * go over https alone; else the port is in their name, as servers of one machine share its cookies.
 */
record Cookies(boolean secure) {

    private static final String SIGN_IN = "ukur_in";
    private static final String LINK = "ukur_link";
    private static final String DEPARTURE = "ukur_go";

    Optional<String> signIn(Context context) {
        return Optional.ofNullable(context.cookie(name(context, SIGN_IN)));
    }

    Optional<String> link(Context context) {
        return Optional.ofNullable(context.cookie(name(context, LINK)));
    }

    Optional<String> departure(Context context) {
        return Optional.ofNullable(context.cookie(name(context, DEPARTURE)));
    }

    /** For the cookie of somebody sent to another server to say who they are. */
    String departed(Context context, String code, Duration lasting) {
        return set(name(context, DEPARTURE), code, lasting);
    }

    /** For the cookie of a sign-in. */
    String signedIn(Context context, String code, Duration lasting) {
        return set(name(context, SIGN_IN), code, lasting);
    }

    /** For the cookie of a link. */
    String linked(Context context, String code, Duration lasting) {
        return set(name(context, LINK), code, lasting);
    }

    private String set(String name, String value, Duration lasting) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + lasting.toSeconds()
                + (secure ? "; Secure" : "");
    }

    private String name(Context context, String name) {
        return secure ? "__Host-" + name : name + "_" + context.req().getLocalPort();
    }
}
