package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.model.Label;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.SourceSummary;
import java.util.List;

/** Source profiles, and the rows they kept out. */
final class SourceText {

    private final Messages say;
    private final Ink ink;

    SourceText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String list(List<SourceSummary> sources) {
        TextTable table = new TextTable()
                .words(say.text("source.name"))
                .words(say.text("source.tables"))
                .words(say.text("source.about"));
        sources.forEach(
                source -> table.row(List.of(source.name(), String.join(", ", source.tables()), text(source.about()))));
        return table.draw(ink);
    }

    String page(SourceSummary source) {
        TextTable facts = new TextTable().words("").words("");
        facts.row(List.of(say.text("source.tables"), String.join(", ", source.tables())));
        facts.row(List.of(say.text("source.headers"), String.join(", ", source.headers())));
        facts.row(List.of(say.text("source.verified"), say.text("source.verified." + source.verified())));
        facts.row(List.of(say.text("source.file"), source.at().toString()));
        return ink.strong(source.name()) + "\n" + text(source.about()) + "\n\n"
                + facts.draw(ink).stripLeading();
    }

    String rejects(List<RejectedRow> rows) {
        if (rows.isEmpty()) {
            return say.text("rejects.none") + "\n";
        }
        TextTable table = new TextTable()
                .numbers(say.text("rejects.load"))
                .words(say.text("rejects.place"))
                .words(say.text("rejects.reason"))
                .words(say.text("rejects.column"))
                .words(say.text("rejects.value"));
        rows.forEach(row -> table.row(List.of(
                Long.toString(row.load()),
                row.file() + ":" + row.line(),
                reason(row.reason()),
                row.column().orElse("–"),
                row.value().orElse("–"))));
        return table.draw(ink);
    }

    private String reason(String code) {
        String key = "reject." + code;
        return say.knows(key) ? say.text(key) : code;
    }

    private String text(Label label) {
        return say.language().pick(label.id(), label.en());
    }
}
