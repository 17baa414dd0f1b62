package dev.ukur.sources;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of addresses and JSON values what names a person; most hold nothing of the kind, which is seen at a glance. */
final class PersonalParts {

    /** One of these stands in every name that {@link PersonalKind} knows. */
    private static final List<String> SIGNS = List.of(
            "@",
            "%40",
            "mail",
            "surel",
            "hone",
            "obile",
            "telepon",
            "telp",
            "tlp",
            "ponsel",
            "hatsapp",
            "_name",
            "Name",
            "username",
            "nama_",
            "nama",
            "ddress",
            "street",
            "Street",
            "lamat",
            "zip",
            "Zip",
            "postal",
            "postcode",
            "kode_pos",
            "kodepos",
            "passport",
            "birth",
            "Birth",
            "lahir",
            "ktp",
            "npwp",
            "ecipient",
            "hp\"",
            "hp=",
            "wa\"",
            "wa=",
            "ip\"",
            "ip=",
            "nik\"",
            "nik=",
            "IP");

    private final PersonHash persons;

    PersonalParts(PersonHash persons) {
        this.persons = persons;
    }

    /** An address without the parameters that name somebody. */
    String ofAddress(String address) {
        int question = address.indexOf('?');
        String place = persons.without(question < 0 ? address : address.substring(0, question));
        if (question < 0) {
            return place;
        }
        String query = address.substring(question + 1);
        if (SIGNS.stream().noneMatch(query::contains)) {
            return place.length() == question ? address : place + "?" + query;
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (PersonalKind.of(name).isEmpty()) {
                kept.append(kept.isEmpty() ? "?" : "&").append(persons.without(pair));
            }
        }
        return place + kept;
    }

    /** A JSON value without the members that name somebody; not JSON at all: as it stands, addresses as pseudonyms. */
    String ofJson(String json) {
        if (SIGNS.stream().noneMatch(json::contains)) {
            return json;
        }
        try {
            JsonNode value = JsonMapper.shared().readTree(json);
            return clean(value) ? persons.without(value.toString()) : persons.without(json);
        } catch (JacksonException e) {
            return persons.without(json);
        }
    }

    /** Takes members out of an object and those within it; answers whether there were any. */
    private static boolean clean(JsonNode value) {
        boolean changed = false;
        if (value instanceof ObjectNode object) {
            List<String> told = object.properties().stream()
                    .filter(member -> PersonalKind.of(member.getKey()).isPresent() || isNumber(member.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            told.forEach(object::remove);
            changed = !told.isEmpty();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                changed |= clean(member.getValue());
            }
        } else if (value instanceof ArrayNode items) {
            for (JsonNode item : items) {
                changed |= clean(item);
            }
        }
        return changed;
    }

    private static boolean isNumber(JsonNode value) {
        return value.isString() && PersonalKind.isNumber(value.stringValue());
    }
}
