package dev.ukur.model;

/**
 * A text in both languages of the program.
 *
 * @param id Indonesian
 * @param en English
 */
public record Label(String id, String en) {

    /** The same text in both languages: a proper name. */
    public static Label same(String text) {
        return new Label(text, text);
    }
}
