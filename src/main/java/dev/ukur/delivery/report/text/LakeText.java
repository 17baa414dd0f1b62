package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.LakeReport;
import java.util.List;

/** What a pull from a lake brought. */
final class LakeText {

    private final Messages say;
    private final Ink ink;

    LakeText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String table(LakeReport report) {
        if (report.tables().isEmpty()) {
            return say.text("lake.none") + "\n";
        }
        TextTable table = new TextTable()
                .words(say.text("lake.table"))
                .words(say.text("lake.into"))
                .words(say.text("lake.days"))
                .numbers(say.text("lake.loads"))
                .numbers(say.text("lake.new"))
                .numbers(say.text("lake.changed"))
                .numbers(say.text("lake.gone"));
        report.tables().forEach(pulled -> table.row(row(pulled)));
        return table.draw(ink);
    }

    private List<String> row(LakeReport.Pulled pulled) {
        return List.of(
                pulled.table(),
                pulled.into(),
                pulled.days().map(days -> days.first() + "/" + days.last()).orElse("–"),
                count(pulled.loads()),
                count(pulled.added()),
                count(pulled.changed()),
                count(pulled.gone()));
    }

    private String count(long number) {
        return say.formats().count(number);
    }
}
