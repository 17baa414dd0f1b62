package dev.ukur.delivery.report;

import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.insights.Evidence;
import dev.ukur.model.Appearance;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of a finding shows, in words; the template only places it.
 *
 * @param language code of the page's language
 * @param workspace name of the client or shop
 * @param appearance its colour and logo
 * @param style the style sheet
 * @param title of the analysis with its subject
 * @param answer in a sentence
 * @param kind mark of the verdict: ok, risk or none
 * @param verdict in a word
 * @param estimate the number with its interval
 * @param reasons further sentences
 * @param tables the evidence
 * @param caveats what to know before acting
 * @param foot where it comes from
 */
public record FindingView(
        String language,
        String workspace,
        Appearance appearance,
        String style,
        String title,
        String answer,
        String kind,
        String verdict,
        Optional<String> estimate,
        List<String> reasons,
        List<Table> tables,
        List<String> caveats,
        List<String> foot) {

    /** One table: heading, the picture above it where there is one, columns, cells. */
    public record Table(String heading, Optional<Drawing> drawing, List<Column> columns, List<List<String>> rows) {}

    /** A column: its heading, and whether it stands to the right as numbers do. */
    public record Column(String heading, boolean number) {

        static Column of(FindingWords words, Evidence.Column column) {
            return new Column(words.heading(column), column.kind() == Evidence.Kind.NUMBER);
        }
    }
}
