package dev.ukur.delivery.web;

/**
 * One way in.
 *
 * @param kind what it does to the workspace and who calls it
 * @param path with parameters in braces
 * @param answer what it gives
 */
record Route(Kind kind, String path, Answer answer) {

    /** What a route does, which decides how it is guarded and kept. */
    enum Kind {
        /** Shows what depends on the version of the workspace alone; may be kept. */
        SHOW,
        /** Shows what changes by itself; never kept. */
        WATCH,
        /** A form of a page, which changes something: needs the page's token. */
        FORM,
        /** A call of the API that changes something: needs a header no other site's page can send. */
        CALL;

        boolean writes() {
            return this == FORM || this == CALL;
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

    static Route show(String path, Answer answer) {
        return new Route(Kind.SHOW, path, answer);
    }

    static Route watch(String path, Answer answer) {
        return new Route(Kind.WATCH, path, answer);
    }

    static Route form(String path, Answer answer) {
        return new Route(Kind.FORM, path, answer);
    }

    static Route call(String path, Answer answer) {
        return new Route(Kind.CALL, path, answer);
    }
}
