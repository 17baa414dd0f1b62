package dev.ukur.delivery.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status HTTP status code
 * @param type content type
 * @param headers more headers, by name
 * @param body written when the headers are out
 */
record Reply(int status, String type, Map<String, String> headers, Body body) {

    /** From here on a status says that something was not done. */
    static final int WRONG = 400;

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    /** Writes the body. */
    @FunctionalInterface
    interface Body {
        /** Writes all of it; closes nothing. */
        void to(OutputStream out) throws IOException;
    }

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply text(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return bytes(type, bytes);
    }

    static Reply bytes(String type, byte[] body) {
        return new Reply(OK, type, Map.of(), out -> out.write(body));
    }

    static Reply html(String page) {
        return text("text/html; charset=utf-8", page);
    }

    static Reply json(String object) {
        return text("application/json; charset=utf-8", object);
    }

    /** Leads on to a page after something was done. */
    static Reply to(String address) {
        return new Reply(SEE_OTHER, "text/plain; charset=utf-8", Map.of("Location", address), out -> {});
    }

    /** Whether it is a file to be saved, as long as it may be: sent as it comes, never kept. */
    boolean isFile() {
        return headers.getOrDefault("Content-Disposition", "").startsWith("attachment");
    }

    Reply status(int other) {
        return new Reply(other, type, headers, body);
    }

    Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, more, body);
    }
}
