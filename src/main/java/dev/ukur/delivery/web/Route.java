package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;

/**
 * One way in. There is none without a right: who asks must have it on the workspace that is asked.
 *
 * @param right what it asks of the caller
 * @param kind what it does to the workspace and who calls it
 * @param path with parameters in braces
 * @param answer what it gives
 */
record Route(Right right, Kind kind, String path, Answer answer) {

    /** What a route does, which decides how it is guarded and kept. */
    enum Kind {
        /** Shows what depends on the version of the workspace alone; may be kept. */
        SHOW,
        /** Shows what changes by itself; never kept. */
        WATCH,
        /** A form of a page, which changes something: needs the page's token. */
        FORM,
        /** The form of a page before anybody is known: has no token yet, but must come from this server's own page. */
        ENTER,
        /** A call of the API that changes something: needs a header no other site's page can send. */
        CALL;

        boolean writes() {
            return this == FORM || this == ENTER || this == CALL;
        }
    }

    /** Gives the reply to a visit; what is wrong with the visit comes as {@code ProblemException}. */
    @FunctionalInterface
    interface Answer {
        /** The reply. */
        Reply to(Visit visit);
    }

    String method() {
        return kind.writes() ? "POST" : "GET";
    }

    static Route show(Right right, String path, Answer answer) {
        return new Route(right, Kind.SHOW, path, answer);
    }

    static Route watch(Right right, String path, Answer answer) {
        return new Route(right, Kind.WATCH, path, answer);
    }

    static Route form(Right right, String path, Answer answer) {
        return new Route(right, Kind.FORM, path, answer);
    }

    static Route call(Right right, String path, Answer answer) {
        return new Route(right, Kind.CALL, path, answer);
    }

    static Route enter(String path, Answer answer) {
        return new Route(Right.OPEN, Kind.ENTER, path, answer);
    }

    /** The same under a beginning of the path. */
    Route under(String beginning) {
        return new Route(right, kind, beginning + path, answer);
    }
}
