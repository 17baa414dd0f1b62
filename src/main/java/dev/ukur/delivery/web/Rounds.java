package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Goes round all pages of each workspace after the start and whenever data or definitions changed, so that what they show is
 * worked out before somebody comes. One page at a time, in one thread that gives way to others; while an import goes on, it waits.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final long PAUSE_MS = 1_000;
    private static final long LAST_PAGE_MS = 5_000;
    private static final String GOAL = "{goal}";

    private final List<Place> places;
    private final List<Route> routes;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> done = new HashMap<>();
    private final Thread walker = new Thread(this::walk, "ukur-rounds");
    private final CountDownLatch ending = new CountDownLatch(1);

    Rounds(List<Place> places, List<Route> routes) {
        this.places = places;
        this.routes = routes.stream().filter(Rounds::isPage).toList();
    }

    /** Begins to walk. */
    void begin() {
        walker.setDaemon(true);
        walker.setPriority(Thread.MIN_PRIORITY);
        walker.start();
    }

    private static boolean isPage(Route route) {
        return route.kind() == Route.Kind.SHOW
                && route.right() == Right.VIEW
                && !route.path().startsWith(Api.BASE)
                && !route.path().replace(GOAL, "").contains("{");
    }

    private void walk() {
        try {
            while (!ending.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                places.forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    /** A version that is the same as at the last look is no longer changing. */
    private void look(Place place) {
        String version = place.version();
        boolean quiet = version.equals(seen.put(place.name(), version));
        if (quiet && !version.equals(done.get(place.name())) && visitAll(place, version)) {
            done.put(place.name(), version);
        }
    }

    /** Whether all were seen at one version. */
    private boolean visitAll(Place place, String version) {
        for (Route route : routes) {
            for (Map<String, String> parts : parts(route, place)) {
                if (isEnding() || !place.version().equals(version)) {
                    return false;
                }
                visit(place, route, parts);
            }
        }
        return true;
    }

    private List<Map<String, String>> parts(Route route, Place place) {
        return route.path().contains(GOAL) ? goals(place) : List.of(Map.of());
    }

    private static List<Map<String, String>> goals(Place place) {
        try {
            return place.workspace().map(opened -> opened.shared().ukur().scorecard(Optional.empty())).stream()
                    .flatMap(scorecard -> scorecard.kpis().stream())
                    .map(line -> Map.of("goal", line.goal().name()))
                    .toList();
        } catch (ProblemException e) {
            return List.of(); // goals that are wrong have no pages
        }
    }

    private void visit(Place place, Route route, Map<String, String> parts) {
        try {
            String path = place.base() + route.path().replace(GOAL, parts.getOrDefault("goal", ""));
            route.answer().to(Visit.ahead(Asked.page(path, parts), place));
        } catch (ProblemException e) {
            // Whoever asks for the page is told.
        } catch (RuntimeException e) {
            LOG.log(isEnding() ? Level.FINE : Level.WARNING, "a page asked ahead: " + route.path(), e);
        }
    }

    /** Ends after the page under way, which is waited for a moment. */
    @Override
    public void close() {
        ending.countDown();
        try {
            walker.join(LAST_PAGE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
