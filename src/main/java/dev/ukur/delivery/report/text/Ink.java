package dev.ukur.delivery.report.text;

/** Colour and weight of terminal text by meaning, or none at all. A colour never stands without its word. */
public enum Ink {
    /** Escape sequences of a terminal. */
    COLOUR,
    /** Plain text: for files, pipes and {@code NO_COLOR}. */
    PLAIN;

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("36", text);
    }

    String risk(String text) {
        return paint("33", text);
    }

    /** What moves away from the goal, and errors. */
    public String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
