package dev.ukur.sources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a web address. Nothing is refused: what is no address is a path.
 *
 * @param host in lower case, empty for a path alone
 * @param path from the first slash, without query and fragment
 * @param query parameters, the first of each name, decoded
 */
record Address(String host, String path, Map<String, String> query) {

    static Address of(String url) {
        String rest = url.strip();
        int fragment = rest.indexOf('#');
        if (fragment >= 0) {
            rest = rest.substring(0, fragment);
        }
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String place = question < 0 ? rest : rest.substring(0, question);
        int scheme = place.indexOf("://");
        if (scheme < 0) {
            return new Address("", place, parameters(query));
        }
        String afterScheme = place.substring(scheme + 3);
        int slash = afterScheme.indexOf('/');
        String host = slash < 0 ? afterScheme : afterScheme.substring(0, slash);
        return new Address(plainHost(host), slash < 0 ? "/" : afterScheme.substring(slash), parameters(query));
    }

    /** The host of another page's address, without {@code www.}; for comparison with one's own. */
    String site() {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String plainHost(String host) {
        int user = host.lastIndexOf('@');
        String plain = user < 0 ? host : host.substring(user + 1);
        int port = plain.indexOf(':');
        return (port < 0 ? plain : plain.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parameters(String query) {
        if (query.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                        decoded(pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign: keep it as it stands
        }
    }
}
