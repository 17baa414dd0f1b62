package dev.ukur.delivery.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspaces of a server and where they are: the only one at the root, or each under {@code /w/NAME}. */
final class Premises {

    private static final String NAME = "workspace";

    private final Optional<Place> only;
    private final Map<String, Place> places;

    private Premises(Optional<Place> only, Map<String, Place> places) {
        this.only = only;
        this.places = places;
    }

    /** One workspace; the server's own pages speak of it too. */
    static Premises of(String name, Place.Opened workspace) {
        return new Premises(Optional.of(new Place(name, "", Optional.of(workspace))), Map.of());
    }

    /** Many, by the names of their folders. */
    static Premises of(Map<String, Place.Opened> workspaces) {
        Map<String, Place> places = new LinkedHashMap<>();
        workspaces.forEach((name, opened) -> places.put(name, new Place(name, base(name), Optional.of(opened))));
        return new Premises(Optional.empty(), places);
    }

    /** What the paths of a workspace's routes begin with. */
    String prefix() {
        return only.isPresent() ? "" : base("{" + NAME + "}");
    }

    boolean areMany() {
        return only.isEmpty();
    }

    List<Place> places() {
        return only.map(List::of).orElseGet(() -> List.copyOf(places.values()));
    }

    /** The workspace of a name. */
    Optional<Place> named(String name) {
        return places().stream().filter(place -> place.name().equals(name)).findFirst();
    }

    /** The names of many; none when there is only one to speak of. */
    List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** What a request to a route of a workspace is about; one that is not there has the same form. */
    Place workspace(Context context) {
        if (only.isPresent()) {
            return only.get();
        }
        String name = context.pathParam(NAME);
        return Optional.ofNullable(places.get(name)).orElseGet(() -> new Place(name, base(name), Optional.empty()));
    }

    /** What a request to a page of the server is about. */
    Place server() {
        return only.orElse(Place.SERVER);
    }

    private static String base(String name) {
        return "/w/" + name;
    }
}
