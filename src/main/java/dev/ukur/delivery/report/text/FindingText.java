package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.FindingWords;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import java.util.List;

/** A finding in a terminal: the answer first, then reasons, evidence, caveats, provenance. */
final class FindingText {

    private static final String INDENT = "  ";

    private final Messages say;
    private final Ink ink;
    private final FindingWords words;

    FindingText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
        this.words = new FindingWords(say);
    }

    String write(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(ink.strong(words.title(finding))).append('\n');
        text.append(words.sentence(finding.answer())).append('\n');
        finding.reasons().forEach(reason -> item(text, words.sentence(reason)));
        for (Evidence table : finding.evidence()) {
            text.append('\n').append(ink.strong(words.heading(table))).append('\n');
            text.append(table(table));
        }
        if (!finding.caveats().isEmpty()) {
            text.append('\n').append(ink.strong(say.text("finding.caveats"))).append('\n');
            finding.caveats().forEach(caveat -> item(text, words.sentence(caveat)));
        }
        text.append('\n');
        words.provenance(finding).forEach(line -> text.append(ink.faint(line)).append('\n'));
        return text.toString();
    }

    private static void item(StringBuilder text, String words) {
        text.append(INDENT).append("· ").append(words).append('\n');
    }

    private String table(Evidence evidence) {
        TextTable table = new TextTable();
        for (Evidence.Column column : evidence.columns()) {
            if (column.kind() == Evidence.Kind.NUMBER) {
                table.numbers(words.heading(column));
            } else {
                table.words(words.heading(column));
            }
        }
        evidence.rows()
                .forEach(row ->
                        table.row(List.copyOf(row.stream().map(words::term).toList())));
        return table.draw(ink);
    }
}
