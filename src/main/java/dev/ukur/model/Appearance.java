package dev.ukur.model;

import java.util.Optional;

/**
 * How a client's pages and reports are told from others at a glance.
 *
 * @param light the client's colour on light pages, as {@code #} and six hexadecimal digits
 * @param dark the same on dark pages
 * @param logo the client's mark
 */
public record Appearance(Optional<String> light, Optional<String> dark, Optional<Logo> logo) {

    /** Like any other. */
    public static final Appearance PLAIN = new Appearance(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A picture that is safe to show.
     *
     * @param type media type: {@code image/png} or {@code image/svg+xml}
     * @param base64 its bytes
     */
    public record Logo(String type, String base64) {

        /** For a page that fetches nothing. */
        public String address() {
            return "data:" + type + ";base64," + base64;
        }
    }

    /** The rule that gives pages the colour, under a selector; empty when there is none. */
    public String style(String selector) {
        return light.isEmpty() || dark.isEmpty()
                ? ""
                : selector + "{--accent:light-dark(" + light.get() + "," + dark.get() + ")}";
    }
}
