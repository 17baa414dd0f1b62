package dev.ukur.delivery.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;

/**
 * What a request says, copied: an answer may still be worked on when the server has taken the request's own memory for the next
 * one.
 *
 * @param changes whether it sends something to be done
 * @param path the whole of it
 * @param query the address behind the question mark; empty when there is none
 * @param parameters of the address
 * @param parts of the path, by their names
 * @param headers by their names in small letters
 * @param cookies by their names
 */
record Asked(
        boolean changes,
        String path,
        String query,
        Map<String, List<String>> parameters,
        Map<String, String> parts,
        Map<String, String> headers,
        Map<String, String> cookies) {

    Asked {
        parameters = Map.copyOf(parameters);
        parts = Map.copyOf(parts);
        headers = Map.copyOf(headers);
        cookies = Map.copyOf(cookies);
    }

    static Asked by(Context context) {
        Map<String, String> headers = new java.util.HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        String query = context.queryString();
        return new Asked(
                context.method() == HandlerType.POST,
                context.path(),
                query == null ? "" : query,
                context.queryParamMap(),
                context.pathParamMap(),
                headers,
                context.cookieMap());
    }

    /** A page asked for by nobody, in the workspace's own language. */
    static Asked page(String path, Map<String, String> parts) {
        return new Asked(false, path, "", Map.of(), parts, Map.of(), Map.of());
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }
}
