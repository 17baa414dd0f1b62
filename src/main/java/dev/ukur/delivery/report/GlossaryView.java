package dev.ukur.delivery.report;

import java.util.List;
import java.util.Map;

/**
 * The glossary of metrics as its page shows it.
 *
 * @param language code
 * @param style sheet
 * @param count sentence of how many there are and can be computed
 * @param sections families, in the order of the catalogue
 * @param foot lines at the end
 */
public record GlossaryView(String language, String style, String count, List<Section> sections, List<String> foot) {

    /** A family of metrics. */
    public record Section(String name, String title, List<Entry> entries) {}

    /**
     * A metric.
     *
     * @param facts name of a fact to what it says, in the order shown
     */
    public record Entry(String name, String label, String description, Map<String, String> facts) {}
}
