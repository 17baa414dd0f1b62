package dev.ukur.delivery.web;

import dev.ukur.Ukur;
import dev.ukur.delivery.access.Right;
import dev.ukur.model.Appearance;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A client's colour and logo, for its pages and for the page of all clients. Whoever may see one page may see them. */
final class AppearancePages {

    /** What the addresses begin with. */
    static final String PATH = "/appearance";

    private static final String CSS = "text/css; charset=utf-8";
    /** An SVG that is opened by its address does no more than one in a page. */
    private static final String ONLY_DRAWN = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private AppearancePages() {}

    /** Of the only workspace everybody may see them: the page for signing in wears them too. */
    static List<Route> routes(Premises premises) {
        Right right = premises.areMany() ? Right.VIEW : Right.OPEN;
        return List.of(
                Route.show(
                        right,
                        PATH + "/style.css",
                        visit -> Reply.text(CSS, of(visit.ukur()).style(":root"))),
                Route.show(right, PATH + "/logo", AppearancePages::logo));
    }

    /** The class of a client's part on the page of all, by its place in the server. */
    static String mark(int index) {
        return "client-" + index;
    }

    /** The colours of all clients that somebody may see. */
    static Reply styleOfAll(Visit visit, Premises premises) {
        List<Place> places = premises.places();
        return Reply.text(
                CSS,
                IntStream.range(0, places.size())
                        .filter(index -> visit.caller().may(Right.VIEW, places.get(index)))
                        .mapToObj(index -> Stream.of(visit.ukurOf(places.get(index)))
                                .map(AppearancePages::of)
                                .map(appearance -> appearance.style("." + mark(index)))
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n")));
    }

    /** A workspace whose files are wrong is shown like any other. */
    private static Appearance of(Ukur ukur) {
        try {
            return ukur.settings().appearance();
        } catch (ProblemException e) {
            return Appearance.PLAIN;
        }
    }

    private static Reply logo(Visit visit) {
        return of(visit.ukur())
                .logo()
                .map(logo -> Reply.bytes(logo.type(), Base64.getDecoder().decode(logo.base64()))
                        .header("Content-Security-Policy", ONLY_DRAWN))
                .orElseThrow(() -> new ProblemException(Problem.error("web-no-logo", Location.nowhere())));
    }
}
