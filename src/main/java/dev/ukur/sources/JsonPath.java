package dev.ukur.sources;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A way into a JSON value: a JSON pointer with two more kinds of step. {@code name=x} takes the first element of an array
 * whose member {@code name} is {@code x}; {@code *} takes the first member that holds something.
 *
 * @param steps in order
 */
record JsonPath(List<String> steps) {

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** The path of a text; empty, or a lone slash, stays where it is. */
    static JsonPath of(String text) {
        List<String> steps = new ArrayList<>();
        for (String step : text.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPath(text.isEmpty() || text.equals("/") ? List.of() : steps.subList(1, steps.size()));
    }

    /** Where it leads; a missing node when it leads nowhere. */
    JsonNode in(JsonNode from) {
        JsonNode place = from;
        for (String step : steps) {
            place = next(place, step);
            if (place.isMissingNode()) {
                return place;
            }
        }
        return place;
    }

    private static JsonNode next(JsonNode place, String step) {
        if (step.equals("*")) {
            return firstFilled(place);
        }
        int equals = step.indexOf('=');
        if (equals > 0 && place.isArray()) {
            return elementWith(place, step.substring(0, equals), step.substring(equals + 1));
        }
        if (place.isArray()) {
            boolean number =
                    !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? place.path(Integer.parseInt(step)) : MissingNode.getInstance();
        }
        return place.path(step);
    }

    private static JsonNode firstFilled(JsonNode place) {
        for (JsonNode member : place.values()) {
            if (!member.isNull()) {
                return member;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode elementWith(JsonNode array, String member, String value) {
        for (JsonNode element : array.values()) {
            JsonNode found = element.path(member);
            if (found.isValueNode() && found.asString().equals(value)) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }
}
