package dev.ukur.delivery.report.dashboard;

import java.util.List;

/**
 * A question as a form; its address is the question, so a link shows another person the same.
 *
 * @param action address it goes to
 * @param fields in order; none for a page without choices
 */
public record Form(String action, List<Field> fields) {

    static final Form NONE = new Form("", List.of());

    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param name in the address
     * @param label for people
     * @param kind of the field, as HTML names it: text, date, number or select
     * @param value what was asked; empty for the usual
     * @param hint what a text may look like
     * @param choices of a select
     */
    public record Field(String name, String label, String kind, String value, String hint, List<Choice> choices) {

        public Field {
            choices = List.copyOf(choices);
        }

        static Field text(String name, String label, String value, String hint) {
            return new Field(name, label, "text", value, hint, List.of());
        }

        static Field day(String name, String label, String value) {
            return new Field(name, label, "date", value, "", List.of());
        }

        static Field number(String name, String label, String value) {
            return new Field(name, label, "number", value, "", List.of());
        }

        static Field choice(String name, String label, List<Choice> choices) {
            return new Field(name, label, "select", "", "", choices);
        }
    }

    /** One of the choices of a select. */
    public record Choice(String value, String label, boolean chosen) {}
}
